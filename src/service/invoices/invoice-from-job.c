/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-from-job.h"

#include <glib/gi18n-lib.h>

#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/let-off.h"
#include "service/invoices/promise.h"
#include "service/jobs/agreement.h"
#include "store/actor.h"
#include "store/named-query.h"
#include "store/record-sql.h"

static gboolean
is_gross(CareRecord *invoice)
{
    return care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_GROSS);
}

/* Below nothing by its quantity, since a price is never negative (BR-27). */
static gboolean
add_line(CareRecord *invoice, const char *name, CareMoney amount, const char *category, CareDecimal rate,
         GError **error)
{
    CareDecimal price = 0;
    CareRecord *line;

    if (!care_money_to_decimal(ABS(amount), care_record_text(invoice, CARE_INVOICE_CURRENCY), &price))
        return care_money_overflow(error);
    line = care_record_list_add(invoice, CARE_INVOICE_LINES);
    care_record_set_text(line, CARE_INVOICE_LINE_NAME, name);
    care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, amount < 0 ? -CARE_DECIMAL_ONE : CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, price);
    care_record_set_text(line, CARE_INVOICE_LINE_CATEGORY, category);
    care_record_set_int(line, CARE_INVOICE_LINE_RATE, rate);
    return TRUE;
}

/* What an invoice billed at one rate, taken off again. What it took off itself, as the rest after a deposit at another rate
 * does, is put back, or it would be taken off twice. */
static gboolean
take_off(CareRecord *invoice, CareRecord *earlier, CareRecord *vat, GError **error)
{
    CareMoney billed = care_record_int(vat, CARE_INVOICE_VAT_TAXABLE);
    g_autofree char *name = NULL;

    if (is_gross(invoice) && !care_money_add(&billed, care_record_int(vat, CARE_INVOICE_VAT_TAX), error))
        return FALSE;
    if (billed == 0)
        return TRUE;
    /* Translators: lines of an invoice; %s is the number of the one that was issued before, as for a deposit */
    name = g_strdup_printf(billed < 0 ? C_("paper", "Taken off before, with invoice %s")
                                      : C_("paper", "Less what was billed with invoice %s"),
                           care_record_text(earlier, CARE_INVOICE_NUMBER));
    return add_line(invoice, name, -billed, care_record_text(vat, CARE_INVOICE_VAT_CATEGORY),
                    care_record_int(vat, CARE_INVOICE_VAT_RATE), error);
}

/* What it let the customer off is asked for by none that follows. */
static gboolean
take_off_let_off(CareRecord *invoice, CareRecord *earlier, GError **error)
{
    g_autoptr(GArray) all = care_invoice_let_off(earlier, !is_gross(invoice));
    /* Translators: a line of an invoice: a discount, or a lower price, on the one that was issued before */
    g_autofree char *name = g_strdup_printf(C_("paper", "Less the reduction given with invoice %s"),
                                            care_record_text(earlier, CARE_INVOICE_NUMBER));

    for (guint i = 0; i < all->len; i++) {
        const CareLetOff *part = &g_array_index(all, CareLetOff, i);

        if (!add_line(invoice, name, -part->amount, part->category, part->rate, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
take_off_whole(CareRecord *invoice, CareRecord *earlier, GError **error)
{
    for (guint i = 0; i < care_record_list_length(earlier, CARE_INVOICE_VAT_BREAKDOWN); i++)
        if (!take_off(invoice, earlier, care_record_list_item(earlier, CARE_INVOICE_VAT_BREAKDOWN, i), error))
            return FALSE;
    return take_off_let_off(invoice, earlier, error);
}

/* The residual of rules-invoices I5: what was billed of the job before is a line of its own at the same rate. What is left
 * is what care_job_read_to_bill() says. */
static gboolean
take_off_earlier(CareConnection *connection, CareRecord *invoice, CareId job, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(connection, "invoices/standing", error, "i", job);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) earlier
            = care_record_load(connection, &care_invoice_kind, g_array_index(ids, CareId, i), error);

        if (earlier == NULL)
            return FALSE;
        if (care_record_field_equal(earlier, invoice, CARE_INVOICE_CURRENCY)
            && !take_off_whole(invoice, earlier, error))
            return FALSE;
    }
    return ids != NULL;
}

CareRecord *
care_invoice_draft_from_job(CareConnection *connection, CareId id, GError **error)
{
    g_autoptr(CareRecord) job = care_record_load(connection, &care_job_kind, id, error);
    g_autoptr(CareRecord) invoice = NULL;
    g_autofree char *currency = NULL;
    CareId staff;

    if (job == NULL)
        return NULL;
    staff = care_actor_if_there(connection, care_record_int(job, CARE_JOB_STAFF));
    currency = care_job_currency(connection, job);
    invoice = care_invoice_draft_new(connection, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(invoice, CARE_INVOICE_JOB, id);
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, currency);
    if (staff != 0)
        care_record_set_int(invoice, CARE_INVOICE_CONTACT, staff);
    if (care_record_is_set(job, CARE_JOB_PRICES))
        care_record_set_text(invoice, CARE_INVOICE_PRICES, care_record_text(job, CARE_JOB_PRICES));
    for (guint i = 0; i < care_record_list_length(job, CARE_JOB_LINES); i++)
        care_invoice_add_job_line(connection, invoice, care_record_list_item(job, CARE_JOB_LINES, i));
    care_promise_mark_lines(invoice, job);
    if (!take_off_earlier(connection, invoice, id, error) || !care_invoice_compute(invoice, error))
        return NULL;
    return g_steal_pointer(&invoice);
}
