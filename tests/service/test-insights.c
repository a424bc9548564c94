/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a fixed shop, computed by hand. Today is Tuesday 24 November 2026, noon; the period begins on
 * 1 December 2025. The clock is in UTC; the shop is open Mo-Fr 9-18 and Sa 9-13. */
#include "service/insights/insights.h"

#include "common/insights-shop.h"

static CareInsights *
compute(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareDate from, to;
    CareInsights *insights;

    care_insights_default_period(care_clock_today(shop->clock), &from, &to);
    insights = care_insights_compute(care_store_reader(shop->store), shop->clock, from, to, &error);
    g_assert_no_error(error);
    return insights;
}

static int
is_over(gpointer left)
{
    return --*(int *)left < 0;
}

/* Given up in the middle, wherever that is, there is an error and nothing else; a second one set over it would warn,
 * which ends a test. Whoever is told must not go on waiting. */
static void
test_interrupted(Shop *shop, gconstpointer data)
{
    sqlite3 *handle = care_connection_handle(care_store_reader(shop->store));
    guint interrupted = 0;
    CareDate from, to;

    insights_customers(shop, 4);
    insights_feedback(shop, 1, "2026-03-01T10:00:00Z", 10, 0);
    care_insights_default_period(care_clock_today(shop->clock), &from, &to);
    for (int steps = 0;; steps++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(CareInsights) insights = NULL;
        int left = steps;

        sqlite3_progress_handler(handle, 1, is_over, &left);
        insights = care_insights_compute(care_store_reader(shop->store), shop->clock, from, to, &error);
        sqlite3_progress_handler(handle, 0, NULL, NULL);
        g_assert_true((insights == NULL) == (error != NULL));
        if (insights != NULL)
            break;
        interrupted++;
    }
    g_assert_cmpuint(interrupted, >, 20);
}

static void
assert_near(double value, double expected)
{
    g_assert_cmpfloat_with_epsilon(value, expected, 0.05);
}

static void
test_score_too_few(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 4);
    insights_feedback(shop, 1, "2026-03-01T10:00:00Z", 10, 0);
    insights_feedback(shop, 1, "2026-10-02T10:00:00Z", 6, 0); /* changed their mind: this one counts */
    insights_feedback(shop, 2, "2026-05-05T10:00:00Z", 9, 0);
    insights_feedback(shop, 3, "2026-11-24T11:00:00Z", 7, 0);
    insights_feedback(shop, 4, "2025-11-30T23:59:59Z", 10, 0); /* before the period */
    insights = compute(shop);
    g_assert_cmpuint(insights->nps.n, ==, 3);
    g_assert_cmpuint(insights->nps.promoters, ==, 1);
    g_assert_cmpuint(insights->nps.passives, ==, 1);
    g_assert_cmpuint(insights->nps.detractors, ==, 1);
    g_assert_true(insights->nps.too_few);
    g_assert_cmpuint(insights->scores->len, ==, 4);
}

/* 7 promoters, 2 passives and 1 detractor: 60, adjusted 7.0 to 85.3. Nine of ten are satisfied: 59.6 to 98.2 %. */
static void
test_score_and_satisfaction(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 10);
    for (int i = 1; i <= 10; i++)
        insights_feedback(shop, i, "2026-06-01T10:00:00Z", i <= 7 ? 9 : i <= 9 ? 8 : 0, i <= 9 ? 4 : 3);
    insights = compute(shop);
    g_assert_false(insights->nps.too_few);
    assert_near(insights->nps.value, 60);
    assert_near(insights->nps.low, 7.0);
    assert_near(insights->nps.high, 85.3);
    g_assert_cmpint(insights->csat.hits, ==, 9);
    assert_near(insights->csat.low * 100, 59.6);
    assert_near(insights->csat.high * 100, 98.2);
}

static void
test_first_answers(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 5);
    insights_waits(shop);
    insights = compute(shop);
    g_assert_cmpuint(insights->frt.n, ==, 4);
    g_assert_cmpfloat(insights->frt.median_s, ==, (5400 + 10800) / 2.0);
    g_assert_true(insights->frt.p90_too_few);
    g_assert_cmpuint(insights->frt.open, ==, 1);
    g_assert_cmpint(insights->frt.oldest_open_s, ==, (2 + 3) * 3600);
}

