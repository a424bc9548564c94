/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/csat.h"

typedef struct {
    const char *name;
    gint64 hits, n;
    double value, low, high;
} Case;

/* Rule M2, in percent. */
static const Case cases[] = {
    { "9-of-10", 9, 10, 90, 59.6, 98.2 },
    { "10-of-10", 10, 10, 100, 72.2, 100 },
    { "0-of-8", 0, 8, 0, 0, 32.4 },
};

static void
test_wilson(gconstpointer data)
{
    const Case *c = data;
    CareShare share = care_share(c->hits, c->n);

    g_assert_cmpfloat_with_epsilon(100 * share.value, c->value, 0.0501);
    g_assert_cmpfloat_with_epsilon(100 * share.low, c->low, 0.0501);
    g_assert_cmpfloat_with_epsilon(100 * share.high, c->high, 0.0501);
    g_assert_false(share.too_few);
}

static void
test_properties(void)
{
    for (gint64 n = 1; n <= 60; n++) {
        for (gint64 hits = 0; hits <= n; hits++) {
            CareShare share = care_share(hits, n), rest = care_share(n - hits, n);

            g_assert_cmpfloat(share.low, >=, 0);
            g_assert_cmpfloat(share.low, <=, share.value);
            g_assert_cmpfloat(share.value, <=, share.high);
            g_assert_cmpfloat(share.high, <=, 1);
            g_assert_cmpfloat_with_epsilon(share.low, 1 - rest.high, 1e-12);
        }
    }
}

static void
test_none(void)
{
    g_assert_true(care_share(0, 0).too_few);
    g_assert_cmpfloat(care_share(0, 0).value, ==, 0);
}

static void
test_csat_top_two(void)
{
    const CareScoreAnswer answers[] = { { 1, 1, 5 }, { 2, 1, 4 }, { 3, 1, 3 }, { 4, 1, 1 }, { 5, 1, 2 } };
    CareShare csat = care_csat_of_answers(answers, G_N_ELEMENTS(answers));

    g_assert_cmpint(csat.hits, ==, 2);
    g_assert_cmpint(csat.n, ==, 5);
}

static void
test_csat_latest(void)
{
    const CareScoreAnswer answers[] = { { 1, 20, 1 }, { 1, 10, 5 }, { 2, 1, 4 } };
    CareShare csat = care_csat_of_answers(answers, G_N_ELEMENTS(answers));

    g_assert_cmpint(csat.hits, ==, 1);
    g_assert_cmpint(csat.n, ==, 2);
}

static void
test_csat_outside(void)
{
    const CareScoreAnswer answers[] = { { 1, 1, 0 }, { 2, 1, 6 }, { 3, 1, 4 } };

    g_assert_cmpint(care_csat_of_answers(answers, G_N_ELEMENTS(answers)).n, ==, 1);
    g_assert_true(care_csat_of_answers(answers, 2).too_few);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/metrics/share/%s", cases[i].name);

        g_test_add_data_func(path, &cases[i], test_wilson);
    }
    g_test_add_func("/metrics/share/properties", test_properties);
    g_test_add_func("/metrics/share/none", test_none);
    g_test_add_func("/metrics/csat/top-two", test_csat_top_two);
    g_test_add_func("/metrics/csat/latest", test_csat_latest);
    g_test_add_func("/metrics/csat/outside", test_csat_outside);
    return g_test_run();
}
