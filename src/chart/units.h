/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the numbers of a chart are. Money is in minor units, time in seconds, a share 0…1. */
typedef enum {
    CARE_UNIT_COUNT,
    CARE_UNIT_MONEY,
    CARE_UNIT_DURATION,
    CARE_UNIT_PERCENT,
    CARE_UNIT_SCORE, /* signed: +57 */
    CARE_UNIT_DAYS,  /* one decimal */
} CareUnit;

char *care_unit_format(CareUnit unit, const char *currency, double value);
char *care_unit_format_tick(CareUnit unit, const char *currency, double value, gboolean last);

G_END_DECLS
