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

typedef struct {
    CareOccasionSort sort;
    int years; /* of a first job */
    CareDate today, last;
    GTimeZone *zone;
    GPtrArray *found;
} Search;

static CareUpcoming *
upcoming_of(CareStatement *row, CareOccasionSort sort)
{
    CareUpcoming *upcoming = g_new0(CareUpcoming, 1);

    upcoming->sort = sort;
    upcoming->record = care_statement_int(row, 0);
    upcoming->customer = care_statement_int(row, 1);
    upcoming->customer_name = g_strdup(care_statement_text(row, 2));
    return upcoming;
}

static gboolean
append_day(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    CareUpcoming *upcoming = upcoming_of(row, self->sort);
    CareDate anchor;

    if (self->sort == CARE_OCCASION_OWN) {
        upcoming->name = g_strdup(care_statement_text(row, 4));
        upcoming->lead_days = (int)care_statement_int(row, 5);
    }
    if (care_date_parse(care_statement_text(row, 3), &anchor)
        && next_time(anchor, self->today, self->last, upcoming))
        g_ptr_array_add(self->found, upcoming);
    else
        care_upcoming_free(upcoming);
    return TRUE;
}

static gboolean
append_by_day(CareConnection *connection, Search *search, CareOccasionSort sort, const char *query,
              GError **error)
{
    g_autoptr(CareStatement) statement = care_query_prepare(connection, query, error, "");

    search->sort = sort;
    if (statement != NULL)
        bind_range(statement, search->today, search->last);
    return care_statement_each(statement, append_day, search, error);
}

static gboolean
append_first_job(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    CareUpcoming *upcoming = upcoming_of(row, CARE_OCCASION_FIRST_JOB);
    CareDate first = care_date_of_instant(care_statement_int(row, 3), self->zone);

    upcoming->years = self->years;
    upcoming->date = care_recurrence_nth(first, YEARLY, self->years);
    g_ptr_array_add(self->found, upcoming);
    return TRUE;
}

static gboolean
append_first_jobs(CareConnection *connection, Search *search, int years, GError **error)
{
    CareDate from = care_date_add_months(search->today, -12 * years);
    CareDate to = care_date_add_months(search->last, -12 * years);

    search->years = years;
    return care_query_each(connection, "occasions/first-job", append_first_job, search, error, "ii",
                           care_instant_of_date(from, 0, 0, search->zone),
                           care_instant_of_date(to, 23, 59, search->zone));
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
    Search search
        = { .today = today, .last = care_date_add_days(today, MIN(days, 180)), .zone = zone, .found = found };

    if (!append_by_day(connection, &search, CARE_OCCASION_BIRTHDAY, "occasions/birthday", error)
        || !append_by_day(connection, &search, CARE_OCCASION_OWN, "occasions/own", error))
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(kept_years); i++)
        if (!append_first_jobs(connection, &search, kept_years[i], error))
            return NULL;
    g_ptr_array_sort(found, compare);
    return g_steal_pointer(&found);
}
