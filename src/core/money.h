/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/currency.h"
#include "core/decimal.h"

G_BEGIN_DECLS

/* An amount in minor units (cents) of a currency that the context names. */
typedef gint64 CareMoney;

/* How a country writes amounts; see care_money_format(). */
typedef struct {
    const char *decimal_point;
    const char *thousands;
    const char *grouping;  /* as lconv.mon_grouping: "\3" threes, "\3\2" as in India */
    const char *symbol;    /* NULL: the one the world knows */
    gboolean symbol_first; /* before the number */
    gboolean space;        /* between number and symbol; always there beside letters */
} CareMoneyStyle;

gboolean care_money_parse(const char *text, const char *currency, CareMoney *out, GError **error);
gboolean care_money_parse_typed(const char *text, const char *currency, CareMoney *out, GError **error);
char *care_money_to_string(CareMoney amount, const char *currency); /* "-49.90", for JSON and CSV */
char *care_money_format(CareMoney amount, const char *currency);    /* "€49.90", for people, by the locale */
char *care_money_format_plain(CareMoney amount,
                              const char *currency); /* "49.90", for columns, by the locale */
char *care_money_format_styled(CareMoney amount, const char *currency, const CareMoneyStyle *style);
CareMoney care_money_from_decimal(CareDecimal value, const char *currency);
/* The product of two decimals, rounded once. FALSE if it has no room. */
gboolean care_money_of_product(__int128 product, const char *currency, CareMoney *out);
char *care_decimal_format(CareDecimal value, int places); /* "1.5", for people, by the locale */
/* A net amount with the tax of a rate (per cent) put on, and a gross one without it; rounded once. */
CareMoney care_money_with_tax(CareMoney net, CareDecimal rate);
CareMoney care_money_without_tax(CareMoney gross, CareDecimal rate);
gboolean care_money_to_decimal(CareMoney amount, const char *currency, CareDecimal *out);

/* Says that a sum has no room in 64 bits: CARE_ERROR_INPUT. Always FALSE. */
gboolean care_money_overflow(GError **error);
/* Adds to *sum. FALSE with CARE_ERROR_INPUT, and *sum as it was, if there is no room for it. */
gboolean care_money_add(CareMoney *sum, CareMoney amount, GError **error);

G_END_DECLS
