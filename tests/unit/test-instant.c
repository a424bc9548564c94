/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date.h"

#include "common/case-table.h"

/* Zones as POSIX rules, so that the tests need no zone database. */
#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define NEW_YORK "EST5EDT,M3.2.0,M11.1.0"
#define AUCKLAND "NZST-12NZDT,M9.5.0,M4.1.0/3"
#define KOLKATA "IST-5:30"
#define AZORES "AZOT1AZOST,M3.5.0/0,M10.5.0/1" /* the clock jumps from midnight to one */

typedef struct {
    const char *text;
    CareInstant at;
    const char *back; /* what is written again; NULL: refused */
} ParseCase;

static const ParseCase parse_cases[] = {
    { "1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z" },
    { "1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z" },
    { "2026-11-22T02:51:29Z", 1795315889, "2026-11-22T02:51:29Z" },
    { "2026-11-22t02:51:29z", 1795315889, "2026-11-22T02:51:29Z" },
    { "2026-11-22 02:51:29Z", 1795315889, "2026-11-22T02:51:29Z" },
    { "2026-11-22T03:51:29+01:00", 1795315889, "2026-11-22T02:51:29Z" },
    { "2026-11-21T21:21:29-05:30", 1795315889, "2026-11-22T02:51:29Z" },
    { "2026-11-22T02:51:29.999999Z", 1795315889, "2026-11-22T02:51:29Z" },
    { "2016-12-31T23:59:60Z", 1483228800, "2017-01-01T00:00:00Z" },
    { "2024-02-29T12:00:00Z", 1709208000, "2024-02-29T12:00:00Z" },
    { "1900-01-01T00:00:00Z", -2208988800, "1900-01-01T00:00:00Z" },
    { "2026-11-22T02:51:29", 0, NULL },
    { "2026-11-22T02:51Z", 0, NULL },
    { "2026-11-22", 0, NULL },
    { "2026-02-29T02:51:29Z", 0, NULL },
    { "2026-11-22T24:00:00Z", 0, NULL },
    { "2026-11-22T02:60:29Z", 0, NULL },
    { "2026-11-22T02:51:61Z", 0, NULL },
    { "2026-11-22T02:51:29.Z", 0, NULL },
    { "2026-11-22T02:51:29+0100", 0, NULL },
    { "2026-11-22T02:51:29+24:00", 0, NULL },
    { "2026-11-22T02:51:29Z ", 0, NULL },
    { "2026-11-22T02:51:29Zabc", 0, NULL },
    { "2026-11-22X02:51:29Z", 0, NULL },
    { "--11-22T02:51:29Z", 0, NULL },
    { "", 0, NULL },
    { NULL, 0, NULL },
};

static void
test_parse(gconstpointer data)
{
    const ParseCase *c = data;
    CareInstant at = 77;

    g_assert_cmpint(care_instant_parse(c->text, &at), ==, c->back != NULL);
    g_assert_cmpint(at, ==, c->back != NULL ? c->at : 77);
    if (c->back != NULL) {
        g_autofree char *back = care_instant_to_string(at);
        g_assert_cmpstr(back, ==, c->back);
    }
}

typedef struct {
    const char *name;
    const char *zone;
    const char *date;
    int hour, minute;
    const char *instant;
} DateCase;

static const DateCase date_cases[] = {
    { "winter", BERLIN, "2026-11-22", 8, 30, "2026-11-22T07:30:00Z" },
    { "summer", BERLIN, "2026-07-01", 8, 30, "2026-07-01T06:30:00Z" },
    { "before-the-jump", BERLIN, "2026-03-29", 1, 59, "2026-03-29T00:59:00Z" },
    { "after-the-jump", BERLIN, "2026-03-29", 3, 0, "2026-03-29T01:00:00Z" },
    { "jumped-over", BERLIN, "2026-03-29", 2, 30, "2026-03-29T01:00:00Z" },
    { "before-the-repeat", BERLIN, "2026-10-25", 1, 59, "2026-10-24T23:59:00Z" },
    { "repeated", BERLIN, "2026-10-25", 2, 30, "2026-10-25T01:30:00Z" },
    { "after-the-repeat", BERLIN, "2026-10-25", 3, 0, "2026-10-25T02:00:00Z" },
    { "midnight-jumped-over", AZORES, "2026-03-29", 0, 0, "2026-03-29T01:00:00Z" },
    { "end-of-day", BERLIN, "2026-12-31", 24, 0, "2026-12-31T23:00:00Z" },
    { "new-york", NEW_YORK, "2026-07-04", 9, 0, "2026-07-04T13:00:00Z" },
    { "auckland-summer", AUCKLAND, "2026-01-15", 9, 0, "2026-01-14T20:00:00Z" },
    { "kolkata", KOLKATA, "2026-01-15", 9, 0, "2026-01-15T03:30:00Z" },
    { "utc", "UTC", "2026-01-15", 9, 0, "2026-01-15T09:00:00Z" },
};

