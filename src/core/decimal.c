/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/decimal.h"

#include "core/number-text.h"

#define PLACES 6 /* of CARE_DECIMAL_SCALE */

/*
 * Reads a plain decimal, as in files and on the command line: "49.90", "-3". Exponents, separators, spaces and more
 * than six decimals are refused with a sentence (CARE_ERROR_INPUT); `out` is then left alone.
 */
gboolean
care_decimal_parse(const char *text, CareDecimal *out, GError **error)
{
    return care_number_parse(text, PLACES, out, error);
}

/* Reads a number as people type it in any country; see number-typed.c. Refuses as care_decimal_parse() does. */
gboolean
care_decimal_parse_typed(const char *text, CareDecimal *out, GError **error)
{
    g_autofree char *plain = care_number_from_typed(text, PLACES, NULL, error);

    return plain != NULL && care_decimal_parse(plain, out, error);
}

/* Reads a percentage as people type it: "8.875", "9,975 %"; see number-typed.c. */
gboolean
care_decimal_parse_typed_percent(const char *text, CareDecimal *out, GError **error)
{
    g_autofree char *plain = care_number_from_typed_percent(text, PLACES, error);

    return plain != NULL && care_decimal_parse(plain, out, error);
}

/* The shortest plain decimal: "49.9", "-3". For JSON and CSV. Free with g_free(). */
char *
care_decimal_to_string(CareDecimal value)
{
    return care_number_to_string(value, PLACES, 0);
}

/* The same with at least `places` decimals (at most 6): "49.90". Free with g_free(). */
char *
care_decimal_to_string_places(CareDecimal value, int places)
{
    return care_number_to_string(value, PLACES, places);
}

/* Divides and rounds to the nearest integer, halves away from zero. FALSE if the result has no room in 64 bits. */
gboolean
care_div_round_checked(__int128 numerator, __int128 denominator, gint64 *out)
{
    __int128 quotient, rest;

    g_return_val_if_fail(denominator != 0, FALSE);
    quotient = numerator / denominator;
    rest = numerator % denominator;
    if (rest < 0)
        rest = -rest;
    if (rest >= (denominator < 0 ? -denominator : denominator) - rest)
        quotient += (numerator < 0) == (denominator < 0) ? 1 : -1;
    if (quotient > G_MAXINT64 || quotient < -(__int128)G_MAXINT64)
        return FALSE;
    *out = (gint64)quotient;
    return TRUE;
}

/* care_div_round_checked() where the caller knows that it fits; else the nearest 64-bit number. */
gint64
care_div_round(__int128 numerator, __int128 denominator)
{
    gint64 out = (numerator < 0) == (denominator < 0) ? G_MAXINT64 : -G_MAXINT64;

    care_div_round_checked(numerator, denominator, &out);
    return out;
}
