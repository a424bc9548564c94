/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/bill-private.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

#define PERCENT (100 * (__int128)CARE_DECIMAL_SCALE)

/* round(quantity × price ÷ base quantity), rounded on its own (BR-CO-…, Peppol R120). */
gboolean
care_bill_line_product(const CareBill *bill, const CareBillLine *line, CareMoney *out, GError **error)
{
    __int128 product = (__int128)line->quantity * line->price;
    __int128 divisor = (__int128)line->base_quantity * CARE_DECIMAL_SCALE;

    if (divisor <= 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("The quantity a price is for must be greater than 0."));
        return FALSE;
    }
    if (__builtin_mul_overflow(product, (__int128)care_currency_minor_units(bill->currency), &product)
        || !care_div_round_checked(product, divisor, out))
        return care_money_overflow(error);
    return TRUE;
}

/*
 * What an allowance or charge comes to, without its sign: its amount, or its percentage of its base, which is
 * `default_base` unless it names one. Where both are given they must agree to 0.02 (Peppol R040).
 */
gboolean
care_bill_adjustment_amount(const CareBillAdjustment *adjustment, CareMoney default_base, CareMoney *out,
                            GError **error)
{
    CareMoney base = adjustment->has_base ? adjustment->base : default_base;
    CareMoney computed = 0, difference;

    if (adjustment->has_percent
        && !care_div_round_checked((__int128)base * adjustment->percent, PERCENT, &computed))
        return care_money_overflow(error);
    *out = adjustment->has_amount ? adjustment->amount : computed;
    if (!adjustment->has_percent || !adjustment->has_amount)
        return TRUE;
    if (__builtin_sub_overflow(computed, adjustment->amount, &difference))
        return care_money_overflow(error);
    if (ABS(difference) > 2) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                    _("An allowance or charge names an amount that is not its percentage of its base."));
        return FALSE;
    }
    return TRUE;
}

/* quantity × price with the line's charges and allowances, every percentage taken of quantity × price. */
gboolean
care_bill_line_amount(const CareBill *bill, const CareBillLine *line, CareMoney *out, GError **error)
{
    CareMoney product;

    if (!care_bill_line_product(bill, line, &product, error))
        return FALSE;
    *out = product;
    for (guint i = 0; i < line->adjustments->len; i++) {
        const CareBillAdjustment *adjustment = line->adjustments->pdata[i];
        CareMoney amount;
        if (!care_bill_adjustment_amount(adjustment, product, &amount, error)
            || !care_money_add(out, adjustment->charge ? amount : -amount, error))
            return FALSE;
    }
    return TRUE;
}
