/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when a first answer is owed. The fixture's clock is in UTC. */
#include "service/feedback/answer-clock.h"
#include "store/setting.h"

#include "store/fixture.h"

typedef struct {
    const char *name;
    const char *hours;    /* NULL: the default */
    const char *holidays; /* NULL: those of the region */
    const char *region;
    const char *received, *deadline;
} Case;

static const Case cases[] = {
    { "same-day", NULL, NULL, NULL, "2026-11-24T09:30:00Z", "2026-11-24T17:30:00Z" },
    { "next-day", NULL, NULL, NULL, "2026-11-24T14:20:00Z", "2026-11-25T13:20:00Z" },
    { "from-the-night", NULL, NULL, NULL, "2026-11-24T22:00:00Z", "2026-11-25T17:00:00Z" },
    { "over-sunday", NULL, NULL, NULL, "2026-11-28T12:00:00Z", "2026-11-30T16:00:00Z" },
    { "own-hours", "Tu-Sa 10:00-12:00", NULL, NULL, "2026-11-24T10:00:00Z", "2026-11-27T12:00:00Z" },
    { "german-holiday", NULL, NULL, "DE", "2026-05-13T17:00:00Z", "2026-05-15T16:00:00Z" },
    { "no-british-holiday", NULL, NULL, "GB", "2026-05-13T17:00:00Z", "2026-05-14T16:00:00Z" },
    { "own-holiday", NULL, "2026-11-25", NULL, "2026-11-24T17:00:00Z", "2026-11-26T16:00:00Z" },
    { "region-unknown", NULL, NULL, "BR", "2026-12-24T17:00:00Z", "2026-12-25T16:00:00Z" },
    { "hours-unreadable", "whenever", NULL, NULL, "2026-11-28T20:00:00Z", "2026-11-29T04:00:00Z" },
    { "never-open", "Mo off", NULL, NULL, "2026-11-28T20:00:00Z", "2026-11-29T04:00:00Z" },
};

static gboolean
set_up(CareTransaction *transaction, gpointer data, GError **error)
{
    const Case *c = data;
    CareConnection *connection = care_transaction_connection(transaction);

    return care_setting_write(connection, CARE_SETTING_OPENING_HOURS, c->hours, error)
           && care_setting_write(connection, CARE_SETTING_HOLIDAYS, c->holidays, error)
           && care_setting_write(connection, CARE_SETTING_REGION, c->region, error);
}

static void
test_deadline(Shop *shop, gconstpointer data)
{
    const Case *c = data;
    g_autoptr(CareAnswerClock) answer = NULL;
    g_autoptr(GError) error = NULL;
    g_autofree char *deadline = NULL;
    CareInstant received = 0;

    care_store_write(shop->store, set_up, (gpointer)c, &error);
    g_assert_no_error(error);
    answer = care_answer_clock_new(care_store_reader(shop->store), shop->clock);
    g_assert_true(care_instant_parse(c->received, &received));
    deadline = care_instant_to_string(care_answer_clock_deadline(answer, received));
    g_assert_cmpstr(deadline, ==, c->deadline);
}

static void
test_elapsed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareAnswerClock) answer = care_answer_clock_new(care_store_reader(shop->store), shop->clock);
    CareInstant friday = 0, monday = 0;

    g_assert_true(care_instant_parse("2026-11-27T17:00:00Z", &friday));
    g_assert_true(care_instant_parse("2026-11-30T10:00:00Z", &monday));
    g_assert_cmpint(care_answer_clock_elapsed(answer, friday, monday), ==, (1 + 4 + 1) * 3600);
    g_assert_cmpint(care_answer_clock_elapsed(answer, friday, friday), ==, 0);
}

/* Whatever stands there, an answer comes, and without a complaint about a day that there is not. */
static void
test_ends(Shop *shop, gconstpointer data)
{
    static const CareInstant far[] = { 253402300799, 253402300800, G_MAXINT64, G_MININT64, -62135596800 };
    g_autoptr(CareAnswerClock) answer = care_answer_clock_new(care_store_reader(shop->store), shop->clock);
    CareInstant now = care_clock_now(shop->clock);

    for (gsize i = 0; i < G_N_ELEMENTS(far); i++) {
        gint64 to = care_answer_clock_elapsed(answer, now, far[i]);
        gint64 from = care_answer_clock_elapsed(answer, far[i], now);

        g_assert_cmpint(care_answer_clock_deadline(answer, far[i]), >=, far[i]);
        g_assert_true(far[i] > now ? to >= 0 && from <= 0 : to <= 0 && from >= 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/answer-clock/deadline/%s", cases[i].name);
        g_test_add(path, Shop, &cases[i], shop_set_up, test_deadline, shop_tear_down);
    }
    g_test_add("/answer-clock/elapsed", Shop, NULL, shop_set_up, test_elapsed, shop_tear_down);
    g_test_add("/answer-clock/ends", Shop, NULL, shop_set_up, test_ends, shop_tear_down);
    return g_test_run();
}
