/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/scale.h"

#include <math.h>

typedef struct {
    const char *name;
    double low, high;
    guint most;
    double min, max, step;
} TickCase;

static const TickCase nice[] = {
    { "hundred", 0, 100, 5, 0, 100, 50 },
    { "odd", 0, 97, 6, 0, 100, 20 },
    { "money", 0, 702300, 5, 0, 800000, 200000 },
    { "small", 0, 0.07, 5, 0, 0.08, 0.02 },
    { "one", 0, 1, 2, 0, 1, 1 },
    { "above-zero-keeps-zero", 80, 97, 6, 0, 100, 20 },
    { "below-zero", -80000, 120000, 5, -100000, 200000, 100000 },
    { "only-below", -30, -10, 5, -30, 0, 10 },
    { "nothing", 0, 0, 5, 0, 1, 1 },
};

static const TickCase durations[] = {
    { "six-hours", 0, 5.6 * 3600, 5, 0, 6 * 3600, 2 * 3600 },
    { "an-hour", 0, 3600, 5, 0, 3600, 900 },
    { "minutes", 0, 240, 5, 0, 240, 60 },
    { "a-moment", 0, 0, 5, 0, 60, 60 },
    { "days", 0, 30 * 3600, 5, 0, 32 * 3600, 8 * 3600 },
};

static void
check(const CareTicks *ticks, const TickCase *c)
{
    g_assert_cmpfloat_with_epsilon(ticks->min, c->min, 1e-6);
    g_assert_cmpfloat_with_epsilon(ticks->max, c->max, 1e-6);
    g_assert_cmpfloat_with_epsilon(ticks->step, c->step, 1e-6);
    g_assert_cmpfloat_with_epsilon(care_ticks_at(ticks, ticks->n - 1), c->max, 1e-6);
}

static void
test_nice(gconstpointer data)
{
    const TickCase *c = data;
    CareTicks ticks = care_ticks_nice(c->low, c->high, c->most);

    check(&ticks, c);
}

static void
test_duration(gconstpointer data)
{
    const TickCase *c = data;
    CareTicks ticks = care_ticks_duration(c->high, c->most);

    check(&ticks, c);
}

static void
test_nice_properties(void)
{
    for (double high = 0.001; high < 1e12; high *= 1.37) {
        for (guint most = 2; most < 9; most++) {
            CareTicks ticks = care_ticks_nice(0, high, most), both = care_ticks_nice(-high * 0.3, high, most);
            gboolean zero = FALSE;

            g_assert_cmpuint(ticks.n, <=, most);
            g_assert_cmpfloat(ticks.min, ==, 0);
            g_assert_cmpfloat(ticks.max, >=, high * (1 - 1e-8));
            g_assert_cmpfloat(both.min, <=, -high * 0.3 * (1 - 1e-8));
            for (guint i = 0; i < both.n; i++)
                zero = zero || care_ticks_at(&both, i) == 0.0;
            g_assert_true(zero);
        }
    }
}

static void
test_not_finite(void)
{
    CareTicks ticks = care_ticks_nice(0, INFINITY, 5);

    g_assert_cmpuint(ticks.n, ==, 2);
}

static void
test_map(void)
{
    const CareScale scale = { 0, 10, 100, 200 };

    g_assert_cmpfloat(care_scale_map(&scale, 0), ==, 100);
    g_assert_cmpfloat(care_scale_map(&scale, 5), ==, 150);
    g_assert_cmpfloat(care_scale_map(&scale, 10), ==, 200);
}

static void
test_map_upwards(void)
{
    const CareScale scale = { 0, 10, 200, 0 };

    g_assert_cmpfloat(care_scale_map(&scale, 2.5), ==, 150);
}

static void
test_map_clamps(void)
{
    const CareScale scale = { 0, 10, 100, 200 };

    g_assert_cmpfloat(care_scale_map(&scale, -1), ==, 100);
    g_assert_cmpfloat(care_scale_map(&scale, 11), ==, 200);
    g_assert_cmpfloat(care_scale_map(&scale, NAN), ==, 100);
    g_assert_cmpfloat(care_scale_map(&scale, INFINITY), ==, 200);
}

static void
test_map_no_span(void)
{
    const CareScale scale = { 4, 4, 100, 200 };

    g_assert_cmpfloat(care_scale_map(&scale, 4), ==, 100);
}

static void
test_bands(void)
{
    CareBands bands = care_bands(4, 0, 400, 20);

    g_assert_cmpfloat(bands.width, ==, 80);
    g_assert_cmpfloat(care_bands_start(&bands, 0), ==, 10);
    g_assert_cmpfloat(care_bands_centre(&bands, 3), ==, 350);
}

static void
test_bands_gap_leaves_bars(void)
{
    CareBands bands = care_bands(100, 0, 100, 20);

    g_assert_cmpfloat(bands.width, >, 0);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(nice); i++) {
        g_autofree char *path = g_strdup_printf("/chart/ticks/nice/%s", nice[i].name);

        g_test_add_data_func(path, &nice[i], test_nice);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(durations); i++) {
        g_autofree char *path = g_strdup_printf("/chart/ticks/duration/%s", durations[i].name);

        g_test_add_data_func(path, &durations[i], test_duration);
    }
    g_test_add_func("/chart/ticks/properties", test_nice_properties);
    g_test_add_func("/chart/ticks/not-finite", test_not_finite);
    g_test_add_func("/chart/scale/map", test_map);
    g_test_add_func("/chart/scale/upwards", test_map_upwards);
    g_test_add_func("/chart/scale/clamps", test_map_clamps);
    g_test_add_func("/chart/scale/no-span", test_map_no_span);
    g_test_add_func("/chart/bands/centres", test_bands);
    g_test_add_func("/chart/bands/gap-leaves-bars", test_bands_gap_leaves_bars);
    return g_test_run();
}
