/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample shop on any day: full of history, with a calm morning. */
#include "service/invoices/verify.h"
#include "sample/sample.h"
#include "service/today/today.h"

#include "common/case-table.h"
#include "store/fixture.h"

#define LEAST_LINES 10
#define MOST_LINES 18

typedef struct {
    const char *name;
    CareDate today;
} Day;

/* A working day, a Sunday, a holiday after a year's end, and the 29th of February. */
static const Day days[] = {
    { "monday", { 2026, 3, 2 } },
    { "sunday", { 2026, 3, 1 } },
    { "new-year", { 2027, 1, 1 } },
    { "leap-day", { 2028, 2, 29 } },
};

static void
open_on(Shop *shop, CareDate today)
{
    g_autoptr(GError) error = NULL;

    shop->dir = g_dir_make_tmp("aftercare-sample-XXXXXX", NULL);
    shop->clock = care_clock_new_fixed(today);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
    care_sample(shop->store, 1, &error);
    g_assert_no_error(error);
}

static gint64
count(Shop *shop, const char *what)
{
    g_autofree char *sql = g_strconcat("SELECT count(*) FROM ", what, NULL);

    return care_connection_int(care_store_reader(shop->store), sql, -1);
}

typedef struct {
    const char *what;
    gint64 least, most; /* most 0: any number */
} Amount;

static const Amount amounts[] = {
    { "customer", 200, 0 },
    { "customer WHERE type = 'company'", 25, 0 },
    { "(SELECT name FROM customer GROUP BY name HAVING count(*) > 1)", 1, 1 },
    { "job", 600, 0 },
    { "job WHERE status = 'received'", 1, 20 },
    { "job WHERE status = 'waiting'", 1, 20 },
    { "job WHERE status = 'working'", 1, 20 },
    { "job WHERE status = 'ready'", 4, 20 },
    { "job WHERE status = 'collected'", 500, 0 },
    { "job WHERE status = 'cancelled'", 5, 0 },
    { "invoice WHERE type = '380' AND number IS NOT NULL", 450, 0 },
    { "invoice WHERE state = 'paid'", 400, 0 },
    { "invoice WHERE state = 'part'", 1, 10 },
    { "invoice WHERE state = 'cancelled'", 5, 0 },
    { "invoice WHERE type = '381'", 5, 0 },
    { "feedback", 120, 0 },
    { "complaint", 15, 0 },
    { "complaint WHERE resolved IS NULL", 2, 5 },
    { "gift", 5, 0 },
    { "(SELECT situation FROM text GROUP BY situation)", 10, 10 },
    { "occasion", 5, 0 },
    { "interaction", 500, 0 },
};

static void
check_amounts(Shop *shop)
{
    for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++) {
        gint64 n = count(shop, amounts[i].what);

        if (n < amounts[i].least || (amounts[i].most != 0 && n > amounts[i].most))
            g_error("%" G_GINT64_FORMAT " of %s", n, amounts[i].what);
    }
    g_assert_cmpint(count(shop, "job WHERE strftime('%w', promised) = '0'"), ==, 0); /* the shop is closed */
    g_assert_cmpint(count(shop, "job WHERE agreed IS NOT NULL AND agreed_by IS NULL"), ==, 0);
}

/* Every rule has something to say, and the whole is a list that somebody likes to begin with. */
static void
check_morning(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareToday) today = care_today_compute(care_store_reader(shop->store), shop->clock, &error);
    guint of_rule[CARE_DUE_N_RULES] = { 0 };
    guint away = 0;

    g_assert_no_error(error);
    for (guint i = 0; i < today->items->len; i++) {
        const CareDueItem *item = today->items->pdata[i];

        of_rule[item->rule]++;
        away += item->rule == CARE_DUE_FOLLOWUP && care_date_compare(item->due, today->since) > 0
                && care_date_compare(item->due, today->today) < 0;
    }
    for (guint rule = 0; rule < CARE_DUE_N_RULES; rule++) {
        g_test_message("%s: %u", care_due_rule_nick(rule), of_rule[rule]);
        g_assert_cmpuint(of_rule[rule], >=, 1);
        g_assert_cmpuint(of_rule[rule], <=, 4);
    }
    g_assert_cmpuint(away, >=, 1);
    g_assert_cmpuint(today->items->len, >=, LEAST_LINES);
    g_assert_cmpuint(today->items->len, <=, MOST_LINES);
}

static void
test_day(gconstpointer data)
{
    const Day *day = data;
    Shop shop;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareVerification) verification = NULL;

    open_on(&shop, day->today);
    check_morning(&shop);
    check_amounts(&shop);
    verification = care_verify(shop.store, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(verification->problems->len, ==, 0);
    shop_tear_down(&shop, NULL);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    /* three years of a shop take minutes under sanitizers, and one day goes all their ways */
    if (g_getenv("TEST_SANITIZED") != NULL)
        care_test_add_row("/sample", 0, days[0].name, &days[0], test_day);
    else
        CARE_TEST_ADD_TABLE("/sample", days, name, test_day);
    return g_test_run();
}
