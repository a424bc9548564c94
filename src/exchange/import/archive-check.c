/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/import/archive-by-hand.h"
#include "exchange/import/archive-dangling.h"
#include "exchange/import/archive-decided.h"
#include "exchange/import/archive-links.h"
#include "exchange/import/archive-made.h"
#include "exchange/import/archive-numbers.h"
#include "exchange/import/archive-owners.h"
#include "exchange/import/archive-twice.h"
#include "model/event.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/invoice-account.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-flow.h"
#include "service/invoices/payment-check.h"
#include "service/paper.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/named-query.h"

typedef struct {
    const CareReaderDesk *desk;
    CareConnection *connection;
    const CareArchiveHead *head;
    guint n_refused;      /* so far */
    GHashTable *short_of; /* CareId of invoices of which a payment or the credit note was refused */
    const CareArchiveDrafts *drafts;
    const CareArchiveVersions *versions;
    GHashTable *amiss; /* of those that came with sums that do not fit */
} Check;

gboolean
care_archive_is_of_row(const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_INPUT)
           || g_error_matches(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* A door says in the end what became of everything else. */
char *
care_archive_reason(const GError *error)
{
    const char *tail = _("Nothing was changed.");
    gsize length = strlen(error->message), cut = strlen(tail);
    gboolean has_tail = length > cut && g_str_has_suffix(error->message, tail);

    return g_strchomp(g_strndup(error->message, has_tail ? length - cut : length));
}

static gboolean
is_new(Check *self, CareId id, gboolean *answer, GError **error)
{
    const CareKindBrought brought = { NULL, self->desk->import, self->desk->file, self->head->schema };

    return care_kind_was_brought(self->connection, &brought, id, answer, error);
}

/* Of which invoice a payment, or the credit note, is missing from now on. */
static gboolean
note_short(Check *self, const CareKind *kind, CareId id, GError **error)
{
    int field = care_archive_owing_field(kind);
    g_autoptr(CareRecord) record
        = field >= 0 ? care_transaction_load(self->desk->transaction, kind, id, error) : NULL;
    CareId invoice = record != NULL ? care_record_int(record, field) : 0;

    if (invoice != 0)
        g_hash_table_add(self->short_of, g_memdup2(&invoice, sizeof invoice));
    return field < 0 || record != NULL;
}

/* What the shop had before stays, whatever is wrong with it: that is for verify to tell. */
static gboolean
refuse(Check *self, const CareKind *kind, CareId id, const char *reason, GError **error)
{
    const CareReaderDesk *desk = self->desk;
    gboolean came = FALSE;

    if (!is_new(self, id, &came, error))
        return FALSE;
    if (!came)
        return TRUE;
    if (!note_short(self, kind, id, error))
        return FALSE;
    self->n_refused++;
    desk->counts->new --;
    desk->counts->refused++;
    return care_flow_unrestore(desk->transaction, kind, id, error)
           && care_archive_put_draft_back(desk->transaction, self->drafts, id, error)
           && care_query_execute(self->connection, "exchange/import-refuse", error, "iiis", desk->import,
                                 (gint64)desk->file, id, reason);
}

static gboolean
refuse_dangling(Check *self, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) found = care_archive_find_dangling(self->desk, self->head->schema, kind, error);

    for (guint i = 0; found != NULL && i < found->len; i++) {
        const CareArchiveDangling *one = &g_array_index(found, CareArchiveDangling, i);

        if (!refuse(self, kind, one->id, one->reason, error))
            return FALSE;
    }
    return found != NULL;
}

static gboolean
refuse_hidden_by(Check *self, const CareKind *kind, int field, gboolean taken_back, GError **error)
{
    g_autoptr(GArray) ids = care_archive_hidden(self->desk, kind, field, taken_back, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareId id = g_array_index(ids, CareId, i);
        g_autofree char *reason = NULL;

        if (!care_archive_leave_hidden(self->desk, kind, field, id, taken_back, &reason, error)
            || (reason != NULL && !refuse(self, kind, id, reason, error)))
            return FALSE;
    }
    return ids != NULL;
}

