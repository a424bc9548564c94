/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/period.h"

#include <glib/gi18n-lib.h>

static char *
format(CareDate date, const char *pattern)
{
    g_autoptr(GDateTime) at = g_date_time_new_utc(date.year, date.month, date.day, 12, 0, 0);

    return at != NULL ? g_date_time_format(at, pattern) : g_strdup("");
}

/* The day after the last of the period that begins on @start. */
CareDate
care_period_next(CarePeriodKind kind, CareDate start)
{
    if (kind == CARE_PERIOD_WEEK)
        return care_date_add_days(start, 7);
    return care_date_add_months(start, kind == CARE_PERIOD_MONTH ? 1 : 3);
}

gboolean
care_period_is_running(CarePeriodKind kind, CareDate start, CareDate today)
{
    return care_date_compare(start, today) <= 0
           && care_date_compare(today, care_period_next(kind, start)) < 0;
}

/* The quarter under way ends, so far, with this month. */
static char *
short_quarter(CareDate start, CareDate today)
{
    gboolean running = care_period_is_running(CARE_PERIOD_QUARTER, start, today);
    CareDate last = running ? today : care_date_add_months(start, 2);
    g_autofree char *from = format(start, "%b");
    g_autofree char *to = format(last, "%b");

    if (start.month == last.month)
        return g_steal_pointer(&from);
    if (start.year != today.year)
        return g_strdup_printf("%s–%s %02d", from, to, start.year % 100);
    return g_strdup_printf("%s–%s", from, to);
}

/**
 * care_period_short:
 *
 * A period as it stands at an axis: "Oct", "Jan–Mar", of another year "Jan–Mar 25"; for a week, its month.
 */
char *
care_period_short(CarePeriodKind kind, CareDate start, CareDate today)
{
    return kind == CARE_PERIOD_QUARTER ? short_quarter(start, today) : format(start, "%b");
}

/* A period as it is spoken: "October 2026", "January to March 2026", "the week of 12 October 2026". */
char *
care_period_long(CarePeriodKind kind, CareDate start)
{
    g_autofree char *from = NULL;
    g_autofree char *to = NULL;

    switch (kind) {
    case CARE_PERIOD_WEEK:
        /* TRANSLATORS: the first day of a week, a strftime pattern */
        return format(start, _("week of %-e %B %Y"));
    case CARE_PERIOD_MONTH:
        return format(start, "%OB %Y");
    case CARE_PERIOD_QUARTER:
    default:
        from = format(start, "%OB");
        to = format(care_date_add_months(start, 2), "%OB %Y");
        /* TRANSLATORS: a quarter, "January to March 2026" */
        return g_strdup_printf(_("%s to %s"), from, to);
    }
}
