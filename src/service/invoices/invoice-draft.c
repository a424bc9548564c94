/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-draft.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/bill/bill-totals.h"
#include "model/customer.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* A hundred per cent. */
#define WHOLE (100 * CARE_DECIMAL_ONE)

static void
add_discounts(CareRecord *line, CareBillLine *bill_line)
{
    const char *reason = care_record_text(line, CARE_INVOICE_LINE_DISCOUNT_REASON);

    CareDecimal discount = care_record_int(line, CARE_INVOICE_LINE_DISCOUNT);
    CareMoney discount_amount = care_record_int(line, CARE_INVOICE_LINE_DISCOUNT_AMOUNT);

    /* A negative discount is a charge. */
    if (discount != 0) {
        CareBillAdjustment *percent = care_bill_line_add_adjustment(bill_line, discount < 0);

        care_bill_adjustment_set_percent(percent, ABS(discount));
        percent->reason = g_strdup(reason);
    }
    if (discount_amount != 0) {
        CareBillAdjustment *amount = care_bill_line_add_adjustment(bill_line, discount_amount < 0);

        care_bill_adjustment_set_amount(amount, ABS(discount_amount));
        amount->reason = g_strdup(reason);
    }
}

static void
add_line(CareBill *bill, CareRecord *line)
{
    CareBillLine *bill_line = care_bill_add_line(bill, care_record_text(line, CARE_INVOICE_LINE_NAME),
                                                 care_record_int(line, CARE_INVOICE_LINE_QUANTITY),
                                                 care_record_int(line, CARE_INVOICE_LINE_PRICE));

    if (care_record_int(line, CARE_INVOICE_LINE_BASE_QUANTITY) > 0)
        bill_line->base_quantity = care_record_int(line, CARE_INVOICE_LINE_BASE_QUANTITY);
    care_bill_line_set_vat(bill_line, care_record_text(line, CARE_INVOICE_LINE_CATEGORY),
                           care_record_int(line, CARE_INVOICE_LINE_RATE));
    add_discounts(line, bill_line);
}

CareBill *
care_invoice_bill(CareRecord *invoice)
{
    gboolean gross = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_GROSS);
    CareBill *bill = care_bill_new(care_record_text(invoice, CARE_INVOICE_CURRENCY),
                                   gross ? CARE_PRICES_GROSS : CARE_PRICES_NET);

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        add_line(bill, care_record_list_item(invoice, CARE_INVOICE_LINES, i));
    bill->paid = care_record_int(invoice, CARE_INVOICE_PREPAID);
    bill->rounding = care_record_int(invoice, CARE_INVOICE_ROUNDING);
    return bill;
}

static gboolean
cannot_keep(GError **error)
{
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("A draft keeps lines with one VAT rate each and discounts on lines. Nothing was changed; "
          "“invoice total” adds up the rest."));
    return FALSE;
}

static gboolean
take_adjustments(CareRecord *line, const CareBillLine *from, GError **error)
{
    for (guint i = 0; i < from->adjustments->len; i++) {
        const CareBillAdjustment *adjustment = from->adjustments->pdata[i];
        int field = adjustment->has_percent ? CARE_INVOICE_LINE_DISCOUNT : CARE_INVOICE_LINE_DISCOUNT_AMOUNT;

        if (adjustment->has_base || care_record_is_set(line, field))
            return cannot_keep(error);
        care_record_set_int(line, field,
                            (adjustment->charge ? -1 : 1)
                                * (adjustment->has_percent ? adjustment->percent : adjustment->amount));
        care_record_set_text(line, CARE_INVOICE_LINE_DISCOUNT_REASON, adjustment->reason);
    }
    return TRUE;
}

