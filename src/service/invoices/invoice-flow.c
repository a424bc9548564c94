/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-flow.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/sentences.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/flow-ties.h"
#include "service/flow-times.h"
#include "service/flow.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-standing.h"
#include "service/invoices/invoice-account.h"
#include "service/invoices/promise.h"
#include "service/invoices/shop-tax.h"
#include "service/jobs/agreement.h"
#include "service/jobs/to-bill.h"
#include "service/paper-parties.h"
#include "service/number-room.h"
#include "store/named-query.h"
#include "store/setting.h"

/* What was agreed was so in a currency: in that of the job; without one, in that of the draft when it was begun. */
static char *
agreed_currency(CareTransaction *transaction, CareRecord *invoice, CareRecord *old)
{
    CareId id = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autoptr(CareRecord) job = NULL;

    if (old != NULL)
        return g_strdup(care_record_text(old, CARE_INVOICE_CURRENCY));
    job = id != 0 ? care_transaction_load(transaction, &care_job_kind, id, NULL) : NULL;
    return job != NULL ? care_job_currency(care_transaction_connection(transaction), job)
                       : g_strdup(care_transaction_shop(transaction)->currency);
}

static gboolean
keeps_currency(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    g_autofree char *agreed = agreed_currency(transaction, invoice, old);

    if (!care_invoice_has_agreed_lines(invoice)
        || g_strcmp0(care_record_text(invoice, CARE_INVOICE_CURRENCY), agreed) == 0)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is a currency, "EUR" */
                _("The price was agreed in %s. Nothing was changed; bill it in %s, or take the agreed lines "
                  "out first."),
                agreed, agreed);
    return FALSE;
}

static gboolean
discounts_fit(CareRecord *invoice)
{
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++) {
        CareDecimal percent = care_record_int(care_record_list_item(invoice, CARE_INVOICE_LINES, i),
                                              CARE_INVOICE_LINE_DISCOUNT);

        if (percent < 0 || percent > 100 * CARE_DECIMAL_ONE)
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_discounts(CareRecord *invoice, GError **error)
{
    return discounts_fit(invoice)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("A discount is between 0 and 100 percent. Nothing was changed."));
}

static gboolean
is_base(CareRecord *line)
{
    return !care_record_is_set(line, CARE_INVOICE_LINE_BASE_QUANTITY)
           || care_record_int(line, CARE_INVOICE_LINE_BASE_QUANTITY) > 0;
}

static guint
count_odd_bases(CareRecord *invoice)
{
    guint n = 0;

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        n += !is_base(care_record_list_item(invoice, CARE_INVOICE_LINES, i));
    return n;
}

/* The line that was there, though somebody may have given it another name or another price. */
static gboolean
is_odd_as(CareRecord *line, CareRecord *old)
{
    return !is_base(old)
           && care_record_int(line, CARE_INVOICE_LINE_BASE_QUANTITY)
                  == care_record_int(old, CARE_INVOICE_LINE_BASE_QUANTITY)
           && (care_record_int(line, CARE_INVOICE_LINE_PRICE) == care_record_int(old, CARE_INVOICE_LINE_PRICE)
               || g_strcmp0(care_record_text(line, CARE_INVOICE_LINE_NAME),
                            care_record_text(old, CARE_INVOICE_LINE_NAME))
                      == 0);
}

/* Each old line stands for one: who has taken it gives it up where another is as good to it. */
static gboolean
take_old(CareRecord *invoice, guint at, CareRecord *old, guint *takers, gboolean *asked)
{
    CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, at);

    for (guint i = 0; i < care_record_list_length(old, CARE_INVOICE_LINES); i++) {
        if (asked[i] || !is_odd_as(line, care_record_list_item(old, CARE_INVOICE_LINES, i)))
            continue;
        asked[i] = TRUE;
        if (takers[i] == 0 || take_old(invoice, takers[i] - 1, old, takers, asked)) {
            takers[i] = at + 1;
            return TRUE;
        }
    }
    return FALSE;
}

