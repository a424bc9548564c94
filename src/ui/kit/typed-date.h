/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* What a date is for decides what a day without its year, and two digits of a year, mean. */
typedef enum {
    CARE_TYPED_DATE_COMING, /* the next such day from today on; the year within fifty years */
    CARE_TYPED_DATE_PAST,   /* what has happened: the last such day, the latest year that is not to come */
    CARE_TYPED_DATE_DAY,    /* a day that comes back: without a year it has none */
    CARE_TYPED_DATE_BIRTH,  /* as DAY, and nobody is born after today */
} CareTypedDateUse;

gboolean care_typed_date_parse(const char *text, CareDate today, CareTypedDateUse use, CareDate *out,
                               GError **error);
char *care_typed_date_to_string(CareDate date);

G_END_DECLS
