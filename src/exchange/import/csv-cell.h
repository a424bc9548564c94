/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/csv-mapping.h"

G_BEGIN_DECLS

/* What cells say that is no value of their column. Pure functions. */

/* Everyday words for "home", "mobile" and the like; another word is the owner's own. Transfer full, nullable. */
char *care_csv_cell_tidy_label(const char *text);
gboolean care_csv_cell_is_no_date(const char *cell);
gboolean care_csv_cell_says_nothing(const CareCsvColumn *column, const char *cell);
gboolean care_csv_cell_is_no_value(const CareCsvColumn *column, const char *cell);

/* "Phone:(415) 555-9933": past the word before a number, which becomes its label where it has none. Transfer none. */
const char *care_csv_cell_past_word(const char *value, char **label);

G_END_DECLS
