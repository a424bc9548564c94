/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/frt.h"
#include "model/metrics/quantile.h"
#include "model/metrics/xmr.h"

#include <math.h>

typedef struct {
    const char *name;
    gsize n;
    double values[10];
    double p, expected;
} QuantileCase;

/* Expected figures as R's quantile(x, p, type = 7) gives them. */
static const QuantileCase quantiles[] = {
    { "one", 1, { 7 }, 0.9, 7 },
    { "two-median", 2, { 10, 4 }, 0.5, 7 },
    { "odd-median", 3, { 9, 1, 5 }, 0.5, 5 },
    { "even-median", 4, { 4, 1, 3, 2 }, 0.5, 2.5 },
    { "p90-of-ten", 10, { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 0.9, 9.1 },
    { "p25", 5, { 15, 20, 35, 40, 50 }, 0.25, 20 },
    { "p40", 5, { 15, 20, 35, 40, 50 }, 0.4, 29 },
    { "min", 3, { 2, 1, 3 }, 0, 1 },
    { "max", 3, { 2, 1, 3 }, 1, 3 },
};

static void
test_quantile(gconstpointer data)
{
    const QuantileCase *c = data;

    g_assert_cmpfloat_with_epsilon(care_quantile(c->values, c->n, c->p), c->expected, 1e-9);
}

static void
test_quantile_none(void)
{
    g_assert_true(isnan(care_median(NULL, 0)));
}

static void
test_quantile_monotone(void)
{
    double values[37], before = -1;

    for (int i = 0; i < 37; i++)
        values[i] = (i * 17) % 37;
    for (double p = 0; p <= 1; p += 0.01) {
        double q = care_quantile(values, 37, p);

        g_assert_cmpfloat(q, >=, before);
        before = q;
    }
    g_assert_cmpfloat(values[1], ==, 17); /* the input keeps its order */
}

static void
test_p90_needs_ten(void)
{
    const double values[10] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
    double p90 = -1;

    g_assert_false(care_p90(values, 9, &p90));
    g_assert_cmpfloat(p90, ==, -1);
    g_assert_true(care_p90(values, 10, &p90));
    g_assert_cmpfloat_with_epsilon(p90, 9.1, 1e-9);
}

static void
test_frt(void)
{
    const CareFirstAnswer answers[] = {
        { 600, TRUE, TRUE },   { 1200, TRUE, TRUE }, { 1800, TRUE, TRUE },
        { 9000, FALSE, TRUE }, { 90, FALSE, TRUE },  { 5, TRUE, FALSE },
    };
    CareFrt frt = care_frt(answers, G_N_ELEMENTS(answers));

    g_assert_cmpuint(frt.n, ==, 3);
    g_assert_cmpfloat(frt.median_s, ==, 1200);
    g_assert_cmpuint(frt.open, ==, 2);
    g_assert_cmpint(frt.oldest_open_s, ==, 9000);
    g_assert_true(frt.p90_too_few);
    g_assert_false(frt.too_few);
}

static void
test_frt_p90(void)
{
    CareFirstAnswer answers[10];

    for (int i = 0; i < 10; i++)
        answers[i] = (CareFirstAnswer){ (i + 1) * 100, TRUE, TRUE };
    g_assert_true(care_frt(answers, 9).p90_too_few);
    g_assert_false(care_frt(answers, 10).p90_too_few);
    g_assert_cmpfloat_with_epsilon(care_frt(answers, 10).p90_s, 910, 1e-9);
}

static void
test_frt_open_only(void)
{
    const CareFirstAnswer answer = { 60, FALSE, TRUE };
    CareFrt frt = care_frt(&answer, 1);

    g_assert_true(frt.too_few);
    g_assert_cmpuint(frt.open, ==, 1);
}

static void
test_frt_ours(void)
{
    const CareFirstAnswer answer = { 60, FALSE, FALSE };
    CareFrt frt = care_frt(&answer, 1);

    g_assert_cmpuint(frt.n + frt.open, ==, 0);
}

static void
test_frt_at_once(void)
{
    const CareFirstAnswer answer = { 0, TRUE, TRUE };
    CareFrt frt = care_frt(&answer, 1);

    g_assert_cmpuint(frt.n, ==, 1);
    g_assert_false(frt.too_few);
    g_assert_cmpfloat(frt.median_s, ==, 0);
}

static const double vector[] = { 3, 5, 2, 8, 4, 6, 3, 30 };

static void
test_xmr_vector(void)
{
    guint8 signals[8];
    CareXmr xmr = care_xmr(vector, 8, TRUE, signals);

    g_assert_cmpfloat_with_epsilon(xmr.mean, 7.625, 0.0005);
    g_assert_cmpfloat_with_epsilon(xmr.moving_range, 6.714, 0.0005);
    g_assert_cmpfloat_with_epsilon(xmr.upper, 25.49, 0.006);
    g_assert_cmpfloat_with_epsilon(xmr.range_limit, 21.96, 0.006);
    g_assert_cmpfloat(xmr.lower, ==, 0);
    for (int i = 0; i < 7; i++)
        g_assert_cmpint(signals[i], ==, CARE_XMR_NONE);
    g_assert_cmpint(signals[7], ==, CARE_XMR_OUTSIDE | CARE_XMR_JUMP);
    g_assert_cmpuint(xmr.signals, ==, 1);
    g_assert_true(xmr.provisional);
}

static void
test_xmr_lower_may_be_negative(void)
{
    g_assert_cmpfloat(care_xmr(vector, 8, FALSE, NULL).lower, <, 0);
}

static void
test_xmr_too_few(void)
{
    const double values[] = { 1, 1, 1, 1, 100 };
    guint8 signals[5];
    CareXmr xmr = care_xmr(values, 5, TRUE, signals);

    g_assert_true(xmr.too_few);
    g_assert_cmpuint(xmr.signals, ==, 0);
    g_assert_cmpint(signals[4], ==, CARE_XMR_NONE);
    g_assert_false(care_xmr(vector, 6, TRUE, NULL).too_few);
}

static void
test_xmr_run(gconstpointer data)
{
    int length = GPOINTER_TO_INT(data);
    double values[20];
    guint8 signals[20];

    /* A long row above the mean, closed by points below it. */
    for (int i = 0; i < 20; i++)
        values[i] = i < length ? 11 : i % 2 == 0 ? 1 : 2;
    CareXmr xmr = care_xmr(values, (gsize)length + 4, TRUE, signals);

    g_assert_cmpfloat(xmr.mean, <, 11);
    for (int i = 0; i < length; i++)
        g_assert_cmpint((signals[i] & CARE_XMR_RUN_OF_8) != 0, ==, length >= 8);
    for (int i = length; i < length + 4; i++)
        g_assert_cmpint(signals[i] & CARE_XMR_RUN_OF_8, ==, 0);
}

static void
test_xmr_run_ends_on_mean(void)
{
    /* Mean 5: four above, one on it, four above; nine in a row are not below, but no eight are above. */
    const double values[] = { 6, 6, 6, 6, 5, 6, 6, 6, 6, 1, 2, 4 };
    guint8 signals[12];
    CareXmr xmr = care_xmr(values, 12, TRUE, signals);

    g_assert_cmpfloat(xmr.mean, ==, 5.0);
    for (int i = 0; i < 12; i++)
        g_assert_cmpint(signals[i] & CARE_XMR_RUN_OF_8, ==, 0);
}

static void
test_xmr_gaps(void)
{
    const double values[] = { 3, NAN, 5, 2, 8, NAN, 4, 6, 3, 30 };
    guint8 signals[10];
    CareXmr with = care_xmr(values, 10, TRUE, signals), without = care_xmr(vector, 8, TRUE, NULL);

    g_assert_cmpuint(with.n, ==, 8);
    g_assert_cmpfloat_with_epsilon(with.upper, without.upper, 1e-12);
    g_assert_cmpint(signals[1], ==, CARE_XMR_NONE);
    g_assert_cmpint(signals[9] & CARE_XMR_OUTSIDE, !=, 0);
}

static void
test_xmr_steady(void)
{
    const double values[] = { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 };
    CareXmr xmr = care_xmr(values, 12, TRUE, NULL);

    g_assert_cmpfloat(xmr.upper, ==, 4);
    g_assert_cmpfloat(xmr.lower, ==, 4);
    g_assert_cmpuint(xmr.signals, ==, 0);
    g_assert_false(xmr.provisional);
}

static void
test_xmr_none(void)
{
    CareXmr xmr = care_xmr(NULL, 0, TRUE, NULL);

    g_assert_true(xmr.too_few);
    g_assert_cmpfloat(xmr.mean, ==, 0);
}

int
main(int argc, char *argv[])
{
    static const int runs[] = { 6, 7, 8, 9, 12 };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(quantiles); i++) {
        g_autofree char *path = g_strdup_printf("/metrics/quantile/%s", quantiles[i].name);

        g_test_add_data_func(path, &quantiles[i], test_quantile);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_autofree char *path = g_strdup_printf("/metrics/xmr/run/%d", runs[i]);

        g_test_add_data_func(path, GINT_TO_POINTER(runs[i]), test_xmr_run);
    }
    g_test_add_func("/metrics/quantile/none", test_quantile_none);
    g_test_add_func("/metrics/quantile/monotone", test_quantile_monotone);
    g_test_add_func("/metrics/quantile/p90-needs-ten", test_p90_needs_ten);
    g_test_add_func("/metrics/frt/mixed", test_frt);
    g_test_add_func("/metrics/frt/p90", test_frt_p90);
    g_test_add_func("/metrics/frt/open-only", test_frt_open_only);
    g_test_add_func("/metrics/frt/ours", test_frt_ours);
    g_test_add_func("/metrics/frt/at-once", test_frt_at_once);
    g_test_add_func("/metrics/xmr/vector", test_xmr_vector);
    g_test_add_func("/metrics/xmr/lower-may-be-negative", test_xmr_lower_may_be_negative);
    g_test_add_func("/metrics/xmr/too-few", test_xmr_too_few);
    g_test_add_func("/metrics/xmr/run-ends-on-mean", test_xmr_run_ends_on_mean);
    g_test_add_func("/metrics/xmr/gaps", test_xmr_gaps);
    g_test_add_func("/metrics/xmr/steady", test_xmr_steady);
    g_test_add_func("/metrics/xmr/none", test_xmr_none);
    return g_test_run();
}
