/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/week.h"

#include <glib/gi18n-lib.h>

#include "model/shop-hours.h"
#include "service/occasions/occasions.h"
#include "store/migrate.h"
#include "store/setting.h"

static CareWeekDay *
day_of(CareWeekDay *days, const char *text)
{
    CareDate date;
    int ahead;

    if (text == NULL || !care_date_parse_full(text, &date))
        return NULL;
    ahead = care_date_days_between(days[0].date, date);
    return ahead >= 0 && ahead < CARE_WEEK_DAYS ? &days[ahead] : NULL;
}

static void
count_job(CareWeekDay *day, CareStatement *row)
{
    day->jobs++;
}

static void
count_followup(CareWeekDay *day, CareStatement *row)
{
    if (g_strcmp0(care_statement_text(row, 1), "service") == 0)
        day->services++;
    else if (care_statement_text(row, 2) == NULL || g_str_equal(care_statement_text(row, 2), "phone"))
        day->calls++;
    else
        day->messages++;
}

static gboolean
count_rows(CareConnection *connection, const char *query, CareWeekDay *days,
           void (*count)(CareWeekDay *day, CareStatement *row), GError **error)
{
    g_autofree char *first = care_date_to_string(days[0].date);
    g_autofree char *last = care_date_to_string(days[CARE_WEEK_DAYS - 1].date);
    g_autoptr(CareStatement) row = care_connection_prepare(connection, care_query_sql(query), error);
    g_autoptr(GError) local = NULL;

    if (row == NULL)
        return FALSE;
    care_statement_bind(row, 1, first);
    care_statement_bind(row, 2, last);
    while (care_statement_step(row, &local)) {
        CareWeekDay *day = day_of(days, care_statement_text(row, 0));

        if (day != NULL)
            count(day, row);
    }
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

static gboolean
count_occasions(CareConnection *connection, CareClock *clock, CareWeekDay *days, GError **error)
{
    g_autoptr(GPtrArray) found = care_occasions_upcoming(connection, days[0].date, CARE_WEEK_DAYS - 1,
                                                         care_clock_zone(clock), error);

    for (guint i = 0; found != NULL && i < found->len; i++) {
        const CareUpcoming *upcoming = found->pdata[i];
        int ahead = care_date_days_between(days[0].date, upcoming->date);

        if (ahead >= 0 && ahead < CARE_WEEK_DAYS)
            days[ahead].occasions++;
    }
    return found != NULL;
}

static void
mark_closed(CareConnection *connection, CareClock *clock, CareWeekDay *days)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_OPENING_HOURS);
    g_autoptr(CareShopHours) hours
        = text != NULL ? care_shop_hours_parse(text, NULL, care_clock_zone(clock), NULL) : NULL;

    for (int i = 0; hours != NULL && i < CARE_WEEK_DAYS; i++)
        days[i].open = care_shop_hours_is_open_day(hours, days[i].date);
}

gboolean
care_week_compute(CareConnection *connection, CareClock *clock, CareWeekDay *days, GError **error)
{
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        days[i] = (CareWeekDay){ .date = care_date_add_days(care_clock_today(clock), i), .open = TRUE };
    mark_closed(connection, clock, days);
    return count_rows(connection, "week-jobs", days, count_job, error)
           && count_rows(connection, "week-followups", days, count_followup, error)
           && count_occasions(connection, clock, days, error);
}

guint
care_week_day_count(const CareWeekDay *day)
{
    return day->jobs + day->calls + day->messages + day->services + day->occasions;
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
    return g_strdup_printf(C_("day", "%u due"), n);
}