gboolean
care_invoice_take_bill(CareRecord *invoice, const CareBill *bill, GError **error)
{
    if (bill->adjustments->len > 0 || bill->withholding != 0)
        return cannot_keep(error);
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, bill->currency);
    care_record_set_text(invoice, CARE_INVOICE_PRICES, bill->prices == CARE_PRICES_GROSS ? "gross" : "net");
    care_record_set_int(invoice, CARE_INVOICE_PREPAID, bill->paid);
    care_record_set_int(invoice, CARE_INVOICE_ROUNDING, bill->rounding);
    for (guint i = 0; i < bill->lines->len; i++) {
        const CareBillLine *from = bill->lines->pdata[i];
        CareRecord *line = care_record_list_add(invoice, CARE_INVOICE_LINES);

        if (from->category == NULL)
            return cannot_keep(error);
        care_record_set_text(line, CARE_INVOICE_LINE_NAME, from->name);
        care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, from->quantity);
        care_record_set_int(line, CARE_INVOICE_LINE_PRICE, from->price);
        care_record_set_int(line, CARE_INVOICE_LINE_BASE_QUANTITY, from->base_quantity);
        care_record_set_text(line, CARE_INVOICE_LINE_CATEGORY, from->category);
        care_record_set_int(line, CARE_INVOICE_LINE_RATE, from->rate);
        if (!take_adjustments(line, from, error))
            return FALSE;
    }
    return care_invoice_compute(invoice, error);
}

/* The reason that an exempt row must give (BR-E-10 and its kin). */
static const char *
exemption_reason(const char *category)
{
    if (g_strcmp0(category, "AE") == 0)
        return "Reverse charge";
    if (g_strcmp0(category, "E") == 0)
        return _("Exempt from VAT");
    return NULL;
}

static void
take_breakdown(CareRecord *invoice, const CareBillTotals *totals)
{

    care_record_clear(invoice, CARE_INVOICE_VAT_BREAKDOWN);
    for (guint i = 0; i < totals->taxes->len; i++) {
        const CareBillTaxTotal *tax = totals->taxes->pdata[i];
        CareRecord *row = care_record_list_add(invoice, CARE_INVOICE_VAT_BREAKDOWN);

        care_record_set_text(row, CARE_INVOICE_VAT_CATEGORY, tax->category);
        care_record_set_int(row, CARE_INVOICE_VAT_RATE, tax->rate);
        care_record_set_int(row, CARE_INVOICE_VAT_TAXABLE, tax->taxable);
        care_record_set_int(row, CARE_INVOICE_VAT_TAX, tax->tax);
        care_record_set_text(row, CARE_INVOICE_VAT_REASON, exemption_reason(tax->category));
    }
}

static void
take_totals(CareRecord *invoice, const CareBillTotals *totals)
{
    for (guint i = 0; i < totals->lines->len; i++) {
        CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, i);
        const CareBillLineTotal *total = &g_array_index(totals->lines, CareBillLineTotal, i);

        care_record_set_int(line, CARE_INVOICE_LINE_AMOUNT, total->amount);
        care_record_set_int(line, CARE_INVOICE_LINE_NET, total->net);
    }
    take_breakdown(invoice, totals);
    care_record_set_int(invoice, CARE_INVOICE_LINE_TOTAL, totals->line_total);
    care_record_set_int(invoice, CARE_INVOICE_ALLOWANCES, totals->allowances);
    care_record_set_int(invoice, CARE_INVOICE_CHARGES, totals->charges);
    care_record_set_int(invoice, CARE_INVOICE_NET, totals->net);
    care_record_set_int(invoice, CARE_INVOICE_TAX, totals->tax);
    care_record_set_int(invoice, CARE_INVOICE_GROSS, totals->gross);
    care_record_set_int(invoice, CARE_INVOICE_ROUNDING, totals->rounding);
    care_record_set_int(invoice, CARE_INVOICE_PREPAID, totals->paid);
    care_record_set_int(invoice, CARE_INVOICE_PAYABLE, totals->due);
}

