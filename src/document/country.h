/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Countries as people write them. Pure but for the language of the messages; any thread. */

/* ISO 3166 alpha-2 of "de", "Germany", "Deutschland" or "Allemagne" to who speaks French; NULL for what is none.
 * Owned by ICU or static. */
const char *care_country_code(const char *typed);
/* In the language of the messages: "Deutschland"; the code where that is not known. Transfer full. */
char *care_country_name(const char *code);
/* Whether people there write the month before the day: "Nov 24, 2026". */
gboolean care_country_puts_month_first(const char *code);
/* What Han is to be read as in this country, since faces differ: "ja", "ko", "zh-cn" …; NULL where none is usual. */
const char *care_country_han_language(const char *code);

G_END_DECLS
