/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recurrence.h"

/*
 * Occurrence k; the anchor itself is occurrence 0. A day the month does not have falls on its last day, so
 * 29 February is kept on 28 February and comes back on the 29th in a leap year. No date for an anchor without a
 * year, whose occurrences cannot be numbered.
 */
CareDate
care_recurrence_nth(CareDate anchor, int every_months, int k)
{
    if (anchor.year == 0)
        return (CareDate){ 0 };
    return care_date_add_months(anchor, every_months * k);
}

/*
 * The first occurrence on or after a day, never before the anchor. With every_months 0 the anchor is the only one.
 * An anchor without a year has always been recurring. No date if there is none.
 */
CareDate
care_recurrence_next(CareDate anchor, int every_months, CareDate on_or_after)
{
    int months, k;
    CareDate next;

    if (!care_date_is_set(anchor) || !care_date_is_set(on_or_after) || every_months < 0)
        return (CareDate){ 0 };
    if (anchor.year == 0)
        anchor.year = on_or_after.year - 1;
    if (every_months == 0)
        return care_date_compare(anchor, on_or_after) >= 0 ? anchor : (CareDate){ 0 };
    months = (on_or_after.year - anchor.year) * 12 + (on_or_after.month - anchor.month);
    k = MAX(months / every_months, 0);
    next = care_recurrence_nth(anchor, every_months, k);
    if (care_date_compare(next, on_or_after) < 0)
        next = care_recurrence_nth(anchor, every_months, k + 1);
    return next;
}