static gboolean
refuse_hidden(Check *self, const CareKind *kind, GError **error)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (!refuse_hidden_by(self, kind, (int)i, FALSE, error)
            || !refuse_hidden_by(self, kind, (int)i, TRUE, error))
            return FALSE;
    return TRUE;
}

static GArray *
new_ids(const CareReaderDesk *desk, const CareKind *kind, GError **error)
{
    return care_query_ids(care_transaction_connection(desk->transaction), "exchange/import-new", error, "iis",
                          desk->import, (gint64)desk->file, kind->name);
}

/* Not where it would hide that another payment is lost. */
static gboolean
check_books(Check *self, CareRecord *payment, CareRecord *invoice, GError **error)
{
    CareId owner = care_record_id(invoice);
    gboolean came = FALSE;
    gint64 sum = 0;

    if (care_record_stamp(payment).deleted != 0)
        return TRUE;
    return is_new(self, owner, &came, error)
           && (came
               || (care_query_int(self->connection, "exchange/import-paid", &sum, error, "iii",
                                  self->desk->import, (gint64)self->desk->file, owner)
                   && care_invoice_check_books(self->desk->transaction, invoice, -sum, error)));
}

/* Onto an account that was here before, be it by a credit note that is new. Where the file knows all that was paid there, it
 * is the account of the file, further on than here; else it comes to the shop's own, as by hand today. */
static gboolean
check_onto(Check *self, CareRecord *payment, CareRecord *invoice, GError **error)
{
    CareTransaction *transaction = self->desk->transaction;
    gint64 own = 0;

    return care_query_int(self->connection, "exchange/import-own-money", &own, error, "iii",
                          self->desk->import, (gint64)self->desk->file, care_invoice_account(invoice))
           && care_flow_check_restored(transaction, &care_payment_kind, care_record_id(payment),
                                       own != 0 ? care_schema_version() : self->head->began, error)
           && care_payment_check_onto(transaction, payment, own != 0, error)
           && check_books(self, payment, invoice, error);
}

static gboolean
check_payment(Check *self, CareId id, GError **error)
{
    CareTransaction *transaction = self->desk->transaction;
    g_autoptr(CareRecord) payment = care_transaction_load(transaction, &care_payment_kind, id, error);
    g_autoptr(CareRecord) invoice = NULL;
    gboolean came = FALSE;

    if (payment != NULL)
        invoice = care_transaction_load(transaction, &care_invoice_kind,
                                        care_record_int(payment, CARE_PAYMENT_INVOICE), error);
    if (invoice == NULL || !is_new(self, care_invoice_account(invoice), &came, error))
        return FALSE;
    return came ? care_flow_check_restored(transaction, &care_payment_kind, id, self->head->began, error)
                : check_onto(self, payment, invoice, error);
}

static gboolean
check_by_kind(Check *self, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (kind != &care_payment_kind)
        return care_flow_check_restored(self->desk->transaction, kind, id, self->head->began, error);
    if (check_payment(self, id, &local))
        return TRUE;
    if (g_error_matches(local, CARE_ERROR, CARE_ERROR_CORRUPT)) /* of the invoice, and not of the import */
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, local->message);
    else
        g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

static gboolean
check_record(Check *self, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(GError) reason = NULL;
    g_autofree char *sentence = NULL;

    if (care_archive_let_links_go(self->desk, kind, id, self->head->began, &reason)
        && check_by_kind(self, kind, id, &reason)
        && care_archive_check_made(self->desk, self->versions, kind, id, &reason))
        return TRUE;
    if (!care_archive_is_of_row(reason)) {
        g_propagate_error(error, g_steal_pointer(&reason));
        return FALSE;
    }
    sentence = care_archive_reason(reason);
    return refuse(self, kind, id, sentence, error);
}