/* Six answered within ten minutes beside the four: type 7 at 0.9·9 = 8.1 lies between 10800 and 18000. */
static void
test_first_answers_p90(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 11);
    insights_waits(shop);
    for (int i = 6; i <= 11; i++) {
        insights_message(shop, i, "in", "2026-11-19T10:00:00Z", FALSE);
        insights_message(shop, i, "out", "2026-11-19T10:10:00Z", FALSE);
    }
    insights = compute(shop);
    g_assert_cmpfloat(insights->frt.median_s, ==, 600);
    g_assert_false(insights->frt.p90_too_few);
    assert_near(insights->frt.p90_s, 11520);
}

static const CareRevenueMonth *
month_at(const CareInsights *insights, guint i)
{
    return &g_array_index(insights->months, CareRevenueMonth, i);
}

static void
test_revenue(Shop *shop, gconstpointer data)
{
    static const struct {
        CareMoney invoiced, paid, outstanding;
    } expected[12] = { { 0, 0, 6000 }, { 20000, 0, 26000 }, { -5000, 20000, 1000 } };
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 1);
    insights_revenue(shop);
    insights = compute(shop);
    g_assert_cmpuint(insights->months->len, ==, 12);
    for (guint i = 0; i < 12; i++) {
        const CareRevenueMonth *month = month_at(insights, i);

        g_assert_cmpint(month->invoiced, ==, expected[i].invoiced);
        g_assert_cmpint(month->paid, ==, expected[i].paid);
        g_assert_cmpint(month->outstanding, ==, i < 3 ? expected[i].outstanding : 1000);
        g_assert_cmpint(month->running, ==, i == 11);
    }
    g_assert_cmpint(month_at(insights, 0)->month.month, ==, 12);
}

static void
assert_cohort(const CareInsights *insights, guint i, guint size, guint observed, const char *come_back)
{
    const CareCohort *cohort = g_ptr_array_index(insights->visits.cohorts, i);

    g_assert_cmpuint(cohort->size, ==, size);
    g_assert_cmpuint(cohort->observed, ==, observed);
    g_assert_cmpuint(strlen(come_back), ==, observed);
    for (guint j = 0; j < observed; j++)
        g_assert_cmpuint(cohort->come_back[j], ==, (guint)g_ascii_digit_value(come_back[j]));
}

/* One row for each quarter, one cell for each quarter after it that has begun: the rest is absent, not 0. */
static void
test_retention(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;
    CareId first;

    insights_customers(shop, 7);
    insights_job(shop, 1, "2025-08-10", NULL, 0);
    insights_job(shop, 1, "2025-11-02", NULL, 0); /* came again in the quarter after */
    insights_job(shop, 2, "2025-08-12", NULL, 0);
    insights_job(shop, 2, "2025-08-12", NULL, 0); /* two devices, one visit */
    first = insights_job(shop, 3, "2025-09-01", NULL, 0);
    insights_job(shop, 3, "2025-09-20", NULL, first); /* under warranty */
    insights_job(shop, 4, "2026-01-05", NULL, 0);
    insights_job(shop, 4, "2026-08-01", NULL, 0); /* two quarters later */
    insights_job(shop, 5, "2026-07-15", NULL, 0);
    insights_job(shop, 5, "2026-07-30", NULL, 0); /* within the first quarter */
    insights_job(shop, 6, "2026-07-16", NULL, 0); /* deleted */
    insights_job(shop, 7, "2026-11-02", NULL, 0); /* the running quarter has no row yet */
    insights_delete_customer(shop, 6);
    insights = compute(shop);
    g_assert_cmpuint(insights->visits.cohorts->len, ==, 5);
    assert_cohort(insights, 0, 3, 5, "11111");
    assert_cohort(insights, 1, 0, 4, "0000");
    assert_cohort(insights, 2, 1, 3, "011");
    assert_cohort(insights, 3, 0, 2, "00");
    assert_cohort(insights, 4, 1, 1, "1");
    g_assert_cmpint(insights->visits.come_back.n, ==, 3);
    g_assert_cmpint(insights->visits.come_back.hits, ==, 1);
}

static void
assert_class(const CareInsights *insights, CareRhythmClass class, const char *customers)
{
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; i < insights->visits.rhythm[class]->len; i++)
        g_string_append_printf(found, "%s%d", i > 0 ? " " : "",
                               (int)g_array_index(insights->visits.rhythm[class], CareId, i));
    g_assert_cmpstr(found->str, ==, customers);
}