/* Each of them was there, and none is there once more. */
static gboolean
has_old_bases(CareRecord *invoice, CareRecord *old)
{
    guint n = old != NULL ? care_record_list_length(old, CARE_INVOICE_LINES) : 0;
    g_autofree guint *takers = g_new0(guint, n + 1);

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++) {
        g_autofree gboolean *asked = g_new0(gboolean, n + 1);

        if (!is_base(care_record_list_item(invoice, CARE_INVOICE_LINES, i))
            && (old == NULL || !take_old(invoice, i, old, takers, asked)))
            return FALSE;
    }
    return TRUE;
}

/* What stood so before it was asked stays until somebody corrects it; a credit note repeats what it corrects. */
static gboolean
check_bases(CareRecord *invoice, CareRecord *old, GError **error)
{
    return care_invoice_is_credit(invoice) || has_old_bases(invoice, old)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("The quantity a price is for must be greater than 0. Nothing was changed."));
}

static guint
count_taxed(CareRecord *invoice)
{
    guint n = 0;

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        n += care_record_int(care_record_list_item(invoice, CARE_INVOICE_LINES, i), CARE_INVOICE_LINE_RATE)
             > 0;
    return n;
}

/* A draft from before the shop became small keeps its lines until they are looked at; it is not issued so. */
static gboolean
check_tax(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(care_transaction_connection(transaction));

    return !tax->small || care_invoice_is_credit(invoice)
           || count_taxed(invoice) <= (old != NULL ? count_taxed(old) : 0)
           || care_refuse(
               error, CARE_ERROR_REFUSED,
               _("This shop is a small business and charges no tax. Nothing was changed; leave the "
                 "tax out, or change it in Preferences."));
}

/* In a country without small coins an invoice comes to what can be paid (BT-114). Of a new draft, a rounding that was
 * given stays. */
static gboolean
round_for_cash(CareTransaction *transaction, CareRecord *invoice, gboolean is_new, GError **error)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(care_transaction_connection(transaction));
    CareMoney step = tax->preset != NULL ? tax->preset->cash_rounding : 0;
    CareMoney payable;

    if (step <= 1 || care_invoice_is_credit(invoice)
        || g_strcmp0(care_record_text(invoice, CARE_INVOICE_CURRENCY), tax->preset->currency) != 0
        || (is_new && care_record_int(invoice, CARE_INVOICE_PAYABLE) % step == 0))
        return TRUE;
    care_record_set_int(invoice, CARE_INVOICE_ROUNDING, 0);
    if (!care_invoice_compute(invoice, error))
        return FALSE;
    payable = care_record_int(invoice, CARE_INVOICE_PAYABLE);
    care_record_set_int(invoice, CARE_INVOICE_ROUNDING, care_div_round(payable, step) * step - payable);
    return care_invoice_compute(invoice, error);
}

/* A draft is kept as it stands, and not with what no invoice is issued with. */
static gboolean
check_terms(CareRecord *invoice, GError **error)
{
    g_autofree char *wrong = care_invoice_say_terms(invoice);
    g_autofree char *sentence = care_sentences_join(wrong, _("Nothing was changed."));

    return wrong == NULL || care_refuse(error, CARE_ERROR_REFUSED, sentence);
}

/* A consent is somebody's, and was given. */
static gboolean
check_consent(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    if (!care_flow_check_happened(transaction, invoice, old, CARE_INVOICE_CONSENT_AT,
                                  _("A consent cannot lie in the future. Nothing was changed."), error))
        return FALSE;
    return !care_record_is_set(invoice, CARE_INVOICE_CONSENT_AT) || care_invoice_has_consent(invoice)
           || (old != NULL && care_record_field_equal(invoice, old, CARE_INVOICE_CONSENT_AT)
               && !care_invoice_has_consent(old))
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("A consent is somebody’s. Nothing was changed; say who gave it, too."));
}

static gboolean
is_issued(CareRecord *invoice)
{
    return invoice != NULL && care_record_is_set(invoice, CARE_INVOICE_NUMBER);
}

static gboolean
refuse_change(GError **error)
{
    return care_refuse(
        error, CARE_ERROR_REFUSED,
        _("An issued invoice cannot be changed or deleted. Nothing was changed; cancel it with a "
          "credit note instead."));
}

/* Whose name is on the paper owes it. */
static gboolean
keeps_customer(CareRecord *invoice, CareRecord *old, GError **error)
{
    return care_record_field_equal(invoice, old, CARE_INVOICE_CUSTOMER)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("This document was issued to its customer. Nothing was changed; cancel it and "
                            "issue another to whom it should have been."));
}

