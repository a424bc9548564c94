/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/repeat.h"
#include "model/metrics/rhythm.h"

static CareDate
day(const char *text)
{
    CareDate date = { 0 };

    g_assert_true(care_date_parse_full(text, &date));
    return date;
}

static CareShare
rate(const CareVisit *visits, gsize n)
{
    return care_repeat_rate(visits, n, day("2025-01-01"), day("2026-12-31"), 12, day("2026-11-24"), NULL,
                            NULL);
}

static void
test_repeat(void)
{
    const CareVisit visits[] = {
        { 1, day("2025-03-01"), FALSE }, { 1, day("2025-09-01"), FALSE }, { 2, day("2025-03-01"), FALSE },
        { 3, day("2025-03-01"), FALSE }, { 3, day("2026-03-02"), FALSE }, { 4, day("2025-03-01"), FALSE },
        { 4, day("2026-03-01"), FALSE },
    };
    CareShare share = rate(visits, G_N_ELEMENTS(visits));

    g_assert_cmpint(share.n, ==, 4);
    g_assert_cmpint(share.hits, ==, 2);
}

static void
test_repeat_same_day(void)
{
    const CareVisit visits[] = { { 1, day("2025-03-01"), FALSE }, { 1, day("2025-03-01"), FALSE } };
    CareShare share = rate(visits, 2);

    g_assert_cmpint(share.n, ==, 1);
    g_assert_cmpint(share.hits, ==, 0);
}

static void
test_repeat_returns(void)
{
    const CareVisit visits[] = { { 1, day("2025-03-01"), FALSE }, { 1, day("2025-03-20"), TRUE } };

    g_assert_cmpint(rate(visits, 2).hits, ==, 0);
}

static void
test_repeat_not_observed(void)
{
    const CareVisit visits[] = {
        { 1, day("2025-11-24"), FALSE }, /* a year ago to the day: observed */
        { 2, day("2025-11-25"), FALSE },
        { 2, day("2026-01-01"), FALSE },
    };
    CareShare share = rate(visits, 3);

    g_assert_cmpint(share.n, ==, 1);
    g_assert_cmpint(share.hits, ==, 0);
}

static void
test_repeat_any_order(void)
{
    const CareVisit visits[] = {
        { 1, day("2026-06-01"), FALSE },
        { 1, day("2025-05-01"), FALSE },
        { 1, day("2025-04-01"), FALSE },
    };

    g_assert_cmpint(rate(visits, 3).hits, ==, 1);
}

static void
test_repeat_old_customers(void)
{
    const CareVisit visits[] = { { 1, day("2020-01-01"), FALSE }, { 1, day("2025-02-01"), FALSE } };

    g_assert_true(rate(visits, 2).too_few);
}

static void
test_retention(void)
{
    const CareVisit visits[] = {
        { 1, day("2026-01-10"), FALSE }, { 1, day("2026-05-10"), FALSE }, { 2, day("2026-02-10"), FALSE },
        { 2, day("2026-11-10"), FALSE }, { 3, day("2026-03-10"), FALSE }, { 4, day("2026-07-10"), FALSE },
        { 4, day("2026-08-10"), FALSE }, { 5, day("2026-10-10"), FALSE }, { 5, day("2026-11-10"), FALSE },
    };
    g_autoptr(GPtrArray) cohorts = care_retention(visits, G_N_ELEMENTS(visits), 4, day("2026-11-24"));
    CareCohort *first = g_ptr_array_index(cohorts, 1), *last = g_ptr_array_index(cohorts, 3);

    g_assert_cmpuint(cohorts->len, ==, 4);
    g_assert_cmpint(care_date_compare(first->start, day("2026-01-01")), ==, 0);
    g_assert_cmpuint(first->size, ==, 3);
    g_assert_cmpuint(first->observed, ==, 3);
    g_assert_cmpuint(first->come_back[0], ==, 1);
    g_assert_cmpuint(first->come_back[1], ==, 1);
    g_assert_cmpuint(first->come_back[2], ==, 2);
    g_assert_cmpint(care_date_compare(last->start, day("2026-07-01")), ==, 0);
    g_assert_cmpuint(last->size, ==, 1);
    g_assert_cmpuint(last->observed, ==, 1);
    g_assert_cmpuint(last->come_back[0], ==, 1);
}

static void
test_retention_grows(void)
{
    g_autoptr(GArray) visits = g_array_new(FALSE, FALSE, sizeof(CareVisit));
    g_autoptr(GPtrArray) cohorts = NULL;
    guint32 seed = 7;

    for (int i = 0; i < 2000; i++) {
        seed = seed * 1664525u + 1013904223u;
        CareVisit visit
            = { 1 + (seed >> 8) % 500, care_date_add_days(day("2024-01-01"), (seed >> 16) % 1050), FALSE };

        g_array_append_val(visits, visit);
    }
    cohorts = care_retention((CareVisit *)visits->data, visits->len, 8, day("2026-11-24"));
    for (guint i = 0; i < cohorts->len; i++) {
        CareCohort *cohort = g_ptr_array_index(cohorts, i);

        g_assert_cmpuint(cohort->observed, ==, cohorts->len - i);
        for (guint j = 0; j < cohort->observed; j++) {
            g_assert_cmpuint(cohort->come_back[j], <=, cohort->size);
            if (j > 0)
                g_assert_cmpuint(cohort->come_back[j], >=, cohort->come_back[j - 1]);
        }
    }
}