static void
test_of_date(gconstpointer data)
{
    const DateCase *c = data;
    g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(c->zone);
    g_autofree char *text = NULL;
    CareDate date;

    g_assert_nonnull(zone);
    g_assert_true(care_date_parse(c->date, &date));
    text = care_instant_to_string(care_instant_of_date(date, c->hour, c->minute, zone));
    g_assert_cmpstr(text, ==, c->instant);
}

typedef struct {
    const char *name;
    const char *zone;
    const char *instant;
    const char *date;
} TodayCase;

static const TodayCase today_cases[] = {
    { "late-evening", BERLIN, "2026-11-22T22:59:59Z", "2026-11-22" },
    { "midnight", BERLIN, "2026-11-22T23:00:00Z", "2026-11-23" },
    { "summer-midnight", BERLIN, "2026-06-30T22:00:00Z", "2026-07-01" },
    { "west", NEW_YORK, "2026-01-01T04:59:59Z", "2025-12-31" },
    { "east", AUCKLAND, "2026-01-14T11:00:00Z", "2026-01-15" },
    { "before-1970", "UTC", "1969-12-31T23:59:59Z", "1969-12-31" },
};

static void
test_to_date(gconstpointer data)
{
    const TodayCase *c = data;
    g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(c->zone);
    g_autofree char *text = NULL;
    CareInstant at = 0;

    g_assert_true(care_instant_parse(c->instant, &at));
    text = care_date_to_string(care_date_of_instant(at, zone));
    g_assert_cmpstr(text, ==, c->date);
}

/* Whatever the clock does, a day begins on that day and no earlier than the one before ended. */
static void
test_days_are_in_order(gconstpointer data)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(data);
    CareDate date = { 2026, 1, 1 };
    CareInstant last = G_MININT64;

    for (int i = 0; i < 365; i++, date = care_date_add_days(date, 1)) {
        CareInstant start = care_instant_of_date(date, 0, 0, zone);
        g_assert_cmpint(start, >, last);
        g_assert_cmpint(care_date_compare(care_date_of_instant(start, zone), date), ==, 0);
        last = start;
    }
}

static void
test_can_be_written(void)
{
    static const CareInstant all[] = { 0, -62135596800, 253402300799 };

    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autofree char *text = care_instant_to_string(all[i]);
        CareInstant back = 1;

        g_assert_true(care_instant_can_be_written(all[i]));
        g_assert_true(care_instant_parse(text, &back));
        g_assert_cmpint(back, ==, all[i]);
    }
    g_assert_false(care_instant_can_be_written(all[1] - 1));
    g_assert_false(care_instant_can_be_written(all[2] + 1));
    g_assert_false(care_instant_can_be_written(G_MAXINT64));
    g_assert_false(care_instant_can_be_written(G_MININT64));
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *rule;
    } zones[] = { { BERLIN }, { NEW_YORK }, { AUCKLAND }, { KOLKATA }, { AZORES }, { "UTC" } };

    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/instant/parse", parse_cases, text, test_parse);
    g_test_add_func("/instant/can-be-written", test_can_be_written);
    CARE_TEST_ADD_TABLE("/instant/of-date", date_cases, name, test_of_date);
    CARE_TEST_ADD_TABLE("/instant/to-date", today_cases, name, test_to_date);
    for (gsize i = 0; i < G_N_ELEMENTS(zones); i++)
        care_test_add_row("/instant/days-in-order", i, zones[i].rule, zones[i].rule, test_days_are_in_order);
    return g_test_run();
}
