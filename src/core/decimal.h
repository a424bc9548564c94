/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A quantity, unit price or rate: the value times 1,000,000. Never a double. */
typedef gint64 CareDecimal;

#define CARE_DECIMAL_SCALE 1000000
#define CARE_DECIMAL_ONE ((CareDecimal)CARE_DECIMAL_SCALE)

gboolean care_decimal_parse(const char *text, CareDecimal *out, GError **error);
gboolean care_decimal_parse_typed(const char *text, CareDecimal *out, GError **error);
gboolean care_decimal_parse_typed_percent(const char *text, CareDecimal *out, GError **error);
char *care_decimal_to_string(CareDecimal value);
char *care_decimal_to_string_places(CareDecimal value, int places);
gboolean care_div_round_checked(__int128 numerator, __int128 denominator, gint64 *out);
gint64 care_div_round(__int128 numerator, __int128 denominator);

G_END_DECLS
