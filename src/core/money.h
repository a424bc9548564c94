/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"

G_BEGIN_DECLS

/* An amount in minor units (cents) of a currency that the context names. */
typedef gint64 CareMoney;

int care_currency_digits(const char *currency);
gboolean care_money_parse(const char *text, const char *currency, CareMoney *out, GError **error);
gboolean care_money_parse_typed(const char *text, const char *currency, CareMoney *out, GError **error);
char *care_money_to_string(CareMoney amount, const char *currency); /* "-49.90", for JSON and CSV */
char *care_money_format(CareMoney amount, const char *currency);    /* "€49.90", for people, by the locale */
CareMoney care_money_from_decimal(CareDecimal value, const char *currency);

G_END_DECLS
