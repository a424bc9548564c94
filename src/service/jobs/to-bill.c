/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/to-bill.h"

#include "model/bill/bill-totals.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/invoices/invoice-draft.h"
#include "service/jobs/agreement.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* A hundred per cent. */
#define WHOLE (100 * CARE_DECIMAL_ONE)

/* What is billed of a job, in its own currency and price mode. */
typedef struct {
    CareMoney sum;
    CareMoney slack;       /* what rounding in the other mode may have moved: a minor unit a line */
    gboolean incomparable; /* billed when it was done, in another currency: nobody asks for it again */
} Billed;

static gboolean
is_net(CareRecord *record, int field)
{
    return care_price_mode_is(care_record_text(record, field), CARE_MODE_NET);
}

/* What a line leaves out of what was agreed and nobody will ask for: a discount, and a price that is lower for a reason it
 * gives. In the invoice's mode. */
static CareMoney
given_up(const CareBill *bill, guint position, CareRecord *line)
{
    CareMoney whole = 0;

    if (care_record_is_set(line, CARE_INVOICE_LINE_REASON)
        && care_record_is_set(line, CARE_INVOICE_LINE_AGREED))
        whole = care_record_int(line, CARE_INVOICE_LINE_AGREED);
    else if (!care_bill_line_product(bill, bill->lines->pdata[position], &whole, NULL))
        return 0;
    return MAX(0, whole - care_record_int(line, CARE_INVOICE_LINE_AMOUNT));
}

static CareMoney
in_mode_of_job(CareRecord *line, CareMoney amount, gboolean from_net, gboolean to_net)
{
    CareDecimal taxed = WHOLE + care_record_int(line, CARE_INVOICE_LINE_RATE);

    if (from_net == to_net)
        return amount;
    return to_net ? care_div_round((__int128)amount * WHOLE, taxed)
                  : care_div_round((__int128)amount * taxed, WHOLE);
}

static gboolean
add_invoice(Billed *billed, CareRecord *invoice, CareRecord *job, GError **error)
{
    gboolean net = is_net(job, CARE_JOB_PRICES), from_net = is_net(invoice, CARE_INVOICE_PRICES);
    guint n = care_record_list_length(invoice, CARE_INVOICE_LINES);
    g_autoptr(CareBill) bill = care_invoice_bill(invoice);

    if (!care_money_add(&billed->sum, care_record_int(invoice, net ? CARE_INVOICE_NET : CARE_INVOICE_GROSS),
                        error))
        return FALSE;
    if (net != from_net)
        billed->slack += n;
    if (care_record_is_set(invoice, CARE_INVOICE_EARLY_REASON)) /* a deposit gives nothing up */
        return TRUE;
    for (guint i = 0; i < n; i++) {
        CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, i);

        if (!care_money_add(&billed->sum, in_mode_of_job(line, given_up(bill, i, line), from_net, net),
                            error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_billed(CareConnection *connection, CareRecord *job, Billed *billed, GError **error)
{
    g_autofree char *currency = care_job_currency(connection, job);
    g_autoptr(GArray) ids = care_query_ids(connection, "invoices/standing", error, "i", care_record_id(job));

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) invoice
            = care_record_load(connection, &care_invoice_kind, g_array_index(ids, CareId, i), error);

        if (invoice == NULL)
            return FALSE;
        if (g_strcmp0(care_record_text(invoice, CARE_INVOICE_CURRENCY), currency) != 0)
            billed->incomparable
                = billed->incomparable || !care_record_is_set(invoice, CARE_INVOICE_EARLY_REASON);
        else if (!add_invoice(billed, invoice, job, error))
            return FALSE;
    }
    return ids != NULL;
}

gboolean
care_job_derive_to_bill(CareTransaction *transaction, CareRecord *job, GError **error)
{
    CareMoney agreed = care_record_int(job, CARE_JOB_AGREED);
    Billed billed = { 0 };

    if (!care_record_is_set(job, CARE_JOB_FINISHED) || agreed <= 0) {
        care_record_clear(job, CARE_JOB_TO_BILL);
        return TRUE;
    }
    if (!read_billed(care_transaction_connection(transaction), job, &billed, error))
        return FALSE;
    care_record_set_int(job, CARE_JOB_TO_BILL, !billed.incomparable && billed.sum < agreed - billed.slack);
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

CareMoney
care_job_billed(CareConnection *connection, CareId job)
{
    return care_query_number(connection, "jobs/billed", "i", job);
}