/* So does its job stand on it, and would be billed again without it. */
static gboolean
keeps_job(CareRecord *invoice, CareRecord *old, GError **error)
{
    return care_record_field_equal(invoice, old, CARE_INVOICE_JOB)
           || care_refuse(
               error, CARE_ERROR_REFUSED,
               _("This document was issued for its job, or for none. Nothing was changed; cancel it "
                 "and issue another."));
}

/* The triggers of the database say so too; but they may be gone, and what was issued stays all the same. */
static gboolean
stays_as_issued(CareRecord *invoice, CareRecord *old, GError **error)
{
    g_autofree char *before = care_invoice_content(old);
    g_autofree char *now = care_invoice_content(invoice);

    return (strcmp(before, now) == 0 && care_record_field_equal(invoice, old, CARE_INVOICE_CONTENT)
            && care_record_field_equal(invoice, old, CARE_INVOICE_CHAIN))
           || refuse_change(error);
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);

    if (is_issued(old))
        return keeps_customer(invoice, old, error) && keeps_job(invoice, old, error)
               && stays_as_issued(invoice, old, error);
    if (is_issued(invoice))
        return TRUE;
    /* what the draft says of the shop is issued one day: no setting of it may be taken as not set */
    if (!care_settings_check(connection, error) || !check_consent(transaction, invoice, old, error))
        return FALSE;
    care_invoice_set_defaults(connection, invoice);
    if (old != NULL)
        care_promise_convert_lines(invoice, care_record_text(old, CARE_INVOICE_PRICES));
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        care_invoice_line_set_defaults(connection, care_record_list_item(invoice, CARE_INVOICE_LINES, i));
    if (!keeps_currency(transaction, invoice, old, error)
        || !care_record_recheck(invoice, care_transaction_what_stood(transaction, invoice, old), error)
        || !check_discounts(invoice, error) || !check_bases(invoice, old, error)
        || !check_terms(invoice, error) || !check_tax(transaction, invoice, old, error)
        || !care_invoice_compute(invoice, error) || !round_for_cash(transaction, invoice, old == NULL, error))
        return FALSE;
    return old == NULL || care_promise_drop_stale_consent(connection, old, invoice, error);
}

static gboolean
is_cancelled(CareRecord *invoice)
{
    return care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED);
}

static gboolean
is_issued_now(CareRecord *invoice, CareRecord *old)
{
    return is_issued(invoice) && !is_issued(old);
}

/* Whether what is to be billed may have changed by it: it was issued or cancelled. */
static gboolean
changes_billing(CareRecord *invoice, CareRecord *old)
{
    return is_issued(invoice) && (!is_issued(old) || is_cancelled(old) != is_cancelled(invoice));
}

static gboolean
saved(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    if (is_issued_now(invoice, old)
        && !care_chain_head_will_move(transaction, care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER), error))
        return FALSE;
    return !changes_billing(invoice, old)
           || care_job_update_to_bill(transaction, care_record_int(invoice, CARE_INVOICE_JOB), error);
}

static gboolean
may_go(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    return !is_issued(invoice) || refuse_change(error);
}

static const CareTie payments = { &care_payment_kind, CARE_PAYMENT_INVOICE, NULL };

/* Who is billed pays. */
static gboolean
moved(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    return care_tie_move(transaction, &payments, care_record_id(invoice),
                         care_record_int(invoice, CARE_INVOICE_CUSTOMER), error);
}

/* What was issued is what it is. */
static gboolean
adds_up(CareRecord *invoice, GError **error)
{
    g_autoptr(CareRecord) counted = is_issued(invoice) ? NULL : care_record_copy(invoice);

    return counted == NULL || care_invoice_compute(counted, error);
}

