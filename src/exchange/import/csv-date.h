/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

typedef enum {
    CARE_CSV_DAY_FIRST,   /* 31/12/1999 */
    CARE_CSV_MONTH_FIRST, /* 12/31/1999 */
} CareCsvDateOrder;

gboolean care_csv_parse_date(const char *text, CareCsvDateOrder order, CareDate *out);

/* Whether a date that can be read has two digits of a year; the century it was given is a guess. */
gboolean care_csv_date_is_short(const char *text);

G_END_DECLS