static gboolean
check_kind(Check *self, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) ids = new_ids(self->desk, kind, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!check_record(self, kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

static gboolean
each_kind(Check *self, gboolean (*func)(Check *, const CareKind *, GError **), GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!func(self, *kind, error))
            return FALSE;
    return TRUE;
}

/* What is taken out leaves what refers to it without it. */
static gboolean
refuse_all_dangling(Check *self, GError **error)
{
    guint before;

    do {
        before = self->n_refused;
        if (!each_kind(self, refuse_dangling, error))
            return FALSE;
    } while (self->n_refused > before);
    return TRUE;
}

static gboolean
refuse_broken_chain(Check *self, GError **error)
{
    g_autoptr(GArray) ids = NULL;
    g_autofree char *sentence = NULL;

    if (!care_archive_judge_chain(self->desk, self->drafts->kept, &sentence, &ids, error))
        return FALSE;
    for (guint i = 0; sentence != NULL && i < ids->len; i++)
        if (!refuse(self, &care_invoice_kind, g_array_index(ids, CareId, i), sentence, error))
            return FALSE;
    return TRUE;
}

/* The rules of a kind ask what its records refer to: so what hangs on a refused one goes before the next kind is asked. */
static gboolean
check_kind_and_tidy(Check *self, const CareKind *kind, GError **error)
{
    guint before = self->n_refused;

    return check_kind(self, kind, error) && (self->n_refused == before || refuse_all_dangling(self, error));
}

/* That somebody who is not there changed it last says nothing, and is no reason to do without the record: an export from
 * before this one names who was purged since. */
static gboolean
forget_strange_writers(Check *self, const CareKind *kind, GError **error)
{
    const CareKindBrought brought = { kind, self->desk->import, self->desk->file, self->head->schema };

    return care_kind_forget_strange_writers(self->connection, &brought, error);
}

/* What two desks did alike the history tells once. */
static gboolean
refuse_twice(Check *self, GError **error)
{
    g_autoptr(GArray) ids = care_archive_find_twice(self->desk, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareId id = g_array_index(ids, CareId, i);
        g_autofree char *reason = care_archive_say_already(self->desk, &care_event_kind, id, error);

        if (reason == NULL || !refuse(self, &care_event_kind, id, reason, error))
            return FALSE;
    }
    return ids != NULL;
}

gboolean
care_archive_check(const CareReaderDesk *desk, const CareArchiveHead *head, GHashTable *short_of,
                   const CareArchiveDrafts *drafts, const CareArchiveVersions *versions, GError **error)
{
    Check self = { .desk = desk,
                   .connection = care_transaction_connection(desk->transaction),
                   .head = head,
                   .short_of = short_of,
                   .drafts = drafts,
                   .versions = versions };
    guint before;

    if (!care_archive_versions_settle(versions, desk, error) || !refuse_twice(&self, error))
        return FALSE;
    do {
        before = self.n_refused;
        if (!refuse_broken_chain(&self, error) || !each_kind(&self, refuse_hidden, error)
            || !refuse_all_dangling(&self, error) || !each_kind(&self, check_kind_and_tidy, error))
            return FALSE;
    } while (self.n_refused > before);
    return each_kind(&self, forget_strange_writers, error);
}

/* With a credit note, its invoice: to settle that would settle both. */
static void
note_amiss(Check *self, CareRecord *invoice)
{
    CareId id = care_record_id(invoice), account = care_invoice_account(invoice);

    g_hash_table_add(self->amiss, g_memdup2(&id, sizeof id));
    g_hash_table_add(self->amiss, g_memdup2(&account, sizeof account));
}

/* Which is no reason to refuse what fits its seal, and one to look for the paper. */
static const char *
say_of_paper(Check *self, CareRecord *invoice)
{
    g_autoptr(GBytes) paper = NULL;

    if (!care_record_is_set(invoice, CARE_INVOICE_SHA256))
        return NULL;
    paper = care_paper_read_kept(&care_invoice_paper_kind, care_transaction_data_dir(self->desk->transaction),
                                 invoice, NULL);
    return paper == NULL
               ? _("It came without the paper that was issued, or with another. Put that into the “issued” "
                   "folder of the shop from a backup; until then no new backup is a good one.")
               : NULL;
}

/* Nobody knows here any more why it was cancelled, so it is not: it stands for what is there. */
static const char *
say_short(CareRecord *invoice)
{
    return care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED)
               ? _("Its credit note was not taken over, so it is not cancelled here; what is paid on it "
                   "follows "
                   "from its payments.")
               : _("A payment of it was not taken over; what was paid on it follows from the others.");
}

