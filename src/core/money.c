/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/number-text.h"

/*
 * Reads a plain amount, as in files and on the command line: "49.90", "-5.6". More decimals than the currency has,
 * exponents and separators are refused with a sentence (CARE_ERROR_INPUT); `out` is then left alone.
 */
gboolean
care_money_parse(const char *text, const char *currency, CareMoney *out, GError **error)
{
    return care_number_parse(text, care_currency_digits(currency), out, error);
}

/* Reads an amount as people type it in any country, with or without the currency's sign; see number-typed.c. */
gboolean
care_money_parse_typed(const char *text, const char *currency, CareMoney *out, GError **error)
{
    int digits = care_currency_digits(currency);
    g_autofree char *plain = care_number_from_typed(text, digits, currency, error);

    return plain != NULL && care_number_parse(plain, digits, out, error);
}

/* The amount as care_money_parse() reads it, always with all decimals of the currency. Free with g_free(). */
char *
care_money_to_string(CareMoney amount, const char *currency)
{
    int digits = care_currency_digits(currency);

    return care_number_to_string(amount, digits, digits);
}

/* Per cent. */
#define HUNDRED (100 * CARE_DECIMAL_ONE)

/* A decimal number of the currency's main unit, rounded to its minor unit, halves away from zero. */
CareMoney
care_money_from_decimal(CareDecimal value, const char *currency)
{
    return care_div_round((__int128)value * care_currency_minor_units(currency), CARE_DECIMAL_SCALE);
}

gboolean
care_money_of_product(__int128 product, const char *currency, CareMoney *out)
{
    __int128 minor;

    return !__builtin_mul_overflow(product, (__int128)care_currency_minor_units(currency), &minor)
           && care_div_round_checked(minor, (__int128)CARE_DECIMAL_SCALE * CARE_DECIMAL_SCALE, out);
}

CareMoney
care_money_with_tax(CareMoney net, CareDecimal rate)
{
    return care_div_round((__int128)net * (HUNDRED + rate), HUNDRED);
}

CareMoney
care_money_without_tax(CareMoney gross, CareDecimal rate)
{
    return care_div_round((__int128)gross * HUNDRED, (__int128)HUNDRED + rate);
}

/* The exact inverse; FALSE if the amount is too large for a decimal. */
gboolean
care_money_to_decimal(CareMoney amount, const char *currency, CareDecimal *out)
{
    return care_div_round_checked((__int128)amount * CARE_DECIMAL_SCALE, care_currency_minor_units(currency),
                                  out);
}

gboolean
care_money_overflow(GError **error)
{
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, _("The amounts are too large to add up."));
    return FALSE;
}

gboolean
care_money_add(CareMoney *sum, CareMoney amount, GError **error)
{
    CareMoney whole;

    if (__builtin_add_overflow(*sum, amount, &whole))
        return care_money_overflow(error);
    *sum = whole;
    return TRUE;
}
