/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/to-bill.h"

#include "model/invoice.h"
#include "model/job.h"
#include "service/flow-derive.h"
#include "service/flow.h"
#include "service/invoices/let-off.h"
#include "service/jobs/agreement.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* What the invoices of a job say of it. */
typedef struct {
    CareToBill *out;
    CareMoney slack;       /* what rounding in the other mode may have moved: a minor unit a line */
    gboolean incomparable; /* billed when it was done, in another currency: nobody asks for it again */
} Billed;

static gboolean
is_net(CareRecord *record, int field)
{
    return care_price_mode_is(care_record_text(record, field), CARE_MODE_NET);
}

static gboolean
add_invoice(Billed *self, CareRecord *invoice, gboolean net, GError **error)
{
    g_autoptr(GArray) let_off = care_invoice_let_off(invoice, net);

    if (!care_money_add(&self->out->billed,
                        care_record_int(invoice, net ? CARE_INVOICE_NET : CARE_INVOICE_GROSS), error))
        return FALSE;
    if (net != is_net(invoice, CARE_INVOICE_PRICES))
        self->slack += care_record_list_length(invoice, CARE_INVOICE_LINES);
    for (guint i = 0; i < let_off->len; i++)
        if (!care_money_add(&self->out->let_off, g_array_index(let_off, CareLetOff, i).amount, error))
            return FALSE;
    return TRUE;
}

static gboolean
read_invoices(CareConnection *connection, CareRecord *job, const GArray *ids, Billed *self, GError **error)
{
    g_autofree char *currency = care_job_currency(connection, job);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) invoice
            = care_record_load(connection, &care_invoice_kind, g_array_index(ids, CareId, i), error);

        if (invoice == NULL)
            return FALSE;
        if (g_strcmp0(care_record_text(invoice, CARE_INVOICE_CURRENCY), currency) != 0)
            self->incomparable
                = self->incomparable || !care_record_is_set(invoice, CARE_INVOICE_EARLY_REASON);
        else if (!add_invoice(self, invoice, is_net(job, CARE_JOB_PRICES), error))
            return FALSE;
    }
    return ids != NULL;
}

/* ids: the invoices that count; nullable: an error. */
static gboolean
read_to_bill(CareConnection *connection, CareRecord *job, const GArray *ids, CareToBill *out, GError **error)
{
    CareMoney agreed = care_record_int(job, CARE_JOB_AGREED), gone = 0;
    Billed self = { .out = out };

    *out = (CareToBill){ 0 };
    if (!read_invoices(connection, job, ids, &self, error) || !care_money_add(&gone, out->billed, error)
        || !care_money_add(&gone, out->let_off, error))
        return FALSE;
    if (agreed > 0 && !self.incomparable && gone < agreed - self.slack)
        out->left = agreed - gone;
    return TRUE;
}

gboolean
care_job_read_to_bill(CareConnection *connection, CareRecord *job, CareToBill *out, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(connection, "invoices/standing", error, "i", care_record_id(job));

    return read_to_bill(connection, job, ids, out, error);
}

gboolean
care_job_read_to_bill_then(CareConnection *connection, CareRecord *job, CareInstant at, CareId last,
                           CareToBill *out, GError **error)
{
    g_autoptr(GArray) ids
        = care_query_ids(connection, "invoices/standing-then", error, "iii", care_record_id(job), at, last);

    return read_to_bill(connection, job, ids, out, error);
}

gboolean
care_job_derive_to_bill(CareConnection *connection, CareRecord *job, GError **error)
{
    CareToBill bill;

    if (!care_record_is_set(job, CARE_JOB_FINISHED) || care_record_int(job, CARE_JOB_AGREED) <= 0) {
        care_record_clear(job, CARE_JOB_TO_BILL);
        return TRUE;
    }
    if (!care_job_read_to_bill(connection, job, &bill, error))
        return FALSE;
    care_record_set_int(job, CARE_JOB_TO_BILL, bill.left > 0);
    return TRUE;
}

gboolean
care_job_update_to_bill(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) job = NULL;

    if (id == 0)
        return TRUE;
    job = care_transaction_load(transaction, &care_job_kind, id, error);
    return job != NULL && care_flow_save_along(transaction, job, error);
}

gboolean
care_job_follow_to_bill(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) job
        = id != 0 ? care_transaction_load(transaction, &care_job_kind, id, error) : NULL;

    return id == 0 || (job != NULL && care_flow_derive_stored(transaction, job, error));
}
