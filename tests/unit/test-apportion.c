/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/apportion.h"

#include "common/case-table.h"

#define PARTS 5

typedef struct {
    const char *name;
    gint64 total;
    guint n;
    gint64 weights[PARTS];
    gint64 parts[PARTS];
} Case;

static const Case cases[] = {
    { "one", 100, 1, { 7 }, { 100 } },
    { "even", 100, 2, { 1, 1 }, { 50, 50 } },
    { "tie-to-the-earlier", 101, 2, { 1, 1 }, { 51, 50 } },
    { "thirds", 100, 3, { 1, 1, 1 }, { 34, 33, 33 } },
    { "two-left-over", 101, 3, { 1, 1, 1 }, { 34, 34, 33 } },
    { "largest-fraction", 10, 3, { 1, 1, 5 }, { 2, 1, 7 } },
    { "largest-fraction-last", 10, 3, { 10, 10, 13 }, { 3, 3, 4 } },
    { "signs-of-weights-do-not-count", 100, 2, { -1, 3 }, { 25, 75 } },
    { "below-zero", -101, 2, { 1, 1 }, { -51, -50 } },
    { "nothing", 0, 3, { 1, 2, 3 }, { 0, 0, 0 } },
    { "weightless", 10, 3, { 0, 0, 0 }, { 10, 0, 0 } },
    { "one-weightless", 10, 3, { 0, 1, 1 }, { 0, 5, 5 } },
    { "fewer-units-than-parts", 2, 5, { 1, 1, 1, 1, 1 }, { 1, 1, 0, 0, 0 } },
    { "large", G_MAXINT64, 2, { G_MAXINT64, G_MAXINT64 }, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 } },
};

static void
test_case(gconstpointer data)
{
    const Case *c = data;
    gint64 parts[PARTS] = { 0 };

    care_apportion(c->total, c->weights, c->n, parts);
    for (guint i = 0; i < c->n; i++)
        g_assert_cmpint(parts[i], ==, c->parts[i]);
}

static void
test_parts_sum_up(void)
{
    for (int round = 0; round < 20000; round++) {
        gint64 weights[PARTS], parts[PARTS], mirror[PARTS], total = g_test_rand_int_range(-100000, 100000),
                                                            sum = 0;
        guint n = (guint)g_test_rand_int_range(1, PARTS + 1);

        for (guint i = 0; i < n; i++)
            weights[i] = g_test_rand_int_range(-5000, 5000);
        care_apportion(total, weights, n, parts);
        care_apportion(-total, weights, n, mirror);
        for (guint i = 0; i < n; i++) {
            sum += parts[i];
            g_assert_cmpint(parts[i], ==, -mirror[i]);
        }
        g_assert_cmpint(sum, ==, total);
    }
}

/* Nets out of gross values: each within one unit of the exact one, all together exactly the total. */
static void
test_ratio(void)
{
    static const gint64 rates[] = { 0, 55, 70, 81, 190, 200, 250 };

    for (int round = 0; round < 20000; round++) {
        gint64 values[PARTS], parts[PARTS], mirrored[PARTS], mirror[PARTS];
        gint64 rate = rates[g_test_rand_int_range(0, G_N_ELEMENTS(rates))], sum = 0, net, spread = 0;
        guint n = (guint)g_test_rand_int_range(1, PARTS + 1);

        for (guint i = 0; i < n; i++) {
            values[i] = g_test_rand_int_range(-3000, 30000);
            mirrored[i] = -values[i];
            sum += values[i];
        }
        net = sum * 1000 / (1000 + rate); /* rounded towards zero */
        care_apportion_ratio(net, values, n, 1000, 1000 + rate, parts);
        care_apportion_ratio(-net, mirrored, n, 1000, 1000 + rate, mirror);
        for (guint i = 0; i < n; i++) {
            spread += parts[i];
            g_assert_cmpint(ABS(parts[i] * (1000 + rate) - values[i] * 1000), <, 1000 + rate);
            g_assert_cmpint(parts[i], ==, sum == 0 ? parts[i] : -mirror[i]);
        }
        g_assert_cmpint(spread, ==, net);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/apportion/case", cases, name, test_case);
    g_test_add_func("/apportion/parts-sum-up", test_parts_sum_up);
    g_test_add_func("/apportion/ratio", test_ratio);
    return g_test_run();
}