gboolean
care_invoice_compute(CareRecord *invoice, GError **error)
{
    g_autoptr(CareBill) bill = care_invoice_bill(invoice);
    g_autoptr(CareBillTotals) totals = care_bill_total(bill, error);

    if (totals == NULL)
        return FALSE;
    take_totals(invoice, totals);
    return TRUE;
}

void
care_invoice_line_set_defaults(CareConnection *connection, CareRecord *line)
{
    g_autofree char *small = care_setting_read(connection, CARE_SETTING_SMALL_BUSINESS);
    g_autofree char *rate = care_setting_read(connection, CARE_SETTING_TAX_RATE);
    gboolean exempt = g_strcmp0(small, "true") == 0;
    CareDecimal percent = 0;

    if (!care_record_is_set(line, CARE_INVOICE_LINE_QUANTITY))
        care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, CARE_DECIMAL_ONE);
    if (care_record_is_set(line, CARE_INVOICE_LINE_CATEGORY))
        return;
    if (!exempt)
        care_decimal_parse(rate, &percent, NULL);
    care_record_set_text(line, CARE_INVOICE_LINE_CATEGORY, exempt ? "E" : percent == 0 ? "Z" : "S");
    care_record_set_int(line, CARE_INVOICE_LINE_RATE, percent);
}

void
care_invoice_set_defaults(CareConnection *connection, CareRecord *invoice)
{
    static const struct {
        int field;
        const char *setting;
    } from_settings[]
        = { { CARE_INVOICE_CURRENCY, CARE_SETTING_CURRENCY }, { CARE_INVOICE_PRICES, CARE_SETTING_PRICES } };

    for (gsize i = 0; i < G_N_ELEMENTS(from_settings); i++) {
        g_autofree char *value = care_setting_read(connection, from_settings[i].setting);

        if (!care_record_is_set(invoice, from_settings[i].field))
            care_record_set_text(invoice, from_settings[i].field, value);
    }
    if (!care_record_is_set(invoice, CARE_INVOICE_TYPE))
        care_record_set_text(invoice, CARE_INVOICE_TYPE, care_invoice_type_word(CARE_BILL_INVOICE));
    if (!care_record_is_set(invoice, CARE_INVOICE_STATE))
        care_record_set_text(invoice, CARE_INVOICE_STATE, care_invoice_state_word(CARE_BILL_DRAFT));
    if (!care_record_is_set(invoice, CARE_INVOICE_TERMS_DAYS)) {
        g_autofree char *days = care_setting_read(connection, CARE_SETTING_TERMS_DAYS);

        care_record_set_int(invoice, CARE_INVOICE_TERMS_DAYS, g_ascii_strtoll(days, NULL, 10));
    }
}

CareRecord *
care_invoice_draft_new(CareConnection *connection, CareId customer)
{
    CareRecord *invoice = CARE_RECORD(care_invoice_new());
    g_autoptr(CareRecord) buyer = care_record_load(connection, &care_customer_kind, customer, NULL);

    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, customer);
    if (buyer != NULL)
        care_record_set_int(invoice, CARE_INVOICE_CONTACT, care_record_int(buyer, CARE_CUSTOMER_CONTACT));
    care_invoice_set_defaults(connection, invoice);
    return invoice;
}