/* Whoever issues it would issue that; a consent of nobody, which a door of schema 3 left, is none then (invoice-issue.c). */
static gboolean
check_draft(CareRecord *draft, const CareAsked *asked, GError **error)
{
    if (!care_invoice_check_draft(draft, error))
        return FALSE;
    if (asked->schema < CARE_SCHEMA_THAT_ASKED_MORE)
        return TRUE;
    if (!discounts_fit(draft))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("A discount of it is not between 0 and 100 percent."));
    if (asked->schema >= CARE_SCHEMA_THAT_ADDED_UP && !adds_up(draft, error))
        return FALSE;
    if (asked->schema >= CARE_SCHEMA_TO_COME && count_odd_bases(draft) > 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("The quantity a price of it is for is not greater than 0."));
    return asked->schema < CARE_SCHEMA_TO_COME || !care_record_is_set(draft, CARE_INVOICE_CONSENT_AT)
           || care_invoice_has_consent(draft)
           || care_refuse(error, CARE_ERROR_REFUSED, _("It says when a consent was given, and not by whom."));
}

static gboolean
check_alone(CareRecord *invoice, const CareAsked *asked, GError **error)
{
    gint64 sequence = care_record_int(invoice, CARE_INVOICE_SEQUENCE);
    gboolean is_draft = care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_DRAFT);
    g_autofree char *number = NULL;
    CareId buyer = care_buyer_snapshot_customer(care_record_text(invoice, CARE_INVOICE_BUYER));

    if (is_draft == care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("An invoice is a draft until it has its number; this one is neither."));
    if (is_draft)
        return check_draft(invoice, asked, error);
    if (care_record_stamp(invoice).deleted != 0)
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("It was issued, and says that it was deleted; what was issued is never deleted."));
    if (buyer != 0 && buyer != care_record_int(invoice, CARE_INVOICE_CUSTOMER))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("It is another customer’s than the one whom it was issued to."));
    if (!care_record_is_set(invoice, CARE_INVOICE_SERIES) || sequence <= 0 || sequence > CARE_NUMBER_MAX)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("It has a number, and no place in a series of invoices."));
    number = care_kind_number(&care_invoice_kind, care_record_text(invoice, CARE_INVOICE_SERIES), sequence);
    return (g_strcmp0(number, care_record_text(invoice, CARE_INVOICE_NUMBER)) == 0
            && strpbrk(number, "/\\") == NULL)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("Its number is another than its place in its series."));
}

static gboolean
check_restored(CareTransaction *transaction, CareRecord *invoice, int schema, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);

    return care_number_check_room(connection, invoice, error)
           && (schema < CARE_SCHEMA_THAT_ASKED_MORE || care_invoice_check_job(connection, invoice, error));
}

/* A later export brings the credit note of an invoice that was here: it is cancelled by it, unless its books did not fit
 * before; then verify tells that, and goes on to. */
static gboolean
settle_corrected(CareTransaction *transaction, CareRecord *note, GError **error)
{
    CareId id = care_record_int(note, CARE_INVOICE_CORRECTS);
    g_autoptr(CareRecord) invoice
        = id != 0 ? care_transaction_load(transaction, &care_invoice_kind, id, error) : NULL;
    CareMoney paid = 0;

    if (invoice == NULL
        || !care_query_int(care_transaction_connection(transaction), "invoices/sum-of-payments", &paid, error,
                           "i", id))
        return id == 0;
    return paid != care_record_int(invoice, CARE_INVOICE_PAID) || care_invoice_settle(transaction, id, error);
}

/* A later export brings the invoice of a job that was here, too. */
gboolean
care_invoice_follow_issued(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    return care_chain_head_will_move(transaction, care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER), error)
           && care_job_follow_to_bill(transaction, care_record_int(invoice, CARE_INVOICE_JOB), error);
}

static gboolean
restored(CareTransaction *transaction, CareRecord *invoice, const CareKindBrought *along, GError **error)
{
    if (!care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return TRUE;
    return care_invoice_settle(transaction, care_record_id(invoice), error)
           && settle_corrected(transaction, invoice, error)
           && care_invoice_follow_issued(transaction, invoice, error);
}

static gboolean
derive(CareConnection *connection, CareRecord *invoice, GError **error)
{
    if (is_issued(invoice))
        return care_invoice_derive_state(connection, invoice, error);
    care_invoice_derive_sums(invoice);
    return TRUE;
}

const CareKindFlow care_invoice_flow = {
    .kind = &care_invoice_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_INVOICE_CUSTOMER,
    .may_go = may_go,
    .check_alone = check_alone,
    .adds_up = adds_up,
    .check_restored = check_restored,
    .restored = restored,
    .derive = derive,
};