typedef struct {
    const char *name;
    int gaps[5]; /* days between own visits, 0 ends */
    double median, p90, interval;
    int since;
    CareRhythmClass expected;
} RhythmCase;

static const RhythmCase rhythms[] = {
    { "before", { 100, 100, 100 }, 0, 0, 0, 99, CARE_RHYTHM_IN_RHYTHM },
    { "due", { 100, 100, 100 }, 0, 0, 0, 100, CARE_RHYTHM_DUE },
    { "still-due", { 100, 100, 100 }, 0, 0, 0, 150, CARE_RHYTHM_DUE },
    { "late", { 100, 100, 100 }, 0, 0, 0, 151, CARE_RHYTHM_LATE },
    { "still-late", { 100, 100, 100 }, 0, 0, 0, 200, CARE_RHYTHM_LATE },
    { "lapsed", { 100, 100, 100 }, 0, 0, 0, 201, CARE_RHYTHM_LAPSED },
    { "own-before-kind", { 100, 100, 100 }, 30, 0, 0, 90, CARE_RHYTHM_IN_RHYTHM },
    { "kind-median", { 100, 100 }, 30, 0, 365, 31, CARE_RHYTHM_DUE },
    { "kind-interval", { 0 }, 0, 0, 365, 364, CARE_RHYTHM_IN_RHYTHM },
    { "kind-interval-late", { 0 }, 0, 0, 365, 600, CARE_RHYTHM_LATE },
    { "p90-of-kind", { 100, 100, 100 }, 0, 120, 0, 121, CARE_RHYTHM_LAPSED },
    { "p90-below-own", { 100, 100, 100 }, 0, 50, 0, 60, CARE_RHYTHM_IN_RHYTHM },
    { "median-of-own", { 10, 100, 1000 }, 0, 0, 0, 100, CARE_RHYTHM_DUE },
    { "unknown", { 0 }, 0, 0, 0, 500, CARE_RHYTHM_UNKNOWN },
    { "today", { 100, 100, 100 }, 0, 0, 0, 0, CARE_RHYTHM_IN_RHYTHM },
};

static void
test_rhythm(gconstpointer data)
{
    const RhythmCase *c = data;
    CareServiceRhythm kind = { c->median, c->p90, c->interval };
    CareDate visits[8], at = day("2020-01-01");
    gsize n = 0;

    visits[n++] = at;
    for (int i = 0; i < 5 && c->gaps[i] > 0; i++) {
        at = care_date_add_days(at, c->gaps[i]);
        visits[n++] = at;
    }
    visits[n++] = at; /* a second job on the day is no visit of its own */
    CareRhythm rhythm = care_rhythm(visits, n, &kind, care_date_add_days(at, c->since));

    g_assert_cmpint(rhythm.rhythm, ==, c->expected);
    g_assert_cmpint(rhythm.since_days, ==, c->since);
}

static void
test_rhythm_no_visit(void)
{
    g_assert_cmpint(care_rhythm(NULL, 0, NULL, day("2026-11-24")).rhythm, ==, CARE_RHYTHM_UNKNOWN);
}

static void
test_rhythm_future(void)
{
    const CareDate visits[] = { day("2026-01-01"), day("2027-01-01") };
    CareServiceRhythm kind = { .interval_days = 100 };

    g_assert_cmpint(care_rhythm(visits, 2, &kind, day("2026-11-24")).rhythm, ==, CARE_RHYTHM_LAPSED);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rhythms); i++) {
        g_autofree char *path = g_strdup_printf("/metrics/rhythm/%s", rhythms[i].name);

        g_test_add_data_func(path, &rhythms[i], test_rhythm);
    }
    g_test_add_func("/metrics/rhythm/no-visit", test_rhythm_no_visit);
    g_test_add_func("/metrics/rhythm/future", test_rhythm_future);
    g_test_add_func("/metrics/repeat/window", test_repeat);
    g_test_add_func("/metrics/repeat/same-day", test_repeat_same_day);
    g_test_add_func("/metrics/repeat/returns", test_repeat_returns);
    g_test_add_func("/metrics/repeat/not-observed", test_repeat_not_observed);
    g_test_add_func("/metrics/repeat/any-order", test_repeat_any_order);
    g_test_add_func("/metrics/repeat/old-customers", test_repeat_old_customers);
    g_test_add_func("/metrics/retention/quarters", test_retention);
    g_test_add_func("/metrics/retention/grows", test_retention_grows);
    return g_test_run();
}