static void
add_agreed_line(CareConnection *connection, CareRecord *invoice, CareRecord *agreed)
{
    static const int pairs[][2] = {
        { CARE_INVOICE_LINE_QUANTITY, CARE_JOB_LINE_QUANTITY },
        { CARE_INVOICE_LINE_PRICE, CARE_JOB_LINE_PRICE },
    };
    static const int texts[][2] = {
        { CARE_INVOICE_LINE_NAME, CARE_JOB_LINE_NAME },
        { CARE_INVOICE_LINE_NOTE, CARE_JOB_LINE_NOTE },
        { CARE_INVOICE_LINE_KIND, CARE_JOB_LINE_KIND },
        { CARE_INVOICE_LINE_UNIT, CARE_JOB_LINE_UNIT },
        { CARE_INVOICE_LINE_CATEGORY, CARE_JOB_LINE_CATEGORY },
    };
    CareRecord *line = care_record_list_add(invoice, CARE_INVOICE_LINES);
    __int128 product = (__int128)care_record_int(agreed, CARE_JOB_LINE_QUANTITY)
                       * care_record_int(agreed, CARE_JOB_LINE_PRICE);

    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
        care_record_set_int(line, pairs[i][0], care_record_int(agreed, pairs[i][1]));
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        care_record_set_text(line, texts[i][0], care_record_text(agreed, texts[i][1]));
    if (care_record_is_set(agreed, CARE_JOB_LINE_CATEGORY))
        care_record_set_int(line, CARE_INVOICE_LINE_RATE, care_record_int(agreed, CARE_JOB_LINE_RATE));
    care_record_set_int(line, CARE_INVOICE_LINE_AGREED,
                        care_money_from_decimal(care_div_round(product, CARE_DECIMAL_SCALE),
                                                care_record_text(invoice, CARE_INVOICE_CURRENCY)));
    care_invoice_line_set_defaults(connection, line);
}

CareRecord *
care_invoice_draft_from_job(CareConnection *connection, CareId id, GError **error)
{
    g_autoptr(CareRecord) job = care_record_load(connection, &care_job_kind, id, error);
    g_autoptr(CareRecord) invoice = NULL;

    if (job == NULL)
        return NULL;
    invoice = care_invoice_draft_new(connection, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(invoice, CARE_INVOICE_JOB, id);
    if (care_record_is_set(job, CARE_JOB_STAFF))
        care_record_set_int(invoice, CARE_INVOICE_CONTACT, care_record_int(job, CARE_JOB_STAFF));
    if (care_record_is_set(job, CARE_JOB_PRICES))
        care_record_set_text(invoice, CARE_INVOICE_PRICES, care_record_text(job, CARE_JOB_PRICES));
    for (guint i = 0; i < care_record_list_length(job, CARE_JOB_LINES); i++)
        add_agreed_line(connection, invoice, care_record_list_item(job, CARE_JOB_LINES, i));
    if (!care_invoice_compute(invoice, error))
        return NULL;
    return g_steal_pointer(&invoice);
}

/* An amount with its line's tax, in hundred-millionths of it, so that nothing is rounded before the end. */
static __int128
with_tax(CareRecord *line, CareMoney amount, gboolean gross)
{
    CareDecimal rate = care_record_int(line, CARE_INVOICE_LINE_RATE);

    return (__int128)amount * (WHOLE + (gross ? 0 : rate));
}

/* In which mode the lines were agreed. */
static gboolean
agreed_gross(CareConnection *connection, CareRecord *invoice)
{
    CareId id = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autoptr(CareRecord) job = id != 0 ? care_record_load(connection, &care_job_kind, id, NULL) : NULL;

    return g_strcmp0(job != NULL && care_record_is_set(job, CARE_JOB_PRICES)
                         ? care_record_text(job, CARE_JOB_PRICES)
                         : care_record_text(invoice, CARE_INVOICE_PRICES),
                     "net")
           != 0;
}

gboolean
care_invoice_compare(CareConnection *connection, CareRecord *invoice, CareMoney *agreed, CareMoney *billed)
{
    gboolean gross = !care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);
    gboolean was_gross = agreed_gross(connection, invoice);
    __int128 agreed_sum = 0, billed_sum = 0;
    gboolean any = FALSE;

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++) {
        CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, i);

        any = any || care_record_is_set(line, CARE_INVOICE_LINE_AGREED);
        agreed_sum += with_tax(line, care_record_int(line, CARE_INVOICE_LINE_AGREED), was_gross);
        billed_sum += with_tax(line, care_record_int(line, CARE_INVOICE_LINE_AMOUNT), gross);
    }
    *agreed = care_div_round(agreed_sum, WHOLE);
    *billed = care_div_round(billed_sum, WHOLE);
    return any;
}
