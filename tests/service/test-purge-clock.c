/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing goes for good by a clock that is wrong, ahead or behind. */
#include "purge-shop.h"

static void
open_again(Shop *shop)
{
    g_autoptr(GAsyncResult) result = NULL;

    care_purge_async(shop->store, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(care_purge_finish(shop->store, result, NULL));
}

static void
work_on(Shop *shop, int days)
{
    g_autoptr(CareRecord) customer = NULL;

    come_back(shop, days);
    customer = shop_add_customer(shop, "Passer By", NULL);
    open_again(shop);
}

static void
work_through(Shop *shop, int from, int until)
{
    for (int day = from; day < until; day++)
        work_on(shop, day);
}

/* By a clock that is wrong, and the window looks. */
static void
discard_on(Shop *shop, CareRecord *record, int days)
{
    come_back(shop, days);
    discard(shop, record);
    open_again(shop);
}

/* The battery of the computer's clock is empty, or somebody turned it on. */
static void
test_a_clock_that_is_ahead(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");

    work_on(shop, 0);
    discard_on(shop, bea, 1);
    work_on(shop, 3450);
    g_assert_true(is_there(shop, bea));
    /* and what was done on that day is no reason to believe it */
    work_through(shop, 3450, 3453);
    g_assert_true(is_there(shop, bea));
    work_through(shop, 2, 20);
    g_assert_true(is_there(shop, bea));
    work_through(shop, 20, 33);
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
        open_again(shop);
        work_on(shop, days);
        g_assert_true(is_there(shop, bea));
    }
}

/* What it would date could not be: nothing is entered, and what is there is read. */
static void
test_a_day_that_cannot_be(Shop *shop, gconstpointer data)
{
    static const CareDate days[] = { { 1969, 12, 31 }, { 2100, 1, 2 }, { 2230, 1, 1 } };
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autoptr(CareRecord) ann = CARE_RECORD(care_customer_new());
        g_autoptr(GError) error = NULL;

        g_clear_object(&shop->store);
        g_clear_object(&shop->clock);
        shop->clock = care_clock_new_fixed(days[i]);
        shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
        g_assert_no_error(error);
        g_assert_true(is_there(shop, bea));
        care_record_set_text(ann, CARE_CUSTOMER_NAME, "Ann Lee");
        g_assert_false(care_flow_save_now(shop->store, ann, NULL, &error));
        g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
        g_assert_nonnull(strstr(error->message, "Nothing was changed; set the clock"));
        g_assert_cmpint(number(shop, "SELECT count(*) FROM customer"), ==, 1);
    }
    come_back(shop, 1);
    assert_whole(shop);
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

/* In daily use, but for some days on which the clock was far behind. */
static void
test_a_clock_that_was_behind(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) ole = shop_add_customer(shop, "Ole Lind", NULL);

    for (int day = 0; day < 100; day += 5)
        work_on(shop, day);
    discard_on(shop, bea, 100 - GPOINTER_TO_INT(data));
    discard_on(shop, ann, 101 - GPOINTER_TO_INT(data));
    work_on(shop, 102);
    g_assert_true(is_there(shop, bea));
    discard(shop, ole);
    work_through(shop, 103, 124); /* a leap counts as a week */
    g_assert_true(is_there(shop, bea));
    g_assert_true(is_there(shop, ann));
    work_through(shop, 124, 135);
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
    work_through(shop, -2000, -1980);
    discard_on(shop, bea, -1980);
    work_through(shop, 120, 143);
    g_assert_true(is_there(shop, bea));
    work_through(shop, 143, 150);
    g_assert_false(is_there(shop, bea));
}

/* It was right again before the window looked, or somebody pretended that day: a command, or a clock that was wrong for
 * seconds. */
static void
test_nobody_looked_while_it_was_behind(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    work_through(shop, 90, 101);
    come_back(shop, 100 - GPOINTER_TO_INT(data));
    discard(shop, bea);
    come_back(shop, 100);
    open_again(shop);
    work_through(shop, 101, 131);
    g_assert_true(is_there(shop, bea));
    work_through(shop, 131, 133);
    g_assert_false(is_there(shop, bea));
}

/* Each morning the clock begins in 2020, until it has asked the time of somebody else. */
static void
test_a_clock_that_is_behind_each_morning(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    work_on(shop, 0);
    for (int day = 1; day < 40; day++) {
        work_on(shop, -2000);
        if (day == 3)
            discard(shop, bea);
        work_on(shop, day);
        work_on(shop, -2000);
        work_on(shop, day);
        g_test_message("day %d", day);
        g_assert_cmpint(is_there(shop, bea), ==,
                        day < 33); /* a day less: it was deleted before it was counted */
    }
}

