/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/occasions/occasions.h"

#include <string.h>

#include "core/recurrence.h"
#include "model/occasion.h"
#include "service/today/due-private.h"
#include "store/named-query.h"

#define YEARLY 12

void
care_upcoming_free(CareUpcoming *upcoming)
{
    g_free(upcoming->customer_name);
    g_free(upcoming->channel);
    g_free(upcoming->name);
    g_free(upcoming);
}

static void
upcoming_free(gpointer upcoming)
{
    care_upcoming_free(upcoming);
}

/* The window as month-day ranges: one, or two over the turn of the year; a whole year is one, so that no day is in both.
 * A 29 February counts as the 28th. */
static void
bind_range(CareStatement *statement, CareDate first, CareDate last)
{
    g_autofree char *from = g_strdup_printf("%02d-%02d", first.month, first.day);
    g_autofree char *to
        = g_strdup_printf("%02d-%02d", last.month, last.month == 2 && last.day == 28 ? 29 : last.day);
    gboolean year = last.year > first.year && strcmp(from, to) <= 0;
    gboolean turns = last.year > first.year && !year;

    care_statement_bind(statement, 1, year ? "01-01" : from);
    care_statement_bind(statement, 2, turns || year ? "12-31" : to);
    care_statement_bind(statement, 3, turns ? "01-01" : "99-99");
    care_statement_bind(statement, 4, turns ? to : "00-00");
}

/* The next time a day comes, in years when its year is known. */
static void
next_time(CareDate anchor, CareDate today, CareUpcoming *upcoming)
{
    gboolean has_year = anchor.year != 0;

    if (!has_year)
        anchor.year = 2000; /* a leap year before any today, so 29 February stays itself */
    upcoming->date = care_recurrence_next(anchor, YEARLY, today);
    upcoming->before = care_recurrence_nth(anchor, YEARLY, upcoming->date.year - anchor.year - 1);
    upcoming->years = has_year ? upcoming->date.year - anchor.year : 0;
}

typedef struct {
    CareConnection *connection;
    CareDueScope scope; /* whose */
    CareOccasionSort sort;
    int years; /* of a first job */
    CareDate today, last, own_last;
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
    upcoming->channel = g_strdup(care_statement_text(row, 4));
    upcoming->lead_days = CARE_OCCASION_USUAL_DAYS;
    return upcoming;
}

static gboolean
is_in_scope(const Search *self, const CareUpcoming *upcoming)
{
    gboolean own = upcoming->sort == CARE_OCCASION_OWN;

    return care_date_compare(upcoming->date, own ? self->own_last : self->last) <= 0
           || (own && care_date_days_between(self->today, upcoming->date) <= upcoming->lead_days);
}

static gboolean
append_day(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    g_autoptr(CareUpcoming) upcoming = upcoming_of(row, self->sort);
    CareDate anchor;

    if (self->sort == CARE_OCCASION_OWN) {
        upcoming->name = g_strdup(care_statement_text(row, 5));
        if (!care_statement_is_null(row, 6))
            upcoming->lead_days = (int)care_statement_int(row, 6);
    }
    if (!care_date_parse(care_statement_text(row, 3), &anchor))
        return TRUE;
    next_time(anchor, self->today, upcoming);
    if (is_in_scope(self, upcoming))
        g_ptr_array_add(self->found, g_steal_pointer(&upcoming));
    return TRUE;
}

/* Of one customer where the scope says so: lines of the file that are marked (service/today/due-private.h). */
static CareStatement *
prepare(Search *search, const char *query, int customer_parameter, GError **error)
{
    g_autofree char *sql = care_due_scoped_sql(query, &search->scope);
    CareStatement *statement = care_connection_prepare(search->connection, sql, error);

    if (statement != NULL && search->scope.customer != 0)
        care_statement_bind_int(statement, customer_parameter, search->scope.customer);
    return statement;
}

/* Each of the customers' own days says itself how long before it is thought of. */
static gboolean
append_by_day(Search *search, CareOccasionSort sort, const char *query, GError **error)
{
    g_autoptr(CareStatement) statement = prepare(search, query, 5, error);

    search->sort = sort;
    if (statement != NULL)
        bind_range(statement, search->today,
                   sort == CARE_OCCASION_OWN ? care_date_add_days(search->today, CARE_OCCASIONS_A_YEAR)
                                             : search->last);
    return care_statement_each(statement, append_day, search, error);
}

static gboolean
append_first_job(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    g_autoptr(CareUpcoming) upcoming = upcoming_of(row, CARE_OCCASION_FIRST_JOB);
    CareDate first = care_date_of_instant(care_statement_int(row, 3), self->zone);

    upcoming->years = self->years;
    upcoming->date = care_recurrence_nth(first, YEARLY, self->years);
    upcoming->before = care_recurrence_nth(first, YEARLY, self->years - 1);
    if (care_date_compare(upcoming->date, self->today) >= 0 && is_in_scope(self, upcoming))
        g_ptr_array_add(self->found, g_steal_pointer(&upcoming));
    return TRUE;
}

/* A day more on either side: counted back from 29 February, or to it, a year has no such day. */
static gboolean
append_first_jobs(Search *search, int years, GError **error)
{
    CareDate from = care_date_add_days(care_date_add_months(search->today, -YEARLY * years), -1);
    CareDate to = care_date_add_days(care_date_add_months(search->last, -YEARLY * years), 1);
    g_autoptr(CareStatement) statement = prepare(search, "occasions/first-job", 3, error);

    search->years = years;
    if (statement != NULL) {
        care_statement_bind_int(statement, 1, care_instant_of_date(from, 0, 0, search->zone));
        care_statement_bind_int(statement, 2, care_instant_of_date(to, 23, 59, search->zone));
    }
    return care_statement_each(statement, append_first_job, search, error);
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
care_occasions_upcoming(CareConnection *connection, CareDate today, const CareOccasionScope *scope,
                        GTimeZone *zone, GError **error)
{
    static const int kept_years[] = { 1, 3, 5, 10 };
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(upcoming_free);
    int days = MIN(scope->days, CARE_OCCASIONS_A_YEAR);
    Search search = { .connection = connection,
                      .scope = { .customer = scope->customer },
                      .today = today,
                      .last = care_date_add_days(today, days),
                      .own_last = care_date_add_days(today, MAX(days, scope->own_days)),
                      .zone = zone,
                      .found = found };

    if (!append_by_day(&search, CARE_OCCASION_BIRTHDAY, "occasions/birthday", error)
        || !append_by_day(&search, CARE_OCCASION_OWN, "occasions/own", error))
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(kept_years); i++)
        if (!append_first_jobs(&search, kept_years[i], error))
            return NULL;
    g_ptr_array_sort(found, compare);
    return g_steal_pointer(&found);
}
