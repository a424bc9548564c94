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
#include "service/invoices/shop-tax.h"
#include "store/actor.h"
#include "store/record-sql.h"
#include "store/setting.h"

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

    /* Programs before this one took one that is nothing or less, and for one; no door does by now. */
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

/* Whether its percentage says all of it: an amount beside it counts, and may differ by two cents (Peppol R040). */
static gboolean
is_percentage(const CareBillAdjustment *adjustment, CareMoney product)
{
    CareBillAdjustment alone = *adjustment;
    CareMoney computed = 0;

    alone.has_amount = FALSE;
    return adjustment->has_percent && !adjustment->charge
           && care_bill_adjustment_amount(&alone, product, &computed, NULL)
           && (!adjustment->has_amount || computed == adjustment->amount);
}

/* A discount is a percentage or an amount; a charge is an amount below nothing off. */
static gboolean
take_adjustment(CareRecord *line, const CareBillAdjustment *adjustment, CareMoney product, GError **error)
{
    gboolean percent = is_percentage(adjustment, product);
    int field = percent ? CARE_INVOICE_LINE_DISCOUNT : CARE_INVOICE_LINE_DISCOUNT_AMOUNT;
    CareMoney amount = 0;

    if (adjustment->has_base || care_record_is_set(line, field))
        return cannot_keep(error);
    if (!care_bill_adjustment_amount(adjustment, product, &amount, error))
        return FALSE;
    care_record_set_int(line, field, percent ? adjustment->percent : adjustment->charge ? -amount : amount);
    care_record_set_text(line, CARE_INVOICE_LINE_DISCOUNT_REASON, adjustment->reason);
    return TRUE;
}

static gboolean
take_adjustments(CareRecord *line, const CareBill *bill, const CareBillLine *from, GError **error)
{
    CareMoney product = 0;

    if (!care_bill_line_product(bill, from, &product, error))
        return FALSE;
    for (guint i = 0; i < from->adjustments->len; i++)
        if (!take_adjustment(line, from->adjustments->pdata[i], product, error))
            return FALSE;
    return TRUE;
}

static gboolean
take_line(CareRecord *line, const CareBill *bill, const CareBillLine *from, GError **error)
{
    if (from->category == NULL)
        return cannot_keep(error);
    care_record_set_text(line, CARE_INVOICE_LINE_NAME, from->name);
    care_record_set_text(line, CARE_INVOICE_LINE_UNIT, from->unit);
    care_record_set_text(line, CARE_INVOICE_LINE_KIND, from->kind);
    care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, from->quantity);
    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, from->price);
    care_record_set_int(line, CARE_INVOICE_LINE_BASE_QUANTITY, from->base_quantity);
    care_record_set_text(line, CARE_INVOICE_LINE_CATEGORY, from->category);
    care_record_set_int(line, CARE_INVOICE_LINE_RATE, from->rate);
    return take_adjustments(line, bill, from, error);
}

/* Only issuing and cancelling make documents of other types: what asks for money must not come of what gives it back. */
static gboolean
check_type(const CareBill *bill, GError **error)
{
    if (bill->type == NULL || g_str_equal(bill->type, "380"))
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is the code of a kind of document, "381" */
                _("A draft becomes an invoice (380); this is a document of type %s. Nothing was changed. A "
                  "credit note is made by cancelling the invoice it corrects."),
                bill->type);
    return FALSE;
}

gboolean
care_invoice_take_bill(CareRecord *invoice, const CareBill *bill, GError **error)
{
    if (!check_type(bill, error) || (bill->lines->len > 0 && !care_bill_check_whole(bill, error)))
        return FALSE;
    if (bill->adjustments->len > 0 || bill->withholding != 0)
        return cannot_keep(error);
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, bill->currency);
    care_record_set_text(
        invoice, CARE_INVOICE_PRICES,
        care_price_mode_word(bill->prices == CARE_PRICES_GROSS ? CARE_MODE_GROSS : CARE_MODE_NET));
    care_record_set_int(invoice, CARE_INVOICE_PREPAID, bill->paid);
    care_record_set_int(invoice, CARE_INVOICE_ROUNDING, bill->rounding);
    for (guint i = 0; i < bill->lines->len; i++)
        if (!take_line(care_record_list_add(invoice, CARE_INVOICE_LINES), bill, bill->lines->pdata[i], error))
            return FALSE;
    return care_invoice_compute(invoice, error);
}

/* The reasons and codes (VATEX) that rows without tax must give: BR-AE-10, BR-IC-10, BR-G-10, BR-O-10. */
static const struct {
    const char *category, *reason, *code;
} exemptions[] = {
    { "AE", "Reverse charge", "VATEX-EU-AE" },
    { "K", N_("Intra-Community supply"), "VATEX-EU-IC" },
    { "G", N_("Export outside the EU"), "VATEX-EU-G" },
    { "O", N_("Not subject to VAT"), "VATEX-EU-O" },
};

