/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow.h"
#include "service/invoices/invoice-issue.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/seen.h"
#include "core/sentences.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/invoices/invoice-check.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-number.h"
#include "service/invoices/invoice-standing.h"
#include "service/invoices/invoice-store-paper.h"
#include "service/invoices/invoice-account.h"
#include "service/invoices/promise.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* Whether the work was done that the document is of; without a job, it was. */
static gboolean
read_done(CareConnection *connection, CareId id, gboolean *done, GError **error)
{
    g_autoptr(CareRecord) job = id != 0 ? care_record_load(connection, &care_job_kind, id, error) : NULL;

    *done = id == 0 || (job != NULL && care_record_is_set(job, CARE_JOB_FINISHED));
    return id == 0 || job != NULL;
}

static CareIssueCheck
check_lacks(CareConnection *connection, CareRecord *draft, CareDate today, GError **error)
{
    g_autoptr(GPtrArray) lacks = care_invoice_lacks(connection, draft, today, error);

    if (lacks == NULL)
        return CARE_ISSUE_UNREADABLE;
    return lacks->len > 0 ? CARE_ISSUE_LACKS : CARE_ISSUE_CLEAR;
}

/* In words that do not speak of a yes that there was not. */
CareIssueCheck
care_issue_check_promise(const CarePromise *promise)
{
    if (promise->any && !promise->comparable)
        return CARE_ISSUE_OTHER_CURRENCY;
    if (promise->before > 0)
        return promise->said ? CARE_ISSUE_BILLED_BEFORE : CARE_ISSUE_BILLED_TWICE;
    return promise->said ? CARE_ISSUE_NEEDS_CONSENT : CARE_ISSUE_ABOVE_PRICE;
}

CareIssueCheck
care_invoice_check(CareConnection *connection, CareRecord *draft, CareDate today, GError **error)
{
    CarePromise promise;
    gboolean done = FALSE;

    if (care_record_list_length(draft, CARE_INVOICE_LINES) == 0)
        return CARE_ISSUE_EMPTY;
    if (!care_promise_read(connection, draft, &promise, error)
        || !read_done(connection, care_record_int(draft, CARE_INVOICE_JOB), &done, error))
        return CARE_ISSUE_UNREADABLE;
    if (!care_invoice_has_consent(draft) && care_promise_is_exceeded(&promise))
        return care_issue_check_promise(&promise);
    if (!care_text_is_seen(care_record_text(draft, CARE_INVOICE_EARLY_REASON)) && !done)
        return CARE_ISSUE_NEEDS_REASON;
    return check_lacks(connection, draft, today, error);
}

const char *
care_issue_check_field(CareIssueCheck check)
{
    return check == CARE_ISSUE_NEEDS_REASON ? "early_reason" : "consent_at";
}

/* Without what became of it. NULL where the lacks themselves say it. */
const char *
care_issue_check_sentence(CareIssueCheck check)
{
    switch (check) {
    case CARE_ISSUE_EMPTY:
        return _("An invoice without lines cannot be issued.");
    case CARE_ISSUE_NEEDS_CONSENT:
        return _("This is more than was agreed. Record who consented, when and how.");
    case CARE_ISSUE_ABOVE_PRICE:
        return _("This is more than the price of the job, and nobody has said yes to it yet. Record who "
                 "consented, "
                 "when and how.");
    case CARE_ISSUE_BILLED_TWICE:
        return _(
            "This work was billed before. Take off what was billed, or record who consented, when and how.");
    case CARE_ISSUE_OTHER_CURRENCY:
        return _(
            "The price of this job is in another currency. Record who consented to this one, when and how.");
    case CARE_ISSUE_BILLED_BEFORE:
        return _(
            "This work was billed before, and with this it comes to more than was agreed. Take off what was "
            "billed, or record who consented, when and how.");
    case CARE_ISSUE_NEEDS_REASON:
        return _("The work is not done yet. Write down why it is billed early.");
    case CARE_ISSUE_CLEAR:
    case CARE_ISSUE_LACKS:
    case CARE_ISSUE_UNREADABLE:
    default:
        return NULL;
    }
}

/* One that came some other way than through a door of the program. */
static gboolean
check_plain(CareRecord *draft, GError **error)
{
    g_autoptr(GError) odd = NULL;
    g_autofree char *sentence = NULL;

    if (care_invoice_check_draft(draft, &odd))
        return TRUE;
    sentence = care_sentences_join(odd->message, _("The draft was kept."));
    return care_refuse(error, CARE_ERROR_REFUSED, sentence);
}

