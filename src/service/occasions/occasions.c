/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/occasions/occasions.h"

#include "core/recurrence.h"
#include "store/named-query.h"

#define YEARLY 12

void
care_upcoming_free(CareUpcoming *upcoming)
{
    g_free(upcoming->customer_name);
    g_free(upcoming->name);
    g_free(upcoming);
}

static void
upcoming_free(gpointer upcoming)
{
    care_upcoming_free(upcoming);
}

/* The window as month-day ranges: one, or two over the turn of the year. A 29 February counts as the 28th. */
static void
bind_range(CareStatement *statement, CareDate first, CareDate last)
{
    g_autofree char *from = g_strdup_printf("%02d-%02d", first.month, first.day);
    g_autofree char *to
        = g_strdup_printf("%02d-%02d", last.month, last.month == 2 && last.day == 28 ? 29 : last.day);
    gboolean turns = last.year > first.year;

    care_statement_bind(statement, 1, from);
    care_statement_bind(statement, 2, turns ? "12-31" : to);
    care_statement_bind(statement, 3, turns ? "01-01" : "99-99");
    care_statement_bind(statement, 4, turns ? to : "00-00");
}

/* The next time a day comes, in years when its year is known. */
static gboolean
next_time(CareDate anchor, CareDate today, CareDate last, CareUpcoming *upcoming)
{
    gboolean has_year = anchor.year != 0;

    if (!has_year)
        anchor.year = 2000; /* a leap year before any today, so 29 February stays itself */
    upcoming->date = care_recurrence_next(anchor, YEARLY, today);
    upcoming->years = has_year ? upcoming->date.year - anchor.year : 0;
    return care_date_compare(upcoming->date, last) <= 0;
}

static void
append_days(CareStatement *statement, CareOccasionSort sort, CareDate today, CareDate last, GPtrArray *found)
{
    while (care_statement_step(statement, NULL)) {
        CareUpcoming *upcoming = g_new0(CareUpcoming, 1);
        CareDate anchor;

        upcoming->sort = sort;
        upcoming->record = care_statement_int(statement, 0);
        upcoming->customer = care_statement_int(statement, 1);
        upcoming->customer_name = g_strdup(care_statement_text(statement, 2));
        if (sort == CARE_OCCASION_OWN) {
            upcoming->name = g_strdup(care_statement_text(statement, 4));
            upcoming->lead_days = (int)care_statement_int(statement, 5);
        }
        if (care_date_parse(care_statement_text(statement, 3), &anchor)
            && next_time(anchor, today, last, upcoming))
            g_ptr_array_add(found, upcoming);
        else
            care_upcoming_free(upcoming);
    }
}

static gboolean
append_by_day(CareConnection *connection, const char *query, CareOccasionSort sort, CareDate today,
              CareDate last, GPtrArray *found, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, care_query_sql(query), error);

    if (statement == NULL)
        return FALSE;
    bind_range(statement, today, last);
    append_days(statement, sort, today, last, found);
    return TRUE;
}

static gboolean
append_first_jobs(CareConnection *connection, int years, CareDate today, CareDate last, GTimeZone *zone,
                  GPtrArray *found, GError **error)
{
    CareDate from = care_date_add_months(today, -12 * years);
    CareDate to = care_date_add_months(last, -12 * years);
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection, care_query_sql("occasions/first-job"), error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, care_instant_of_date(from, 0, 0, zone));
    care_statement_bind_int(statement, 2, care_instant_of_date(to, 23, 59, zone));
    while (care_statement_step(statement, NULL)) {
        CareUpcoming *upcoming = g_new0(CareUpcoming, 1);
        CareDate first = care_date_of_instant(care_statement_int(statement, 3), zone);

        upcoming->sort = CARE_OCCASION_FIRST_JOB;
        upcoming->record = care_statement_int(statement, 0);
        upcoming->customer = care_statement_int(statement, 1);
        upcoming->customer_name = g_strdup(care_statement_text(statement, 2));
        upcoming->years = years;
        upcoming->date = care_recurrence_nth(first, YEARLY, years);
        g_ptr_array_add(found, upcoming);
    }
    return TRUE;
}

static int
compare(gconstpointer a, gconstpointer b)
{
    const CareUpcoming *x = *(CareUpcoming *const *)a;
    const CareUpcoming *y = *(CareUpcoming *const *)b;
    int order = care_date_compare(x->date, y->date);

    if (order == 0)
        order = g_strcmp0(x->customer_name, y->customer_name);
    if (order == 0)
        order = (int)x->sort - (int)y->sort;
    return order != 0 ? order : x->record < y->record ? -1 : 1;
}

GPtrArray *
care_occasions_upcoming(CareConnection *connection, CareDate today, int days, GTimeZone *zone, GError **error)
{
    static const int kept_years[] = { 1, 3, 5, 10 };
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(upcoming_free);
    CareDate last = care_date_add_days(today, MIN(days, 180));

    if (!append_by_day(connection, "occasions/birthday", CARE_OCCASION_BIRTHDAY, today, last, found, error)
        || !append_by_day(connection, "occasions/own", CARE_OCCASION_OWN, today, last, found, error))
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(kept_years); i++)
        if (!append_first_jobs(connection, kept_years[i], today, last, zone, found, error))
            return NULL;
    g_ptr_array_sort(found, compare);
    return g_steal_pointer(&found);
}