static gboolean
tell(Check *self, CareId id, const char *reason, GError **error)
{
    return care_query_execute(self->connection, "exchange/import-tell", error, "iiis", self->desk->import,
                              (gint64)self->desk->file, id, reason);
}

/* What an archive says of its invoices is not made to agree with its payments without a word: it was so where it was
 * written, or somebody wrote it. */
static gboolean
look_at_invoice(Check *self, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice
        = care_transaction_load(self->desk->transaction, &care_invoice_kind, id, error);
    gboolean fit = TRUE, is_short;
    const char *lacks;

    if (invoice == NULL
        || (care_record_is_set(invoice, CARE_INVOICE_NUMBER)
            && !care_invoice_books_fit(self->connection, invoice, &fit, error)))
        return FALSE;
    lacks = say_of_paper(self, invoice);
    if (fit)
        return lacks == NULL || tell(self, id, lacks, error);
    is_short = g_hash_table_contains(self->short_of, &id);
    if (!is_short)
        note_amiss(self, invoice);
    return tell(self, id,
                is_short
                    ? say_short(invoice)
                    : _("It came as it is, but what it says was paid and its payments do not fit together; "
                        "“aftercare-cli verify” tells what is wrong."),
                error);
}

static gboolean
find_amiss(Check *self, GError **error)
{
    g_autoptr(GArray) ids = new_ids(self->desk, &care_invoice_kind, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!look_at_invoice(self, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

static gboolean
is_amiss(Check *self, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);
    CareId id = care_record_id(record);
    int field = care_archive_owing_field(kind);
    CareId other = field >= 0 ? care_record_int(record, field) : 0;

    return g_hash_table_contains(self->amiss, &id) || g_hash_table_contains(self->amiss, &other);
}

/* What a door of today would not take, and that of then did. */
static gboolean
tell_odd(Check *self, CareRecord *record, GError **error)
{
    CareTransaction *transaction = self->desk->transaction;
    const CareAsked asked = { care_transaction_shop(transaction)->currency, self->head->began,
                              care_transaction_today(transaction) };
    g_autofree char *note = care_flow_note(self->connection, record, &asked);

    return note == NULL || tell(self, care_record_id(record), note, error);
}

static gboolean
follow_record(Check *self, const CareKind *kind, CareId id, GError **error)
{
    CareTransaction *transaction = self->desk->transaction;
    const CareKindBrought brought = { kind, self->desk->import, self->desk->file, self->head->schema };
    g_autoptr(CareRecord) record = care_transaction_load(transaction, kind, id, error);

    if (record == NULL || !tell_odd(self, record, error))
        return FALSE;
    if (!is_amiss(self, record))
        return care_flow_follow_restored(transaction, &brought, id, error);
    return kind != &care_invoice_kind || care_invoice_follow_issued(transaction, record, error);
}

static gboolean
follow_kind(Check *self, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) ids = new_ids(self->desk, kind, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!follow_record(self, kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

static gboolean
raise_counters(Check *self, const char *query, GError **error)
{
    return care_query_execute(self->connection, query, error, "ii", self->desk->import,
                              (gint64)self->desk->file);
}

gboolean
care_archive_follow(const CareReaderDesk *desk, const CareArchiveHead *head, GHashTable *short_of,
                    GError **error)
{
    g_autoptr(GHashTable) amiss = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    Check self = { .desk = desk,
                   .connection = care_transaction_connection(desk->transaction),
                   .head = head,
                   .short_of = short_of,
                   .amiss = amiss };

    return find_amiss(&self, error) && care_archive_refuse_decided(desk, error)
           && each_kind(&self, follow_kind, error) && care_archive_refuse_idle(desk, error)
           && care_archive_begin_anew(desk, error)
           && raise_counters(&self, "exchange/raise-counters-of-jobs", error)
           && raise_counters(&self, "exchange/raise-counters-of-invoices", error);
}
