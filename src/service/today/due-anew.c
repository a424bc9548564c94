/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/due-anew.h"

#include "model/deferral.h"
#include "model/invoice.h"
#include "model/job.h"
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

/* A price that was taken out has nothing to bill until there is another. */
static gboolean
has_other_price(CareRecord *job, CareRecord *old)
{
    return care_record_int(job, CARE_JOB_AGREED) > care_record_int(old, CARE_JOB_AGREED)
           || !care_record_field_equal(job, old, CARE_JOB_PRICES)
           || !care_record_field_equal(job, old, CARE_JOB_CURRENCY);
}

CareId
care_due_grew_to_bill(CareRecord *record, CareRecord *old)
{
    if (care_record_kind(record) == &care_job_kind)
        return has_other_price(record, old) ? care_record_id(record) : 0;
    return care_record_kind(record) == &care_invoice_kind && is_cancelled(record) && !is_cancelled(old)
               ? care_record_int(record, CARE_INVOICE_JOB)
               : 0;
}

/* What was decided since that instant: by itself, for nobody deletes it. */
static gboolean
forget(CareTransaction *transaction, const char *nick, CareId record, CareInstant since, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "today/deferrals-of",
                                           error, "isi", record, nick, since);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!care_flow_remove_made(transaction, &care_deferral_kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
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

gboolean
care_due_begin_anew(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    CareInstant done = care_transaction_taken_back(transaction); /* 0: what grows is anew */

    for (int rule = 0; old != NULL && rule < CARE_DUE_N_RULES; rule++) {
        const CareDueRuleInfo *info = care_due_rule_info((CareDueRule)rule);
        CareId grown = info->grew != NULL ? info->grew(record, old) : 0;
        CareId shrunk = info->grew != NULL && done != 0 ? info->grew(old, record) : 0;

        if ((grown != 0 && !forget(transaction, info->nick, grown, done, error))
            || (shrunk != 0 && !bring_back(transaction, info->nick, shrunk, done, error)))
            return FALSE;
    }
    return TRUE;
}
