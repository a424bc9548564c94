/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/clock.h"

static void
test_fixed(void)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed((CareDate){ 2026, 11, 22 });
    g_autofree char *now = care_instant_to_string(care_clock_now(clock));

    g_assert_cmpstr(now, ==, "2026-11-22T12:00:00Z");
    g_assert_cmpint(care_date_compare(care_clock_today(clock), (CareDate){ 2026, 11, 22 }), ==, 0);
    g_assert_cmpstr(g_time_zone_get_identifier(care_clock_zone(clock)), ==, "UTC");
}

static void
test_fixed_at_takes_the_zone(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(2 * 60 * 60);
    g_autoptr(CareClock) clock = NULL;
    CareInstant at = 0;

    g_assert_true(care_instant_parse("2026-11-22T23:30:00Z", &at));
    clock = care_clock_new_fixed_at(at, zone);
    g_assert_cmpint(care_clock_now(clock), ==, at);
    g_assert_cmpint(care_date_compare(care_clock_today(clock), (CareDate){ 2026, 11, 23 }), ==, 0);
    g_assert_true(care_clock_zone(clock) == zone);
}

static void
test_fixed_stands_still(void)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed((CareDate){ 2000, 2, 29 });
    CareInstant first = care_clock_now(clock);

    for (int i = 0; i < 1000; i++)
        g_assert_cmpint(care_clock_now(clock), ==, first);
}

static void
test_system_agrees_with_itself(void)
{
    g_autoptr(CareClock) clock = care_clock_new_system();
    CareInstant before = g_get_real_time() / G_USEC_PER_SEC;
    CareInstant now = care_clock_now(clock);
    CareDate date = care_date_of_instant(now, care_clock_zone(clock));

    g_assert_cmpint(now, >=, before);
    g_assert_cmpint(now, <=, g_get_real_time() / G_USEC_PER_SEC);
    g_assert_cmpint(care_date_days_between(date, care_clock_today(clock)), <=, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/clock/fixed", test_fixed);
    g_test_add_func("/clock/fixed-at-takes-the-zone", test_fixed_at_takes_the_zone);
    g_test_add_func("/clock/fixed-stands-still", test_fixed_stands_still);
    g_test_add_func("/clock/system-agrees-with-itself", test_system_agrees_with_itself);
    return g_test_run();
}
