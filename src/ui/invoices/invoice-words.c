/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-words.h"

#include <glib/gi18n-lib.h>

#include "core/percent.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/format.h"
#include "ui/parts/line-unit.h"

static gboolean
has_state(CareRecord *invoice, CareInvoiceState state)
{
    return care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), state);
}

gboolean
care_invoice_is_draft(CareRecord *invoice)
{
    return !care_record_is_set(invoice, CARE_INVOICE_NUMBER);
}

gboolean
care_invoice_is_open(CareRecord *invoice)
{
    return !care_invoice_is_draft(invoice) && !care_invoice_is_credit(invoice)
           && (has_state(invoice, CARE_BILL_ISSUED) || has_state(invoice, CARE_BILL_PART));
}

gboolean
care_invoice_is_overdue(CareRecord *invoice, CareDate today)
{
    CareDate due = care_record_date(invoice, CARE_INVOICE_DUE_DATE);

    return care_invoice_is_open(invoice) && care_date_is_set(due) && care_date_compare(due, today) < 0;
}

CareMoney
care_invoice_rest(CareRecord *invoice)
{
    return care_invoice_is_draft(invoice) ? 0 : care_invoice_open(invoice);
}

char *
care_invoice_money(CareRecord *invoice, CareMoney amount)
{
    return care_money_format(amount, care_record_text(invoice, CARE_INVOICE_CURRENCY));
}

char *
care_invoice_state_words(CareRecord *invoice, CareDate today, CareTone *tone)
{
    *tone = care_invoice_is_overdue(invoice, today) ? CARE_TONE_WARNING : CARE_TONE_NEUTRAL;
    if (care_invoice_is_draft(invoice))
        return g_strdup(C_("invoice", "draft"));
    if (care_invoice_is_credit(invoice))
        return g_strdup(C_("invoice", "credit note"));
    if (has_state(invoice, CARE_BILL_CANCELLED))
        return g_strdup(C_("invoice", "cancelled"));
    if (has_state(invoice, CARE_BILL_PART)) {
        g_autofree char *rest = care_invoice_money(invoice, care_invoice_rest(invoice));

        /* Translators: what is still to be paid of an invoice, "€24.50 open" */
        return g_strdup_printf(C_("invoice", "%s open"), rest);
    }
    if (has_state(invoice, CARE_BILL_PAID)) {
        *tone = CARE_TONE_SUCCESS;
        return g_strdup(C_("invoice", "paid"));
    }
    if (*tone == CARE_TONE_WARNING)
        return care_format_overdue(care_record_date(invoice, CARE_INVOICE_DUE_DATE), today);
    return g_strdup(C_("invoice", "unpaid"));
}

/* "begun yesterday", "due Friday", "due since 12 Nov", "12 days overdue", "issued 3 Nov": beside the words for the state,
 * which say how long nothing at all was paid. */
char *
care_invoice_when(CareRecord *invoice, CareDate today, GTimeZone *zone)
{
    CareDate due = care_record_date(invoice, CARE_INVOICE_DUE_DATE);
    g_autofree char *day = NULL;

    if (care_invoice_is_draft(invoice)) {
        day = care_format_on_day(care_date_of_instant(care_record_stamp(invoice).created, zone), today);
        /* Translators: %s is "yesterday", "Friday" or "12 Nov" */
        return g_strdup_printf(C_("invoice", "begun %s"), day);
    }
    if (care_invoice_is_overdue(invoice, today) && has_state(invoice, CARE_BILL_PART))
        return care_format_overdue(due, today);
    if (care_invoice_is_overdue(invoice, today)) {
        day = care_format_since(due, today);
        /* Translators: "due since 12 Nov" */
        return g_strdup_printf(C_("invoice, since when", "due %s"), day);
    }
    if (care_invoice_is_open(invoice) && care_date_is_set(due)) {
        day = care_format_for_day(due, today);
        /* Translators: "due Friday" */
        return g_strdup_printf(C_("invoice", "due %s"), day);
    }
    day = care_format_on_day(care_record_date(invoice, CARE_INVOICE_ISSUED), today);
    /* Translators: "issued 3 Nov" */
    return g_strdup_printf(C_("invoice", "issued %s"), day);
}

