/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing goes for good by a clock that is wrong, ahead or behind. */
#include "purge-shop.h"

/* The battery of the computer's clock is empty, or somebody turned it on. */
static void
test_a_clock_that_is_ahead(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(CareRecord) ann = NULL;

    discard(shop, bea);
    purge_on(shop, 3450);
    g_assert_true(is_there(shop, bea));
    /* and what was done on that day is no reason to believe it */
    ann = shop_add_customer(shop, "Ann Lee", NULL);
    purge_on(shop, 3450);
    g_assert_true(is_there(shop, bea));
    purge_on(shop, 32);
    g_assert_true(is_there(shop, bea));
    purge_after(shop, 32);
    g_assert_false(is_there(shop, bea));
    assert_whole(shop);
}

/* The month is wrong: what was deleted an hour ago is 31 days old, and on its own day somebody was at work. */
static void
test_a_month_ahead(Shop *shop, gconstpointer data)
{
    for (int days = 29; days < 38; days++) {
        g_autoptr(CareRecord) bea = NULL;

        come_back(shop, 0);
        bea = shop_add_customer(shop, "Bea Koch", NULL);
        discard(shop, bea);
        purge_on(shop, days);
        g_assert_true(is_there(shop, bea));
    }
}

static void
open_again(Shop *shop)
{
    g_autoptr(GAsyncResult) result = NULL;

    care_purge_async(shop->store, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(care_purge_finish(shop->store, result, NULL));
}

/* A backup of last month was brought here to get somebody back, and the window is opened again and again on that day. */
static void
test_the_day_it_came_here(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    discard(shop, bea);
    come_back(shop, 45);
    be_at_work(shop->store);
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_LAST_PURGE, NULL, NULL));
    open_again(shop);
    open_again(shop);
    g_assert_true(is_there(shop, bea));
    come_back(shop, 46);
    open_again(shop);
    g_assert_false(is_there(shop, bea));
}

static void
work_on(Shop *shop, int days)
{
    g_autoptr(CareRecord) customer = NULL;

    come_back(shop, days);
    customer = shop_add_customer(shop, "Passer By", NULL);
    open_again(shop);
}

/* By a battery that is empty, in 2020. */
static void
discard_long_ago(Shop *shop, CareRecord *record, int days)
{
    come_back(shop, days);
    discard(shop, record);
    open_again(shop);
}

/* In daily use, but for some days on which the clock was far behind. */
static void
test_a_clock_that_was_behind(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) ole = shop_add_customer(shop, "Ole Lind", NULL);

    for (int day = 0; day < 100; day += 5)
        work_on(shop, day);
    discard_long_ago(shop, bea, 100 - GPOINTER_TO_INT(data));
    discard_long_ago(shop, ann, 101 - GPOINTER_TO_INT(data));
    work_on(shop, 102);
    g_assert_true(is_there(shop, bea));
    discard(shop, ole);
    for (int day = 103; day < 130; day++)
        work_on(shop, day);
    g_assert_true(is_there(shop, bea));
    g_assert_true(is_there(shop, ann));
    /* it counts from when it was seen */
    for (int day = 130; day < 135; day++)
        work_on(shop, day);
    g_assert_false(is_there(shop, bea));
    g_assert_false(is_there(shop, ann));
    g_assert_false(is_there(shop, ole));
    assert_whole(shop);
}

/* For so long that what was done before is no recent work. */
static void
test_a_clock_that_was_behind_for_weeks(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    for (int day = 0; day < 100; day += 5)
        work_on(shop, day);
    for (int day = -2000; day < -1980; day++)
        work_on(shop, day);
    discard_long_ago(shop, bea, -1980);
    for (int day = 120; day < 145; day++)
        work_on(shop, day);
    g_assert_true(is_there(shop, bea));
    for (int day = 145; day < 155; day++)
        work_on(shop, day);
    g_assert_false(is_there(shop, bea));
}

/* Nobody looked before the clock was right again, on the day on which the shop was begun. */
static void
test_deleted_before_it_was_made(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    come_back(shop, -2000);
    discard(shop, bea);
    purge_after(shop, 1);
    g_assert_true(is_there(shop, bea));
    purge_after(shop, 33);
    g_assert_false(is_there(shop, bea));
}

static CareInstant
deleted_at(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) now = shop_stored(shop, record);

    return care_record_stamp(now).deleted;
}

/* What went in one act comes back in one, and is known by its instant. */
static void
test_one_act_stays_one(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) ole = shop_add_customer(shop, "Ole Lind", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ole, NULL);

    for (int day = 0; day < 100; day += 5)
        work_on(shop, day);
    come_back(shop, -2001);
    discard(shop, ann);
    come_back(shop, -2000);
    discard(shop, bea);
    discard(shop, job);
    work_on(shop, 101);
    g_assert_cmpint(deleted_at(shop, bea), ==, deleted_at(shop, job));
    g_assert_cmpint(deleted_at(shop, bea), !=, deleted_at(shop, ann));
    g_assert_cmpint(deleted_at(shop, bea), >, care_clock_now(shop->clock) - 60);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_test("/purge/clock-ahead", test_a_clock_that_is_ahead);
    add_test("/purge/a-month-ahead", test_a_month_ahead);
    add_test("/purge/the-day-it-came-here", test_the_day_it_came_here);
    g_test_add("/purge/clock-behind", Shop, GINT_TO_POINTER(2500), shop_set_up_seller,
               test_a_clock_that_was_behind, shop_tear_down);
    g_test_add("/purge/clock-two-months-behind", Shop, GINT_TO_POINTER(61), shop_set_up_seller,
               test_a_clock_that_was_behind, shop_tear_down);
    add_test("/purge/clock-behind-for-weeks", test_a_clock_that_was_behind_for_weeks);
    add_test("/purge/deleted-before-it-was-made", test_deleted_before_it_was_made);
    add_test("/purge/one-act-stays-one", test_one_act_stays_one);
    return g_test_run();
}