/* Everything that is missing, so that nobody has to try again and again. */
static gboolean
refuse_lacks(CareConnection *connection, CareRecord *draft, CareDate today, GError **error)
{
    g_autoptr(GPtrArray) lacks = care_invoice_lacks(connection, draft, today, error);
    g_autofree char *sentences = g_strdup(_("The draft was kept."));

    if (lacks == NULL)
        return FALSE;
    for (guint i = 0; i < lacks->len; i++)
        care_sentences_add(&sentences, ((CareInvoiceLack *)lacks->pdata[i])->sentence);
    return care_refuse(error, CARE_ERROR_REFUSED, sentences);
}

static gboolean
check_draft(CareTransaction *transaction, CareRecord *draft, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareDate today = care_transaction_today(transaction);
    CareIssueCheck check;
    g_autofree char *sentence = NULL;

    if (care_record_is_set(draft, CARE_INVOICE_NUMBER))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("This invoice has been issued already. Nothing was changed."));
    if (care_record_stamp(draft).deleted != 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("This draft was deleted. Nothing was issued; bring it back from Recently "
                             "Deleted first."));
    if (!check_plain(draft, error))
        return FALSE;
    check = care_invoice_check(connection, draft, today, error);
    if (check == CARE_ISSUE_CLEAR || check == CARE_ISSUE_UNREADABLE)
        return check == CARE_ISSUE_CLEAR;
    if (check == CARE_ISSUE_LACKS)
        return refuse_lacks(connection, draft, today, error);
    sentence = care_sentences_join(care_issue_check_sentence(check), _("The draft was kept."));
    return care_refuse(error, CARE_ERROR_REFUSED, sentence);
}

/* Where the next document is joined to the chain. */
typedef struct {
    gint64 order;
    char *chain;
} ChainEnd;

static void
chain_end_clear(ChainEnd *end)
{
    g_free(end->chain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChainEnd, chain_end_clear)

static gboolean
take_chain_end(CareStatement *row, gpointer data, GError **error)
{
    ChainEnd *end = data;

    end->order = care_statement_int(row, 0);
    g_set_str(&end->chain, care_statement_text(row, 1));
    return FALSE;
}

static gboolean
read_chain_end(CareTransaction *transaction, ChainEnd *end, GError **error)
{
    end->chain = g_strdup(CARE_INVOICE_CHAIN_START);
    return care_query_each(care_transaction_connection(transaction), "invoices/last-issued", take_chain_end,
                           end, error, "");
}

/* The day on which the work was done; without a job, today. */
static gboolean
read_supply(CareTransaction *transaction, CareRecord *invoice, CareDate *day, GError **error)
{
    CareId id = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autoptr(CareRecord) job
        = id != 0 ? care_transaction_load(transaction, &care_job_kind, id, error) : NULL;

    *day = care_transaction_today(transaction);
    if (job != NULL && care_record_is_set(job, CARE_JOB_FINISHED))
        *day = care_date_of_instant(care_record_int(job, CARE_JOB_FINISHED),
                                    care_transaction_zone(transaction));
    return id == 0 || job != NULL;
}

static gboolean
set_dates(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    CareDate today = care_transaction_today(transaction), supply;

    care_record_set_date(invoice, CARE_INVOICE_DUE_DATE,
                         care_date_add_days(today, care_record_within(invoice, CARE_INVOICE_TERMS_DAYS)));
    if (care_record_is_set(invoice, CARE_INVOICE_SUPPLY))
        return TRUE;
    if (!read_supply(transaction, invoice, &supply, error))
        return FALSE;
    care_record_set_date(invoice, CARE_INVOICE_SUPPLY, supply);
    return TRUE;
}

static gboolean
take_snapshots(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autofree char *seller = care_invoice_seller(connection, invoice, error);
    g_autofree char *buyer = seller != NULL ? care_invoice_buyer(connection, invoice, error) : NULL;

    care_record_set_text(invoice, CARE_INVOICE_SELLER, seller);
    care_record_set_text(invoice, CARE_INVOICE_BUYER, buyer);
    return buyer != NULL;
}

static gboolean
seal(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    g_auto(ChainEnd) end = { 0 };
    g_autofree char *content = NULL;
    g_autofree char *chain = NULL;

    if (!read_chain_end(transaction, &end, error))
        return FALSE;
    care_record_set_int(invoice, CARE_INVOICE_ISSUE_ORDER, end.order + 1);
    content = care_invoice_content(invoice);
    chain = care_invoice_chain(end.chain, care_record_text(invoice, CARE_INVOICE_NUMBER), content);
    care_record_set_text(invoice, CARE_INVOICE_CONTENT, content);
    care_record_set_text(invoice, CARE_INVOICE_CHAIN, chain);
    return TRUE;
}

/* The lines first, then the row with its number: from that moment on the database guards both. */
static gboolean
freeze(CareTransaction *transaction, CareRecord *invoice, CareInvoiceProof *proof, GError **error)
{
    gboolean nothing_to_pay = care_record_int(invoice, CARE_INVOICE_PAYABLE) <= 0;

    care_record_set_text(invoice, CARE_INVOICE_STATE,
                         care_invoice_state_word(nothing_to_pay ? CARE_BILL_PAID : CARE_BILL_ISSUED));
    care_record_set_int(invoice, CARE_INVOICE_PAID, 0);
    /* what is frozen says for ever what the settings said: none of them may be taken as not set */
    if (!care_settings_check(care_transaction_connection(transaction), error)
        || !care_invoice_give_number(transaction, invoice, error) || !set_dates(transaction, invoice, error))
        return FALSE;
    return take_snapshots(transaction, invoice, error)
           && care_invoice_store_paper(transaction, invoice, proof, error)
           && seal(transaction, invoice, error) && care_flow_save(transaction, invoice, NULL, error);
}

CareRecord *
care_invoice_issue(CareTransaction *transaction, CareId id, CareInvoiceProof *proof, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);
    gboolean done = FALSE;

    if (invoice == NULL || !check_draft(transaction, invoice, error)
        || !read_done(care_transaction_connection(transaction), care_record_int(invoice, CARE_INVOICE_JOB),
                      &done, error))
        return NULL;
    /* a reason from before the work was done is none any more: this is no deposit */
    if (done)
        care_record_clear(invoice, CARE_INVOICE_EARLY_REASON);
    if (!care_invoice_compute(invoice, error) || !freeze(transaction, invoice, proof, error))
        return NULL;
    return g_steal_pointer(&invoice);
}

