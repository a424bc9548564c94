/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the cells of a column look like, however it is headed. */
typedef struct {
    guint filled;
    guint at_signs;
    guint phones;
    guint names;       /* words that can be somebody's name */
    guint spaced;      /* more than one word */
    guint day_first;   /* dates that can only be read with the day first */
    guint month_first; /* … with the month first */
    guint first;       /* hash of the first cell */
    gboolean varied;   /* not all the same */
} CareCsvLooks;

void care_csv_looks_add(CareCsvLooks *looks, const char *cell);

/* Digits that somebody may be called by: no date, sum of money, postcode, serial or number of an account. */
gboolean care_csv_looks_like_phone(const char *text);
/* "false", "yes", "ja": an answer, whatever its column is called. */
gboolean care_csv_is_boolean(const char *text);

G_END_DECLS
