/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a shop that has chosen none. */
#define CARE_CURRENCY_DEFAULT "EUR"

int care_currency_digits(const char *currency);
gint64 care_currency_minor_units(const char *currency); /* how many make one of the main unit: 100 of EUR */
const char *care_currency_symbol(const char *currency);
gboolean care_currency_is_code(const char *text);
gboolean care_currency_is_known(const char *text);
GStrv care_currency_codes(void);
gboolean care_currency_is_mark(const char *text, const char *currency);

G_END_DECLS