/* It is put right the next day, and what was made, or deleted, by it is not kept until then. */
static void
test_made_and_deleted_in_days_to_come(Shop *shop, gconstpointer data)
{
    int ahead = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ole = shop_add_customer(shop, "Ole Lind", NULL);
    g_autoptr(CareRecord) ann = NULL;

    work_on(shop, 0);
    come_back(shop, ahead);
    discard(shop, ole); /* and nobody looked */
    come_back(shop, 1);
    open_again(shop);
    discard_on(shop, bea, ahead);
    ann = shop_add_customer(shop, "Ann Lee", NULL);
    discard_on(shop, ann, 2);
    work_through(shop, 3, 30);
    g_assert_true(is_there(shop, bea));
    g_assert_true(is_there(shop, ann));
    work_through(shop, 30, 36);
    g_assert_false(is_there(shop, ole));
    g_assert_false(is_there(shop, bea));
    g_assert_false(is_there(shop, ann));
    assert_whole(shop);
}

/* A market stall, or a second trade: nothing was done in the week before, ever. */
static void
test_a_shop_that_is_used_seldom(Shop *shop, gconstpointer data)
{
    int step = GPOINTER_TO_INT(data), day;
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    work_on(shop, 0);
    discard(shop, bea);
    for (day = step; day <= 30; day += step) {
        work_on(shop, day);
        g_assert_true(is_there(shop, bea));
    }
    work_on(shop, day);
    work_on(shop, day + step);
    g_assert_false(is_there(shop, bea));
}

/* Whoever comes back after a long time has what was deleted until they have begun again. */
static void
test_a_shop_that_was_closed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    work_on(shop, 0);
    discard_on(shop, bea, 1);
    work_through(shop, 100, 120);
    g_assert_true(is_there(shop, bea));
    work_through(shop, 120, 126);
    g_assert_false(is_there(shop, bea));
}

/* Nobody looked before the clock was right again, on the day on which the shop was begun. */
static void
test_deleted_before_it_was_made(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    come_back(shop, -2000);
    discard(shop, bea);
    work_through(shop, 1, 31);
    g_assert_true(is_there(shop, bea));
    work_through(shop, 31, 34);
    g_assert_false(is_there(shop, bea));
}

static CareInstant
deleted_at(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) now = shop_stored(shop, record);

    return care_record_stamp(now).deleted;
}

/* What went in one act comes back in one, and is known by its instant; nor is what stays for a document out of the reach of
 * who looks for it among what was deleted lately. */
static void
test_one_act_stays_one(Shop *shop, gconstpointer data)
{
    CareMoney payable;
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) ole = shop_add_customer(shop, "Ole Lind", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) document = shop_add_issued(shop, ole, &payable);

    for (int day = 0; day < 100; day += 5)
        work_on(shop, day);
    come_back(shop, -2001);
    discard(shop, ann);
    come_back(shop, -2000);
    discard(shop, ole);
    discard(shop, job);
    work_on(shop, 101);
    g_assert_cmpint(deleted_at(shop, ole), ==, deleted_at(shop, job));
    g_assert_cmpint(deleted_at(shop, ole), >, care_purge_limit(shop->clock));
    work_on(shop, -2000);
    work_on(shop, 102);
    g_assert_cmpint(deleted_at(shop, ole), ==, deleted_at(shop, job));
    g_assert_cmpint(deleted_at(shop, ole), >, care_purge_limit(shop->clock));
}

static void
add_test_of(const char *path, int n, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, GINT_TO_POINTER(n), shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_test("/purge/clock-ahead", test_a_clock_that_is_ahead);
    add_test("/purge/a-month-ahead", test_a_month_ahead);
    add_test("/purge/a-day-that-cannot-be", test_a_day_that_cannot_be);
    add_test("/purge/the-day-it-came-here", test_the_day_it_came_here);
    add_test_of("/purge/clock-behind", 2500, test_a_clock_that_was_behind);
    add_test_of("/purge/clock-two-months-behind", 61, test_a_clock_that_was_behind);
    add_test("/purge/clock-behind-for-weeks", test_a_clock_that_was_behind_for_weeks);
    add_test_of("/purge/clock-behind-unseen", 2500, test_nobody_looked_while_it_was_behind);
    add_test_of("/purge/clock-two-months-behind-unseen", 61, test_nobody_looked_while_it_was_behind);
    add_test("/purge/clock-behind-each-morning", test_a_clock_that_is_behind_each_morning);
    add_test_of("/purge/in-days-to-come", 7300, test_made_and_deleted_in_days_to_come);
    add_test_of("/purge/in-a-month-to-come", 40, test_made_and_deleted_in_days_to_come);
    add_test_of("/purge/each-eighth-day", 8, test_a_shop_that_is_used_seldom);
    add_test_of("/purge/each-fortnight", 14, test_a_shop_that_is_used_seldom);
    add_test_of("/purge/each-month", 30, test_a_shop_that_is_used_seldom);
    add_test("/purge/closed-for-months", test_a_shop_that_was_closed);
    add_test("/purge/deleted-before-it-was-made", test_deleted_before_it_was_made);
    add_test("/purge/one-act-stays-one", test_one_act_stays_one);
    return g_test_run();
}
