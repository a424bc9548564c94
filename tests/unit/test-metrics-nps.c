/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/nps.h"

#include <math.h>

typedef struct {
    const char *name;
    guint promoters, passives, detractors;
    double value, wald, low, high;
    gboolean too_few;
} Case;

/* Rule M1; -1000 where the rule names no figure. */
static const Case cases[] = {
    { "7-2-1", 7, 2, 1, 60, 41.1, 7.0, 85.3, FALSE },
    { "5-0-0", 5, 0, 0, 100, 0, 17.5, 100, TRUE },
    { "70-20-10", 70, 20, 10, 60, 13.0, 45.3, 71.2, FALSE },
    { "250-675-75", 250, 675, 75, 17.5, 3.4, -1000, -1000, FALSE },
    { "all-detract", 0, 0, 12, -100, 0, -100, -1000, FALSE },
    { "nine", 9, 0, 0, 100, 0, -1000, 100, TRUE },
    { "ten", 10, 0, 0, 100, 0, -1000, 100, FALSE },
};

static void
assert_near(double got, double expected)
{
    if (expected > -1000)
        g_assert_cmpfloat_with_epsilon(got, expected, 0.0501);
}

static void
test_vector(gconstpointer data)
{
    const Case *c = data;
    CareNps nps = care_nps(c->promoters, c->passives, c->detractors);

    assert_near(nps.value, c->value);
    assert_near(nps.wald, c->wald);
    assert_near(nps.low, c->low);
    assert_near(nps.high, c->high);
    g_assert_cmpint(nps.too_few, ==, c->too_few);
    g_assert_cmpuint(nps.n, ==, c->promoters + c->passives + c->detractors);
}

static void
test_none(void)
{
    CareNps nps = care_nps(0, 0, 0);

    g_assert_true(nps.too_few);
    g_assert_cmpuint(nps.n, ==, 0);
    g_assert_cmpfloat(nps.value, ==, 0.0);
}

static void
test_interval_holds(void)
{
    for (guint p = 0; p <= 15; p++) {
        for (guint q = 0; q <= 15; q++) {
            for (guint d = 0; d <= 15; d++) {
                CareNps nps = care_nps(p, q, d), twin = care_nps(d, q, p);

                g_assert_cmpfloat(nps.low, >=, -100.0);
                g_assert_cmpfloat(nps.high, <=, 100.0);
                g_assert_cmpfloat(nps.low, <=, nps.high);
                g_assert_cmpfloat_with_epsilon(nps.low, -twin.high, 1e-9);
                g_assert_cmpfloat_with_epsilon(nps.value, -twin.value, 1e-9);
                if (nps.n > 0)
                    g_assert_cmpfloat(nps.high - nps.low, >, 1.0);
            }
        }
    }
}

static void
test_narrows_with_n(void)
{
    double width = 1000;

    for (guint k = 1; k <= 64; k *= 2) {
        CareNps nps = care_nps(7 * k, 2 * k, k);

        g_assert_cmpfloat(nps.high - nps.low, <, width);
        width = nps.high - nps.low;
    }
}

static void
test_latest_answer(void)
{
    const CareScoreAnswer answers[] = {
        { 1, 100, 10 }, { 1, 300, 3 }, { 1, 200, 9 }, { 2, 100, 9 }, { 3, 100, 7 }, { 3, 100, 8 },
    };
    CareNps nps = care_nps_of_answers(answers, G_N_ELEMENTS(answers));

    g_assert_cmpuint(nps.n, ==, 3);
    g_assert_cmpuint(nps.detractors, ==, 1);
    g_assert_cmpuint(nps.promoters, ==, 1);
    g_assert_cmpuint(nps.passives, ==, 1);
}

static void
test_anonymous(void)
{
    const CareScoreAnswer answers[] = { { 0, 100, 10 }, { 0, 100, 10 }, { 0, 100, 0 } };

    g_assert_cmpuint(care_nps_of_answers(answers, 3).n, ==, 3);
}

static void
test_zero_is_an_answer(void)
{
    const CareScoreAnswer answers[] = { { 1, 100, 0 } };
    CareNps nps = care_nps_of_answers(answers, 1);

    g_assert_cmpuint(nps.n, ==, 1);
    g_assert_cmpuint(nps.detractors, ==, 1);
}

static void
test_outside(void)
{
    const CareScoreAnswer answers[] = { { 1, 100, -1 }, { 2, 100, 11 }, { 3, 100, 6 } };

    g_assert_cmpuint(care_nps_of_answers(answers, 3).n, ==, 1);
}

static void
test_edges(gconstpointer data)
{
    int score = GPOINTER_TO_INT(data);
    CareScoreAnswer answer = { 1, 100, score };
    CareNps nps = care_nps_of_answers(&answer, 1);

    g_assert_cmpuint(nps.promoters, ==, score >= 9);
    g_assert_cmpuint(nps.passives, ==, score == 7 || score == 8);
    g_assert_cmpuint(nps.detractors, ==, score <= 6);
}

static void
test_changed(void)
{
    CareNps spring = care_nps(13, 6, 4), autumn = care_nps(15, 3, 1);
    CareNps bad = care_nps(10, 20, 70), good = care_nps(70, 20, 10), few = care_nps(9, 0, 0);

    g_assert_false(care_nps_changed(&spring, &autumn));
    g_assert_true(care_nps_changed(&bad, &good));
    g_assert_true(care_nps_changed(&good, &bad));
    g_assert_false(care_nps_changed(&bad, &few));
    g_assert_cmpfloat(care_nps_difference(&bad, &good), >, 0);
    g_assert_cmpfloat_with_epsilon(care_nps_difference(&bad, &good), -care_nps_difference(&good, &bad),
                                   1e-12);
}

static void
test_unanimous_difference(void)
{
    CareNps before = care_nps(10, 0, 0), after = care_nps(9, 1, 0);

    g_assert_true(isfinite(care_nps_difference(&before, &after)));
    g_assert_false(care_nps_changed(&before, &after));
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/metrics/nps/%s", cases[i].name);

        g_test_add_data_func(path, &cases[i], test_vector);
    }
    for (int score = 0; score <= 10; score++) {
        g_autofree char *path = g_strdup_printf("/metrics/nps/score/%d", score);

        g_test_add_data_func(path, GINT_TO_POINTER(score), test_edges);
    }
    g_test_add_func("/metrics/nps/none", test_none);
    g_test_add_func("/metrics/nps/interval-holds", test_interval_holds);
    g_test_add_func("/metrics/nps/narrows-with-n", test_narrows_with_n);
    g_test_add_func("/metrics/nps/latest-answer", test_latest_answer);
    g_test_add_func("/metrics/nps/anonymous", test_anonymous);
    g_test_add_func("/metrics/nps/zero-is-an-answer", test_zero_is_an_answer);
    g_test_add_func("/metrics/nps/outside", test_outside);
    g_test_add_func("/metrics/nps/changed", test_changed);
    g_test_add_func("/metrics/nps/unanimous-difference", test_unanimous_difference);
    return g_test_run();
}