/* What the program wrote of the one document is none of the other's; its sums are, and the words to the customer are
 * not. */
static gboolean
is_credited(int field)
{
    const CareField *f = &care_invoice_kind.fields[field];
    gboolean is_sum = f->kind == CARE_FIELD_MONEY || f->kind == CARE_FIELD_LIST;

    if (field == CARE_INVOICE_NOTE || field == CARE_INVOICE_TERMS)
        return FALSE;
    return !(f->flags & CARE_FIELD_COMPUTED) || (is_sum && !(f->flags & CARE_FIELD_AFTER_ISSUE));
}

/* Positive amounts: the type does the crediting (rules-invoices I3). */
static CareRecord *
credit_note_of(CareRecord *invoice)
{
    CareRecord *note = care_record_copy(invoice);

    care_record_set_id(note, 0);
    care_record_set_stamp(note, (CareRecordStamp){ 0 });
    for (guint i = 0; i < care_invoice_kind.n_fields; i++)
        if (!is_credited((int)i))
            care_record_clear(note, (int)i);
    for (guint i = 0; i < care_record_list_length(note, CARE_INVOICE_LINES); i++)
        care_record_clear(care_record_list_item(note, CARE_INVOICE_LINES, i), CARE_INVOICE_LINE_AGREED);
    /* what was paid before the invoice goes back with the rest */
    care_record_set_int(note, CARE_INVOICE_PREPAID, 0);
    care_record_set_int(note, CARE_INVOICE_PAYABLE,
                        care_record_int(invoice, CARE_INVOICE_PAYABLE)
                            + care_record_int(invoice, CARE_INVOICE_PREPAID));
    care_record_set_text(note, CARE_INVOICE_TYPE, care_invoice_type_word(CARE_BILL_CREDIT_NOTE));
    care_record_set_text(note, CARE_INVOICE_STATE, care_invoice_state_word(CARE_BILL_DRAFT));
    care_record_set_int(note, CARE_INVOICE_CORRECTS, care_record_id(invoice));
    care_record_set_int(note, CARE_INVOICE_TERMS_DAYS, 0);
    return note;
}

static gboolean
check_cancel(CareRecord *invoice, GError **error)
{
    if (!care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("A draft needs no credit note. Nothing was changed; delete the draft instead."));
    if (care_invoice_type_is(care_record_text(invoice, CARE_INVOICE_TYPE), CARE_BILL_CREDIT_NOTE))
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("A credit note cannot be cancelled. Nothing was changed; issue a new invoice instead."));
    if (care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("This invoice was cancelled already. Nothing was changed."));
    return TRUE;
}

CareRecord *
care_invoice_cancel(CareTransaction *transaction, CareId id, CareInvoiceProof *proof, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);
    g_autoptr(CareRecord) note = NULL;

    if (invoice == NULL || !check_cancel(invoice, error)
        || !care_invoice_check_books(transaction, invoice, 0, error))
        return NULL;
    note = credit_note_of(invoice);
    if (!care_flow_save_along(transaction, note, error) || !freeze(transaction, note, proof, error))
        return NULL;
    care_record_set_text(invoice, CARE_INVOICE_STATE, care_invoice_state_word(CARE_BILL_CANCELLED));
    if (!care_flow_save(transaction, invoice, NULL, error)
        || !care_invoice_settle(transaction, care_record_id(invoice), error))
        return NULL;
    return g_steal_pointer(&note);
}
