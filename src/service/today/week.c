/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/week.h"

#include <glib/gi18n-lib.h>

#include "model/situation.h"
#include "store/hours.h"
#include "store/named-query.h"

/* What is older belongs to today; NULL after the week. */
static CareWeekDay *
day_of(CareWeekDay *days, CareDate date)
{
    int ahead = MAX(0, care_date_days_between(days[0].date, date));

    return ahead < CARE_WEEK_DAYS ? &days[ahead] : NULL;
}

static gboolean
count_job(CareStatement *row, gpointer days, GError **error)
{
    CareWeekDay *day;
    CareDate date;

    if (care_date_parse_full(care_statement_text(row, 0), &date) && (day = day_of(days, date)) != NULL)
        day->jobs++;
    return TRUE;
}

static gboolean
count_jobs(CareConnection *connection, CareWeekDay *days, GError **error)
{
    g_autofree char *first = care_date_to_string(days[0].date);
    g_autofree char *last = care_date_to_string(days[CARE_WEEK_DAYS - 1].date);

    return care_query_each(connection, "today/week-jobs", count_job, days, error, "ss", first, last);
}

/* What comes back every year has a day of its own; all else counts on the day it is to be done. */
static CareDate
day_of_line(const CareDueItem *item)
{
    return item->rule == CARE_DUE_OCCASION && !care_date_is_set(item->deferred_until) ? item->due : item->on;
}

static guint *
count_of_line(CareWeekDay *day, const CareDueItem *item)
{
    if (item->rule == CARE_DUE_OCCASION)
        return &day->occasions;
    if (care_situation_is(item->situation, CARE_SITUATION_SERVICE))
        return &day->services;
    switch (care_due_act_of(item)) {
    case CARE_DUE_ACT_CALL:
        return &day->calls;
    case CARE_DUE_ACT_WRITE:
    case CARE_DUE_ACT_ANSWER:
    case CARE_DUE_ACT_PRINT_CARD:
    case CARE_DUE_ACT_REMIND:
        return &day->messages;
    case CARE_DUE_ACT_BILL:
    case CARE_DUE_ACT_PAY_BACK:
    case CARE_DUE_ACT_BACK_UP:
    case CARE_DUE_N_ACTS:
    default:
        return &day->others;
    }
}

/* What the customer may still do by themselves (pay, come by) is planned only once somebody has put it off. */
static gboolean
is_planned(const CareDueItem *item)
{
    return item->now || care_due_rule_info(item->rule)->wait_days == 0
           || care_date_is_set(item->deferred_until);
}

static void
count_lines(GPtrArray *items, CareWeekDay *days)
{
    for (guint i = 0; i < items->len; i++) {
        const CareDueItem *item = items->pdata[i];
        CareWeekDay *day = day_of(days, day_of_line(item));

        if (day != NULL && is_planned(item))
            ++*count_of_line(day, item);
    }
}

static void
mark_closed(CareConnection *connection, CareClock *clock, CareWeekDay *days)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(connection, care_clock_zone(clock));

    for (int i = 0; hours != NULL && i < CARE_WEEK_DAYS; i++)
        days[i].open = care_shop_hours_is_open_day(hours, days[i].date);
}

gboolean
care_week_compute(CareConnection *connection, CareClock *clock, const CareToday *today, CareWeekDay *days,
                  GError **error)
{
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        days[i] = (CareWeekDay){ .date = care_date_add_days(today->today, i), .open = TRUE };
    mark_closed(connection, clock, days);
    count_lines(today->items, days);
    count_lines(today->coming, days);
    return count_jobs(connection, days, error);
}

guint
care_week_day_count(const CareWeekDay *day)
{
    return day->jobs + day->calls + day->messages + day->services + day->occasions + day->others;
}

char *
care_week_day_words(const CareWeekDay *day)
{
    guint n = care_week_day_count(day);

    if (n == 0)
        /* Translators: the shop, on a day of the week */
        return g_strdup(day->open ? "" : C_("shop", "closed"));
    if (day->jobs == n)
        return g_strdup_printf(ngettext("%u job", "%u jobs", n), n);
    if (day->calls == n)
        return g_strdup_printf(ngettext("%u call", "%u calls", n), n);
    if (day->messages == n)
        return g_strdup_printf(ngettext("%u message", "%u messages", n), n);
    if (day->services == n)
        return g_strdup_printf(ngettext("%u service", "%u services", n), n);
    if (day->occasions == n)
        return g_strdup_printf(ngettext("%u occasion", "%u occasions", n), n);
    return g_strdup_printf(ngettext("%u due", "%u due", n), n);
}
