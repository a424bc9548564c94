/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/due-anew.h"

#include "model/deferral.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/today/due-private.h"
#include "store/named-query.h"

static gboolean
is_cancelled(CareRecord *invoice)
{
    return care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED);
}

CareId
care_due_grew_to_pay_back(CareRecord *record, CareRecord *old)
{
    return care_record_kind(record) == &care_invoice_kind
                   && care_record_int(record, CARE_INVOICE_TO_PAY_BACK)
                          > care_record_int(old, CARE_INVOICE_TO_PAY_BACK)
               ? care_record_id(record)
               : 0;
}

CareId
care_due_grew_open(CareRecord *record, CareRecord *old)
{
    return care_record_kind(record) == &care_invoice_kind
                   && care_invoice_open(record) > care_invoice_open(old)
               ? care_record_id(record)
               : 0;
}

/* A price that was taken out has nothing to bill until there is another; nor has what is billed, until that is cancelled. */
static gboolean
has_more_to_bill(CareRecord *job, CareRecord *old)
{
    return care_record_int(job, CARE_JOB_AGREED) > care_record_int(old, CARE_JOB_AGREED)
           || care_record_int(job, CARE_JOB_TO_BILL) > care_record_int(old, CARE_JOB_TO_BILL)
           || !care_record_field_equal(job, old, CARE_JOB_PRICES)
           || !care_record_field_equal(job, old, CARE_JOB_CURRENCY);
}

CareId
care_due_grew_to_bill(CareRecord *record, CareRecord *old)
{
    if (care_record_kind(record) == &care_job_kind)
        return has_more_to_bill(record, old) ? care_record_id(record) : 0;
    return care_record_kind(record) == &care_invoice_kind && is_cancelled(record) && !is_cancelled(old)
               ? care_record_int(record, CARE_INVOICE_JOB)
               : 0;
}

/* By itself, for nobody deletes it. ids is nullable: an error. */
static gboolean
forget(CareTransaction *transaction, const GArray *ids, GError **error)
{
    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!care_flow_remove_made(transaction, &care_deferral_kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

static CareId
newest_of(const GArray *ids)
{
    CareId newest = 0;

    for (guint i = 0; i < ids->len; i++)
        newest = MAX(newest, g_array_index(ids, CareId, i));
    return newest;
}

/* What grew by something new is held against the sum that the newest decision was about; by something that is taken back, what
 * was decided since that was done goes. */
static gboolean
forget_less(CareTransaction *transaction, const CareDueRuleInfo *info, CareId line, CareRecord *record,
            CareRecord *old, GError **error)
{
    CareInstant done = care_transaction_taken_back(transaction);
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "today/deferrals-of",
                                           error, "isi", line, info->nick, done);
    gboolean more = TRUE;
    gint64 importing = 0;

    if (ids == NULL || ids->len == 0)
        return ids != NULL;
    if (!care_query_int(care_transaction_connection(transaction), "today/is-importing", &importing, error,
                        ""))
        return FALSE;
    return importing != 0 /* it may lie before the decision: care_due_find_outgrown() */
           || ((done != 0 || info->more(transaction, record, old, newest_of(ids), &more, error))
               && (!more || forget(transaction, ids, error)));
}

/* That which went when it was done. */
static gboolean
bring_back(CareTransaction *transaction, const char *nick, CareId record, CareInstant done, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "today/deferrals-gone",
                                           error, "isi", record, nick, done);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!care_flow_undelete(transaction, &care_deferral_kind, g_array_index(ids, CareId, i), NULL, error))
            return FALSE;
    return ids != NULL;
}

static CareMoney
part_of(CareRecord *payment, CareId invoice)
{
    return care_record_int(payment, CARE_PAYMENT_INVOICE) == invoice
               ? care_record_int(payment, CARE_PAYMENT_AMOUNT)
               : 0;
}

/* What was decided after a payment that turns out to be another one was about a sum that never was. */
static gboolean
forget_by_payment_on(CareTransaction *transaction, CareId invoice, CareRecord *payment, CareRecord *old,
                     GError **error)
{
    CareMoney now = part_of(payment, invoice), before = part_of(old, invoice);
    const char *nick = care_due_rule_nick(now < before ? CARE_DUE_OVERDUE : CARE_DUE_PAY_BACK);
    g_autoptr(GArray) ids = NULL;

    if (now == before)
        return TRUE;
    ids = care_query_ids(care_transaction_connection(transaction), "today/deferrals-since-payment", error,
                         "isi", invoice, nick, care_record_id(payment));
    return forget(transaction, ids, error);
}

static gboolean
forget_by_payment(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    CareId now = care_record_int(payment, CARE_PAYMENT_INVOICE);
    CareId before = care_record_int(old, CARE_PAYMENT_INVOICE);

    return forget_by_payment_on(transaction, now, payment, old, error)
           && (now == before || forget_by_payment_on(transaction, before, payment, old, error));
}

/* What it is about is nullable: gone, or of a rule that knows no sum. */
static gboolean
is_outgrown(CareTransaction *transaction, CareId id, gboolean *more, GError **error)
{
    g_autoptr(CareRecord) deferral = care_transaction_load(transaction, &care_deferral_kind, id, error);
    g_autoptr(CareRecord) record = NULL;
    const CareDueRuleInfo *info;
    CareDueRule rule;

    *more = FALSE;
    if (deferral == NULL || !care_due_rule_parse(care_record_text(deferral, CARE_DEFERRAL_RULE), &rule))
        return deferral != NULL;
    info = care_due_rule_info(rule);
    if (info->more == NULL)
        return TRUE;
    record = care_transaction_load(transaction, care_kind_by_name(info->kinds[0]),
                                   care_record_int(deferral, CARE_DEFERRAL_RECORD), NULL);
    return record == NULL || info->more(transaction, record, NULL, id, more, error);
}

GArray *
care_due_find_outgrown(CareTransaction *transaction, CareId import, guint file, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction),
                                           "today/decided-of-brought", error, "ii", import, (gint64)file);

    for (guint i = ids != NULL ? ids->len : 0; i > 0; i--) {
        gboolean more;

        if (!is_outgrown(transaction, g_array_index(ids, CareId, i - 1), &more, error))
            return NULL;
        if (!more)
            g_array_remove_index(ids, i - 1);
    }
    return g_steal_pointer(&ids);
}

gboolean
care_due_begin_anew(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    CareInstant done = care_transaction_taken_back(transaction);

    if (old != NULL && care_record_kind(record) == &care_payment_kind)
        return done != 0 || forget_by_payment(transaction, record, old, error);
    for (int rule = 0; old != NULL && rule < CARE_DUE_N_RULES; rule++) {
        const CareDueRuleInfo *info = care_due_rule_info((CareDueRule)rule);
        CareId grown = info->grew != NULL ? info->grew(record, old) : 0;
        CareId shrunk = info->grew != NULL && done != 0 ? info->grew(old, record) : 0;

        if ((grown != 0 && !forget_less(transaction, info, grown, record, old, error))
            || (shrunk != 0 && !bring_back(transaction, info->nick, shrunk, done, error)))
            return FALSE;
    }
    return TRUE;
}