/* That of category E stands in the invoice (BR-E-10). */
static void
take_exemption(CareRecord *invoice, CareRecord *row)
{
    const char *category = care_record_text(row, CARE_INVOICE_VAT_CATEGORY);

    if (g_strcmp0(category, "E") == 0) {
        care_record_set_text(row, CARE_INVOICE_VAT_REASON, care_record_text(invoice, CARE_INVOICE_EXEMPTION));
        care_record_set_text(row, CARE_INVOICE_VAT_CODE,
                             care_record_text(invoice, CARE_INVOICE_EXEMPTION_CODE));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(exemptions); i++)
        if (g_strcmp0(category, exemptions[i].category) == 0) {
            care_record_set_text(row, CARE_INVOICE_VAT_REASON, _(exemptions[i].reason));
            care_record_set_text(row, CARE_INVOICE_VAT_CODE, exemptions[i].code);
        }
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
        take_exemption(invoice, row);
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

/* Words and codes of a breakdown are in the language of whoever wrote it. */
static gboolean
same_sums(CareRecord *a, CareRecord *b)
{
    const CareKind *kind = care_record_kind(a);

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        guint n = field->kind == CARE_FIELD_LIST ? care_record_list_length(a, (int)i) : 0;

        if (field->kind == CARE_FIELD_LIST && n != care_record_list_length(b, (int)i))
            return FALSE;
        for (guint j = 0; j < n; j++)
            if (!same_sums(care_record_list_item(a, (int)i, j), care_record_list_item(b, (int)i, j)))
                return FALSE;
        if ((field->kind == CARE_FIELD_MONEY || field->kind == CARE_FIELD_DECIMAL)
            && care_record_int(a, (int)i) != care_record_int(b, (int)i))
            return FALSE;
    }
    return TRUE;
}

void
care_invoice_derive_sums(CareRecord *draft)
{
    g_autoptr(CareRecord) wanted = care_record_copy(draft);

    if (care_invoice_compute(wanted, NULL) && !same_sums(draft, wanted))
        care_record_assign(draft, wanted);
}

/* A discount has a reason on every paper (BR-42). */
static void
set_discount_reason(CareRecord *line)
{
    if (!care_record_is_set(line, CARE_INVOICE_LINE_DISCOUNT_REASON)
        && (care_record_int(line, CARE_INVOICE_LINE_DISCOUNT) != 0
            || care_record_int(line, CARE_INVOICE_LINE_DISCOUNT_AMOUNT) > 0))
        care_record_set_text(line, CARE_INVOICE_LINE_DISCOUNT_REASON, C_("paper", "Discount"));
}

/* A line that says its rate bears it; one that says nothing bears the shop's. */
static CareDecimal
rate_of(CareConnection *connection, CareRecord *line, const CareShopTax *tax)
{
    g_autofree char *rate = care_setting_read(connection, CARE_SETTING_TAX_RATE);
    CareDecimal percent = 0;

    if (care_record_is_set(line, CARE_INVOICE_LINE_RATE))
        return care_record_int(line, CARE_INVOICE_LINE_RATE);
    if (!tax->small)
        care_decimal_parse(rate, &percent, NULL);
    return percent;
}

static void
set_tax(CareConnection *connection, CareRecord *line)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);
    CareDecimal rate = rate_of(connection, line, tax);

    care_record_set_text(line, CARE_INVOICE_LINE_CATEGORY,
                         tax->small && rate == 0 ? "E" : care_bill_category_of_rate(rate));
    care_record_set_int(line, CARE_INVOICE_LINE_RATE, rate);
}

void
care_invoice_line_set_defaults(CareConnection *connection, CareRecord *line)
{
    if (!care_record_is_set(line, CARE_INVOICE_LINE_QUANTITY))
        care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, CARE_DECIMAL_ONE);
    set_discount_reason(line);
    if (!care_record_is_set(line, CARE_INVOICE_LINE_CATEGORY))
        set_tax(connection, line);
}

/* A small shop's papers say why in the words of its law, whatever somebody typed. What a credit note says is what its
 * invoice said. */
static void
set_exemption(CareConnection *connection, CareRecord *invoice)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);

    if (!tax->small || care_invoice_is_credit(invoice))
        return;
    care_record_set_text(invoice, CARE_INVOICE_EXEMPTION, care_shop_tax_reason(tax));
    care_record_set_text(invoice, CARE_INVOICE_EXEMPTION_CODE,
                         tax->preset != NULL ? tax->preset->small_code : NULL);
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
    set_exemption(connection, invoice);
}

CareRecord *
care_invoice_draft_new(CareConnection *connection, CareId customer)
{
    CareRecord *invoice = CARE_RECORD(care_invoice_new());
    g_autoptr(CareRecord) buyer = care_record_load(connection, &care_customer_kind, customer, NULL);

    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, customer);
    if (buyer != NULL)
        care_record_set_int(invoice, CARE_INVOICE_CONTACT,
                            care_actor_if_there(connection, care_record_int(buyer, CARE_CUSTOMER_CONTACT)));
    care_invoice_set_defaults(connection, invoice);
    return invoice;
}

void
care_invoice_add_job_line(CareConnection *connection, CareRecord *invoice, CareRecord *from)
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
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);
    CareRecord *line = care_record_list_add(invoice, CARE_INVOICE_LINES);

    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
        care_record_set_int(line, pairs[i][0], care_record_int(from, pairs[i][1]));
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        care_record_set_text(line, texts[i][0], care_record_text(from, texts[i][1]));
    if (tax->small) /* whatever the price was agreed with before */
        care_record_clear(line, CARE_INVOICE_LINE_CATEGORY);
    else if (care_record_is_set(from, CARE_JOB_LINE_CATEGORY) || care_record_is_set(from, CARE_JOB_LINE_RATE))
        care_record_set_int(line, CARE_INVOICE_LINE_RATE, care_record_int(from, CARE_JOB_LINE_RATE));
    care_invoice_line_set_defaults(connection, line);
}

char *
care_invoice_say_terms(CareRecord *draft)
{
    const CareRange *range = care_invoice_kind.fields[CARE_INVOICE_TERMS_DAYS].range;

    return care_record_int(draft, CARE_INVOICE_TERMS_DAYS)
                   != care_record_within(draft, CARE_INVOICE_TERMS_DAYS)
               ? g_strdup_printf(_("The days to pay are a number within %d–%d."), (int)range->least,
                                 (int)range->most)
               : NULL;
}