/* Everybody came every thirty days: due from the 30th day on, late after the 45th, lapsed after the 60th. */
static void
test_rhythm(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 8);
    insights_visits(shop, 1, NULL, (int[]){ 110, 80, 50, 20, 0 });
    insights_visits(shop, 2, NULL, (int[]){ 135, 105, 75, 45, 0 });
    insights_visits(shop, 3, NULL, (int[]){ 136, 106, 106, 76, 46, 0 }); /* two jobs a day are one visit */
    insights_visits(shop, 4, NULL, (int[]){ 150, 120, 90, 60, 0 });
    insights_visits(shop, 5, NULL, (int[]){ 151, 121, 91, 61, 0 });
    insights_job(shop, 5, "2026-11-20", NULL, 1); /* came back under warranty: still lapsed */
    insights_write(shop, "UPDATE job SET status = 'cancelled' WHERE id = %" G_GINT64_FORMAT,
                   insights_job(shop, 5, "2026-11-21", NULL, 0)); /* nor was that a visit */
    insights_visits(shop, 6, NULL, (int[]){ 10, 0 });
    insights_visits(shop, 7, NULL, (int[]){ 151, 121, 91, 61, 0 }); /* deleted */
    insights_delete_customer(shop, 7);
    insights = compute(shop);
    assert_class(insights, CARE_RHYTHM_IN_RHYTHM, "1");
    assert_class(insights, CARE_RHYTHM_DUE, "2");
    assert_class(insights, CARE_RHYTHM_LATE, "4 3");
    assert_class(insights, CARE_RHYTHM_LAPSED, "5");
    assert_class(insights, CARE_RHYTHM_UNKNOWN, "6");
}

/* Without three gaps of their own: what is usual for the kind of job (200, 200 and 250 days: 200), however it is
 * written; else the interval of the plan; else nothing is known. */
static void
test_rhythm_of_the_kind(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = NULL;

    insights_customers(shop, 7);
    insights_plan(shop, 1, 12);
    insights_visits(shop, 1, "Service", (int[]){ 400, 200, 0 });
    insights_visits(shop, 2, "service", (int[]){ 300, 100, 0 });
    insights_visits(shop, 3, "service", (int[]){ 500, 250, 0 });
    insights_visits(shop, 4, " SERVICE", (int[]){ 350, 0 });
    insights_visits(shop, 5, "Rescue", (int[]){ 350, 0 });
    insights_visits(shop, 6, "Inspection", (int[]){ 400, 0 });
    insights_use_plan(shop, 6, 1);
    insights = compute(shop);
    assert_class(insights, CARE_RHYTHM_IN_RHYTHM, "2");
    assert_class(insights, CARE_RHYTHM_DUE, "6 3 1");
    assert_class(insights, CARE_RHYTHM_LATE, "4");
    assert_class(insights, CARE_RHYTHM_LAPSED, "");
    assert_class(insights, CARE_RHYTHM_UNKNOWN, "5");
}

static void
test_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) insights = compute(shop);

    g_assert_cmpuint(insights->nps.n, ==, 0);
    g_assert_true(insights->csat.too_few);
    g_assert_true(insights->frt.too_few);
    g_assert_true(insights->visits.come_back.too_few);
    g_assert_cmpuint(insights->months->len, ==, 12);
    assert_class(insights, CARE_RHYTHM_LATE, "");
    assert_cohort(insights, 0, 0, 5, "00000");
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(Shop *shop, gconstpointer data);
    } tests[] = {
        { "/insights/score/too-few", test_score_too_few },
        { "/insights/score/and-satisfaction", test_score_and_satisfaction },
        { "/insights/first-answers", test_first_answers },
        { "/insights/first-answers/p90", test_first_answers_p90 },
        { "/insights/revenue", test_revenue },
        { "/insights/retention", test_retention },
        { "/insights/rhythm", test_rhythm },
        { "/insights/rhythm/kind", test_rhythm_of_the_kind },
        { "/insights/interrupted", test_interrupted },
        { "/insights/nothing", test_nothing },
    };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Shop, NULL, shop_set_up, tests[i].test, shop_tear_down);
    return g_test_run();
}
