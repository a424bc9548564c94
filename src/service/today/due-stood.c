/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What stood when a line was put off or let go, worked out from the rows of then: a decision does not keep its sum. Where that
 * cannot be told, it is less than it was rather than more, so that what is owed is told of once too often. */
#include "core/money.h"
#include "model/deferral.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/jobs/agreement.h"
#include "service/today/due-private.h"
#include "store/named-query.h"

static gboolean
exceeds(CareTransaction *transaction, const char *query, CareId record, CareId deferral, CareMoney now,
        gboolean *more, GError **error)
{
    gint64 then = 0;

    if (!care_query_int(care_transaction_connection(transaction), query, &then, error, "ii", record,
                        deferral))
        return FALSE;
    *more = now > then;
    return TRUE;
}

/* What was paid in full and is open again is another debt. */
CARE_DUE_MORE(open)
{
    *more = TRUE;
    return care_invoice_open(old) <= 0
           || exceeds(transaction, "today/open-then", care_record_id(record), deferral,
                      care_invoice_open(record), more, error);
}

CARE_DUE_MORE(to_pay_back)
{
    *more = TRUE;
    return care_record_int(old, CARE_INVOICE_TO_PAY_BACK) <= 0
           || exceeds(transaction, "today/to-pay-back-then", care_record_id(record), deferral,
                      care_record_int(record, CARE_INVOICE_TO_PAY_BACK), more, error);
}

/* Every price but the first left a trace of the one before. */
static gboolean
exceeds_price(CareTransaction *transaction, CareRecord *job, CareId deferral, gboolean *more, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autofree char *currency = care_job_currency(connection, job);
    g_autoptr(GError) local = NULL;
    g_autofree char *text
        = care_query_text(connection, "today/price-then", &local, "ii", care_record_id(job), deferral);
    CareMoney then = 0;

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    *more = text == NULL || !care_money_parse(text, currency, &then, NULL)
            || care_record_int(job, CARE_JOB_AGREED) > then;
    return TRUE;
}

/* An invoice that came after the decision, and is cancelled, leaves what stood then. */
static gboolean
was_billed_by(CareTransaction *transaction, CareRecord *invoice, CareId id, gboolean *billed, GError **error)
{
    g_autoptr(CareRecord) deferral = care_transaction_load(transaction, &care_deferral_kind, id, error);

    if (deferral == NULL)
        return FALSE;
    *billed = care_record_int(invoice, CARE_INVOICE_ISSUED_AT) <= care_record_stamp(deferral).created;
    return TRUE;
}

CARE_DUE_MORE(to_bill)
{
    *more = TRUE;
    if (care_record_kind(record) == &care_invoice_kind)
        return was_billed_by(transaction, record, deferral, more, error);
    return care_record_int(old, CARE_JOB_TO_BILL) == 0
           || !care_record_field_equal(record, old, CARE_JOB_PRICES)
           || !care_record_field_equal(record, old, CARE_JOB_CURRENCY)
           || exceeds_price(transaction, record, deferral, more, error);
}
