/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "model/bill/bill-private.h"

/* 9.975 % has three decimals; none has more than four (rules-invoices I4). */
#define RATE_STEP (CARE_DECIMAL_ONE / 10000)
/* No tax takes more than there is. */
#define HIGHEST_RATE (100 * CARE_DECIMAL_ONE)

static gboolean
is_blank(const char *text)
{
    return text == NULL || text[strspn(text, " \t\r\n")] == '\0';
}

static char *
line_label(const CareBillLine *line, guint index)
{
    if (!is_blank(line->name))
        return g_strdup_printf(_("“%s”"), line->name);
    return g_strdup_printf(_("Line %u"), index + 1);
}

static gboolean
refuse(GError **error, const char *format, const char *label)
{
    g_autofree char *sentence = NULL;
    g_auto(GStrv) parts = g_strsplit(format, "{}", 2);

    sentence = g_strjoinv(label, parts);
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, sentence);
    return FALSE;
}

gboolean
care_bill_rate_fits(CareDecimal rate)
{
    return rate >= 0 && rate <= HIGHEST_RATE && rate % RATE_STEP == 0;
}

/* The VAT categories of UNTDID 5305 that EN 16931 knows; those with a rate of 0 (BR-Z-05, BR-E-05, BR-AE-05 …). */
static gboolean
check_pair(const char *category, CareDecimal rate, const char *label, GError **error)
{
    static const char *const known[] = { "S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B", NULL };
    static const char *const without_tax[] = { "Z", "E", "AE", "K", "G", "O", NULL };

    if (!g_strv_contains(known, category))
        return refuse(error, _("{}: this VAT category is not known. Use S, Z, E, AE, K, G, O, L or M."),
                      label);
    if (rate < 0)
        return refuse(error, _("{}: a VAT rate cannot be negative."), label);
    if (rate > HIGHEST_RATE)
        return refuse(error, _("{}: a VAT rate is at most 100 percent."), label);
    if (rate % RATE_STEP != 0)
        return refuse(error, _("{}: a VAT rate has at most 4 decimals."), label);
    if (rate == 0 && strcmp(category, "S") == 0)
        return refuse(error, _("{}: category S needs a VAT rate above 0. Use Z or E for a rate of 0."),
                      label);
    if (rate != 0 && g_strv_contains(without_tax, category))
        return refuse(error, _("{}: this VAT category has a rate of 0."), label);
    return TRUE;
}

const char *
care_bill_category_of_rate(CareDecimal rate)
{
    return rate == 0 ? "Z" : "S";
}

gboolean
care_bill_check_vat(const char *name, guint index, const char *category, CareDecimal rate, GError **error)
{
    const CareBillLine line = { .name = (char *)name };
    g_autofree char *label = line_label(&line, index);

    return check_pair(category, rate, label, error);
}

static gboolean
check_taxes(const CareBillLine *line, const char *label, GError **error)
{
    for (guint i = 0; i < line->taxes->len; i++) {
        const CareBillTax *tax = line->taxes->pdata[i];
        if (tax->rate < 0)
            return refuse(error, _("{}: a tax rate cannot be negative."), label);
        if (tax->rate > HIGHEST_RATE)
            return refuse(error, _("{}: a tax rate is at most 100 percent."), label);
        if (tax->rate % RATE_STEP != 0)
            return refuse(error, _("{}: a tax rate has at most 4 decimals."), label);
        for (guint k = 0; k < i; k++)
            if (g_strcmp0(tax->name, ((const CareBillTax *)line->taxes->pdata[k])->name) == 0)
                return refuse(error, _("{}: the same tax stands there twice."), label);
    }
    return TRUE;
}

static gboolean
check_adjustment(const CareBillAdjustment *adjustment, const char *label, GError **error)
{
    if (!adjustment->has_percent && !adjustment->has_amount)
        return refuse(error, _("{}: an allowance or charge needs an amount or a percentage."), label);
    if (adjustment->has_base && !adjustment->has_percent)
        return refuse(error, _("{}: an allowance or charge with a base needs its percentage."), label);
    if (adjustment->has_percent && adjustment->percent < 0)
        return refuse(error, _("{}: a percentage cannot be negative. Use a charge instead of an allowance."),
                      label);
    if (!adjustment->charge && adjustment->has_percent && adjustment->percent > 100 * CARE_DECIMAL_ONE)
        return refuse(error, _("{}: nothing can be reduced by more than 100 percent."), label);
    return TRUE;
}

