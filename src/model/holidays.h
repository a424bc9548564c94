/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/holiday-rule.h"

G_BEGIN_DECLS

/*
 * CareHolidays: the days of the year a shop is closed whatever its opening hours, by rules separated by spaces:
 *   10-03          every 3 October
 *   12-25+         that day and, if it is a Saturday or Sunday, the next free working day too (United Kingdom)
 *   04-27<         that day, or the day before if it is a Sunday (King's Day)
 *   easter-2       days from Easter Sunday
 *   1mo-05 lmo-08  the first Monday of May, the last of August; mo tu we th fr sa su
 *   2026-12-24     once
 *   none           alone: it is open on every day that its hours say
 * Never changes after parsing, so any thread may ask it.
 */
typedef struct _CareHolidays CareHolidays;

CareHolidays *care_holidays_parse(const char *rules, GError **error);
void care_holidays_free(CareHolidays *self);
gboolean care_holidays_contain(const CareHolidays *self, CareDate date);
/* Its rules, in their order. Owned by it. */
const CareHolidayRule *care_holidays_rules(const CareHolidays *self, guint *n);
/* The text that care_holidays_parse() reads as these n. Transfer full. */
char *care_holidays_to_string(const CareHolidayRule *rules, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareHolidays, care_holidays_free)

G_END_DECLS
