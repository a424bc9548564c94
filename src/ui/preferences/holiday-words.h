/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/holiday-rule.h"

G_BEGIN_DECLS

/* What a rule for a holiday means, for people. Transfer full; main thread. */

/* "24 December", "27 December 2026", "Whit Sunday", "First Monday in May" */
char *care_holiday_title(const CareHolidayRule *rule);
/* When it comes next, or why it does not: "Every year", "Friday 3 April", "Only once", "Over" */
char *care_holiday_when(const CareHolidayRule *rule, CareDate today);

G_END_DECLS