static gboolean
check_adjustments(const GPtrArray *adjustments, const char *label, GError **error)
{
    for (guint i = 0; i < adjustments->len; i++) {
        const CareBillAdjustment *adjustment = adjustments->pdata[i];
        if (!check_adjustment(adjustment, label, error))
            return FALSE;
        if (adjustment->category != NULL && !check_pair(adjustment->category, adjustment->rate, label, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_line(const CareBillLine *line, guint index, GError **error)
{
    g_autofree char *label = line_label(line, index);

    if (line->price < 0) /* BR-27 */
        return refuse(error, _("{}: a price cannot be negative. Use a negative quantity or an allowance."),
                      label);
    if (line->base_quantity <= 0)
        return refuse(error, _("{}: the quantity a price is for must be greater than 0."), label);
    if (line->category != NULL && line->taxes->len > 0)
        return refuse(error, _("{}: either a VAT category or taxes by name, not both."), label);
    if (line->category != NULL && !check_pair(line->category, line->rate, label, error))
        return FALSE;
    return check_taxes(line, label, error) && check_adjustments(line->adjustments, label, error);
}

/* BR-O-11 … 14: what is outside the scope of VAT stands alone on its invoice. */
static gboolean
check_outside_scope(const CareBill *bill, GError **error)
{
    gboolean outside = FALSE, inside = FALSE;

    for (guint i = 0; i < bill->lines->len; i++) {
        const CareBillLine *line = bill->lines->pdata[i];
        gboolean is_outside = g_strcmp0(line->category, "O") == 0;
        outside = outside || is_outside;
        inside = inside || !is_outside;
    }
    for (guint i = 0; i < bill->adjustments->len; i++) {
        const CareBillAdjustment *adjustment = bill->adjustments->pdata[i];
        gboolean is_outside = g_strcmp0(adjustment->category, "O") == 0;
        outside = outside || is_outside;
        inside = inside || (adjustment->category != NULL && !is_outside);
    }
    if (outside && inside) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_REFUSED,
            _("Category O (outside the scope of VAT) cannot stand on one invoice with others. Use "
              "E instead, or two invoices."));
        return FALSE;
    }
    return TRUE;
}

/* Money that came in before, and what rounding to a coin moves: neither changes what is owed to something else. */
static gboolean
check_payable(const CareBill *bill, GError **error)
{
    CareMoney unit = 100; /* coins of a currency without decimals are larger than 1 */

    for (int i = 2; i < care_currency_digits(bill->currency); i++)
        unit *= 10;
    if (bill->paid < 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("What was paid before cannot be less than nothing."));
        return FALSE;
    }
    if (bill->rounding <= -unit || bill->rounding >= unit) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("Rounding moves an amount by less than the smallest coin."));
        return FALSE;
    }
    return TRUE;
}

/* Refuses what EN 16931 forbids in the parts the sums are made of; the sentence names the line. */
gboolean
care_bill_check(const CareBill *bill, GError **error)
{
    if (!care_currency_is_known(bill->currency)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            _("The currency must be a code of ISO 4217, such as EUR."));
        return FALSE;
    }
    for (guint i = 0; i < bill->lines->len; i++)
        if (!check_line(bill->lines->pdata[i], i, error))
            return FALSE;
    if (!check_adjustments(bill->adjustments, _("Whole invoice"), error))
        return FALSE;
    if (bill->withholding < 0 || bill->withholding > 100 * CARE_DECIMAL_ONE) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("The withholding must be between 0 and 100 percent."));
        return FALSE;
    }
    return check_payable(bill, error) && check_outside_scope(bill, error);
}

static gboolean
check_reasons(const GPtrArray *adjustments, const char *label, GError **error)
{
    for (guint i = 0; i < adjustments->len; i++)
        if (is_blank(((const CareBillAdjustment *)adjustments->pdata[i])->reason))
            return refuse(error, _("{}: a discount or a charge needs a reason."), label);
    return TRUE;
}

gboolean
care_bill_check_whole(const CareBill *bill, GError **error)
{
    if (bill->lines->len == 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("There are no lines. An invoice says what was done."));
        return FALSE;
    }
    for (guint i = 0; i < bill->lines->len; i++) {
        const CareBillLine *line = bill->lines->pdata[i];
        g_autofree char *label = line_label(line, i);

        if (line->name != NULL && is_blank(line->name))
            return refuse(error, _("{}: its name is empty. An invoice says what was done."), label);
        if (!check_reasons(line->adjustments, label, error))
            return FALSE;
    }
    return check_reasons(bill->adjustments, _("Whole invoice"), error);
}