/* A line that was not agreed at all is higher by all of itself. */
CareLineCheck
care_invoice_line_check(CareRecord *invoice, CareRecord *line, CareMoney *difference)
{
    CareMoney amount = care_record_int(line, CARE_INVOICE_LINE_AMOUNT);

    *difference = 0;
    if (!care_invoice_has_agreed_lines(invoice))
        return CARE_LINE_FREE;
    *difference = amount - care_record_int(line, CARE_INVOICE_LINE_AGREED);
    if (*difference == 0)
        return CARE_LINE_AS_AGREED;
    return *difference < 0 ? CARE_LINE_LOWER : CARE_LINE_HIGHER;
}

char *
care_invoice_rate_words(CareDecimal rate)
{
    g_autofree char *number = care_decimal_format(rate, 0);

    return care_percent_format(number);
}

static char *
contained_words(const char *rate, gboolean sales_tax)
{
    /* Translators: the tax that is part of a price; %s is its rate */
    return sales_tax ? g_strdup_printf(_("including %s sales tax"), rate)
                     /* Translators: the tax that is part of a price; %s is its rate: "including 19% VAT" */
                     : g_strdup_printf(_("including %s VAT"), rate);
}

/* One row of the breakdown, a line of totals; why there is none where there is none. contained: it is part of the prices.
 * sales_tax: as where that is what is charged (CareTaxPreset). Transfer full. */
char *
care_invoice_tax_words(CareRecord *vat, gboolean contained, gboolean sales_tax)
{
    const char *reason = care_record_text(vat, CARE_INVOICE_VAT_REASON);
    g_autofree char *rate = care_invoice_rate_words(care_record_int(vat, CARE_INVOICE_VAT_RATE));

    if (reason)
        return g_strdup(_(reason));
    if (contained)
        return contained_words(rate, sales_tax);
    /* Translators: a line of totals, "Sales tax 8.75%" */
    return sales_tax ? g_strdup_printf(_("Sales tax %s"), rate)
                     /* Translators: a line of totals, "VAT 19%" */
                     : g_strdup_printf(_("VAT %s"), rate);
}

static char *
quantity_words(CareRecord *invoice, CareRecord *line)
{
    const char *kind = care_record_text(line, CARE_INVOICE_LINE_KIND);
    const char *unit = care_record_text(line, CARE_INVOICE_LINE_UNIT);
    CareDecimal quantity = care_record_int(line, CARE_INVOICE_LINE_QUANTITY);
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    g_autofree char *number = care_decimal_format(quantity, 0);
    g_autofree char *price = care_money_format(
        care_money_from_decimal(care_record_int(line, CARE_INVOICE_LINE_PRICE), currency), currency);
    g_autofree char *what = care_line_quantity_words(kind, unit, quantity, number);

    if (!what)
        return g_strdup(care_line_kind_is(kind, CARE_LINE_FEE) ? _("Fee") : _("Labour"));
    if (quantity == CARE_DECIMAL_ONE && care_line_unit_is_none(unit))
        return g_steal_pointer(&what);
    /* Translators: a quantity and its unit price, "1.5 h at €60.00" */
    return g_strdup_printf(_("%s at %s"), what, price);
}

static void
take_off(char **detail, const char *discount)
{
    g_autofree char *before = *detail;

    /* Translators: what a line is of, and a percentage or an amount: "1.5 h at €60.00, less 10 %" */
    *detail = g_strdup_printf(_("%s, less %s"), before, discount);
}

/* "1.5 h at €60.00", "1 piece, not agreed" */
char *
care_invoice_line_detail(CareRecord *invoice, CareRecord *line)
{
    g_autofree char *quantity = quantity_words(invoice, line);
    gboolean added
        = care_invoice_has_agreed_lines(invoice) && !care_record_is_set(line, CARE_INVOICE_LINE_AGREED);
    CareMoney off = care_record_int(line, CARE_INVOICE_LINE_DISCOUNT_AMOUNT);
    CareDecimal percent = care_record_int(line, CARE_INVOICE_LINE_DISCOUNT);
    char *detail = g_strdup(quantity);

    if (percent != 0) {
        g_autofree char *rate = care_invoice_rate_words(percent);

        take_off(&detail, rate);
    }
    if (off != 0) {
        g_autofree char *amount = care_invoice_money(invoice, off);

        take_off(&detail, amount);
    }
    if (added) {
        g_autofree char *before = detail;

        /* Translators: %s is what a line is of, "1 piece" */
        detail = g_strdup_printf(_("%s, not in the agreement"), before);
    }
    return detail;
}

char *
care_invoice_terms_words(gint64 days)
{
    if (days <= 0)
        return g_strdup(_("At once"));
    return g_strdup_printf(ngettext("%d day, no deduction", "%d days, no deduction", (gulong)days),
                           (int)days);
}
