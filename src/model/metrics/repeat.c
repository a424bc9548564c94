/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/repeat.h"

#include <glib/gi18n-lib.h>

/* A customer's first visit and the first on a later day; second.month 0: none yet. */
typedef struct {
    CareDate first;
    CareDate second;
} FirstTwo;

static void
note_visit(FirstTwo *two, CareDate date)
{
    int order;

    if (!care_date_is_set(two->first)) {
        two->first = date;
        return;
    }
    order = care_date_compare(date, two->first);
    if (order < 0) {
        two->second = two->first;
        two->first = date;
    } else if (order > 0 && (!care_date_is_set(two->second) || care_date_compare(date, two->second) < 0)) {
        two->second = date;
    }
}

/* Several jobs on one day are one visit; a return under warranty is none. */
static GHashTable *
first_two_visits(const CareVisit *visits, gsize n)
{
    GHashTable *customers = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);

    for (gsize i = 0; i < n; i++) {
        FirstTwo *two;

        if (visits[i].returned || !care_date_is_set(visits[i].date))
            continue;
        two = g_hash_table_lookup(customers, &visits[i].customer);
        if (two == NULL) {
            two = g_new0(FirstTwo, 1);
            g_hash_table_insert(customers, (gpointer)&visits[i].customer, two);
        }
        note_visit(two, visits[i].date);
    }
    return customers;
}

/**
 * care_repeat_rate:
 * @visits: all visits there are, in any order
 * @from: first day of the first visits that make the group
 * @to: last day of them
 * @window_months: how long after the first visit the second counts, its anniversary included
 * @came: (nullable) (element-type CareId): gets who came again in time, in no order
 * @away: (nullable) (element-type CareId): gets who did not
 *
 * The share that came again within the window (rule M5), among customers who were observed for the whole of it:
 * who came first less than a window ago is left out, not counted as lost.
 */
CareShare
care_repeat_rate(const CareVisit *visits, gsize n, CareDate from, CareDate to, int window_months,
                 CareDate today, GArray *came, GArray *away)
{
    g_autoptr(GHashTable) customers = first_two_visits(visits, n);
    GHashTableIter iter;
    gpointer key, value;
    gint64 group = 0, came_back = 0;

    g_hash_table_iter_init(&iter, customers);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const FirstTwo *two = value;
        CareDate end = care_date_add_months(two->first, window_months);
        gboolean again = care_date_is_set(two->second) && care_date_compare(two->second, end) <= 0;
        GArray *which = again ? came : away;

        if (care_date_compare(two->first, from) < 0 || care_date_compare(two->first, to) > 0
            || care_date_compare(end, today) > 0)
            continue;
        group++;
        came_back += again;
        if (which)
            g_array_append_val(which, *(const CareId *)key);
    }
    return care_share(came_back, group);
}

/* Quarters since year 0, so that they can be subtracted. */
static int
quarter_of(CareDate date)
{
    return date.year * 4 + (date.month - 1) / 3;
}

static CareCohort *
cohort_new(int quarter, int today)
{
    CareCohort *cohort = g_new0(CareCohort, 1);

    cohort->start = (CareDate){ .year = quarter / 4, .month = quarter % 4 * 3 + 1, .day = 1 };
    cohort->observed = (guint)(today - quarter);
    cohort->come_back = g_new0(guint, cohort->observed + 1);
    return cohort;
}

void
care_cohort_free(CareCohort *cohort)
{
    g_free(cohort->come_back);
    g_free(cohort);
}

/**
 * care_retention:
 * @quarters: how many groups, the last being the quarter before the running one
 *
 * Groups by quarter of the first visit, and how many of each had come again one, two, … quarters later. Somebody who
 * came again within the first quarter counts from the first column on. Cells that have not begun are absent, not 0.
 *
 * Returns: (transfer full) (element-type CareCohort): oldest first
 */
GPtrArray *
care_retention(const CareVisit *visits, gsize n, guint quarters, CareDate today)
{
    g_autoptr(GHashTable) customers = first_two_visits(visits, n);
    GPtrArray *cohorts = g_ptr_array_new_with_free_func((GDestroyNotify)care_cohort_free);
    int now = quarter_of(today);
    int oldest = now - (int)quarters;
    GHashTableIter iter;
    gpointer value;

    for (int quarter = oldest; quarter < now; quarter++)
        g_ptr_array_add(cohorts, cohort_new(quarter, now));

    g_hash_table_iter_init(&iter, customers);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const FirstTwo *two = value;
        int first = quarter_of(two->first);
        CareCohort *cohort;

        if (first < oldest || first >= now)
            continue;
        cohort = g_ptr_array_index(cohorts, first - oldest);
        cohort->size++;
        if (!care_date_is_set(two->second) || care_date_compare(two->second, today) > 0)
            continue;
        for (int later = MAX(quarter_of(two->second) - first, 1); later <= (int)cohort->observed; later++)
            cohort->come_back[later - 1]++;
    }
    return cohorts;
}

const char *
care_retention_definition(void)
{
    return _("Customers grouped by the quarter of their first visit, and the share of each group that had "
             "come again "
             "by the end of each later quarter. Quarters that have not begun are left blank.");
}
