/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

typedef enum {
    CARE_PERIOD_WEEK,
    CARE_PERIOD_MONTH,
    CARE_PERIOD_QUARTER,
} CarePeriodKind;

char *care_period_short(CarePeriodKind kind, CareDate start, CareDate today);
char *care_period_long(CarePeriodKind kind, CareDate start);
gboolean care_period_is_running(CarePeriodKind kind, CareDate start, CareDate today);
CareDate care_period_next(CarePeriodKind kind, CareDate start);

G_END_DECLS
