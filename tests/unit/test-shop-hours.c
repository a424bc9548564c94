/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop-hours.h"

#include "common/case-table.h"
#include "core/errors.h"
#include "model/hours-typed.h"
#include "model/shop-week.h"

/* Summer time as POSIX rules, so that the tests need no zone database. */
#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define SHOP "Mo-Fr 09:00-12:30,13:30-18:00; Sa 09:00-13:00"
#define HOLIDAYS "01-01 easter-2 easter+1 12-25 12-26"
#define HOUR 3600

static CareShopHours *
hours(const char *text)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(BERLIN);
    g_autoptr(GError) error = NULL;
    CareHolidays *holidays = care_holidays_parse(HOLIDAYS, &error);
    CareShopHours *self = care_shop_hours_parse(text, holidays, zone, &error);

    g_assert_no_error(error);
    return self;
}

static CareInstant
instant(const char *text)
{
    CareInstant at = 0;

    g_assert_true(care_instant_parse(text, &at));
    return at;
}

typedef struct {
    const char *name;
    const char *text;
    const char *from, *to; /* with the offset of the day */
    gint64 seconds;
} BetweenCase;

static const BetweenCase between_cases[] = {
    { "morning", SHOP, "2026-11-23T10:00:00+01:00", "2026-11-23T11:00:00+01:00", HOUR },
    { "over-lunch", SHOP, "2026-11-23T12:00:00+01:00", "2026-11-23T14:00:00+01:00", HOUR },
    { "whole-day", SHOP, "2026-11-23T00:00:00+01:00", "2026-11-24T00:00:00+01:00", 8 * HOUR },
    { "whole-week", SHOP, "2026-11-23T00:00:00+01:00", "2026-11-30T00:00:00+01:00", 44 * HOUR },
    { "over-night", SHOP, "2026-11-23T17:00:00+01:00", "2026-11-24T10:00:00+01:00", 2 * HOUR },
    { "over-the-weekend", SHOP, "2026-11-20T17:30:00+01:00", "2026-11-23T09:30:00+01:00", 5 * HOUR },
    { "sunday", SHOP, "2026-11-22T00:00:00+01:00", "2026-11-23T00:00:00+01:00", 0 },
    { "night", SHOP, "2026-11-23T18:00:00+01:00", "2026-11-24T09:00:00+01:00", 0 },
    { "nothing", SHOP, "2026-11-23T10:00:00+01:00", "2026-11-23T10:00:00+01:00", 0 },
    { "backwards", SHOP, "2026-11-23T11:00:00+01:00", "2026-11-23T10:00:00+01:00", -HOUR },
    { "one-second", SHOP, "2026-11-23T08:59:59+01:00", "2026-11-23T09:00:01+01:00", 1 },
    { "christmas", SHOP, "2026-12-24T17:00:00+01:00", "2026-12-28T10:00:00+01:00", 2 * HOUR },
    { "easter", SHOP, "2026-04-02T17:00:00+02:00", "2026-04-07T10:00:00+02:00", 6 * HOUR },
    { "summer", SHOP, "2026-07-01T07:00:00Z", "2026-07-01T08:00:00Z", HOUR },
    { "hour-that-is-missing", "Su 00:00-06:00", "2026-03-29T00:00:00+01:00", "2026-03-29T12:00:00+02:00",
      5 * HOUR },
    { "hour-that-comes-twice", "Su 00:00-06:00", "2026-10-25T00:00:00+02:00", "2026-10-25T12:00:00+01:00",
      7 * HOUR },
    { "always-open", "Mo-Su 00:00-24:00", "2026-06-01T00:00:00Z", "2026-06-08T00:00:00Z", 168 * HOUR },
    { "never-open", "", "2026-06-01T00:00:00Z", "2026-06-08T00:00:00Z", 0 },
};

static void
test_between(gconstpointer data)
{
    const BetweenCase *c = data;
    g_autoptr(CareShopHours) shop = hours(c->text);

    g_assert_cmpint(care_shop_hours_between(shop, instant(c->from), instant(c->to)), ==, c->seconds);
}

typedef struct {
    const char *name;
    const char *text;
    const char *from;
    gint64 seconds;
    const char *deadline; /* NULL: never */
} AddCase;

static const AddCase add_cases[] = {
    { "same-morning", SHOP, "2026-11-23T10:00:00+01:00", HOUR, "2026-11-23T10:00:00Z" },
    { "over-lunch", SHOP, "2026-11-23T12:00:00+01:00", HOUR, "2026-11-23T13:00:00Z" },
    { "eight-hours-is-a-day", SHOP, "2026-11-23T13:20:00+01:00", 8 * HOUR, "2026-11-24T11:30:00Z" },
    { "eight-hours-later", SHOP, "2026-11-23T14:20:00+01:00", 8 * HOUR, "2026-11-24T13:20:00Z" },
    { "from-the-night", SHOP, "2026-11-23T22:00:00+01:00", HOUR, "2026-11-24T09:00:00Z" },
    { "from-sunday", SHOP, "2026-11-22T12:00:00+01:00", 0, "2026-11-23T08:00:00Z" },
    { "nothing-while-open", SHOP, "2026-11-23T10:00:00+01:00", 0, "2026-11-23T09:00:00Z" },
    { "until-closing", SHOP, "2026-11-23T17:00:00+01:00", HOUR, "2026-11-23T17:00:00Z" },
    { "a-second-past-closing", SHOP, "2026-11-23T17:00:00+01:00", HOUR + 1, "2026-11-24T08:00:01Z" },
    { "at-closing", SHOP, "2026-11-23T18:00:00+01:00", HOUR, "2026-11-24T09:00:00Z" },
    { "friday-evening", SHOP, "2026-11-20T17:00:00+01:00", 6 * HOUR, "2026-11-23T09:00:00Z" },
    { "over-christmas", SHOP, "2026-12-24T17:30:00+01:00", HOUR, "2026-12-28T08:30:00Z" },
    { "into-summer-time", SHOP, "2026-03-28T12:00:00+01:00", 2 * HOUR, "2026-03-30T08:00:00Z" },
    { "a-month", SHOP, "2026-11-02T09:00:00+01:00", 4 * 44 * HOUR, "2026-11-28T12:00:00Z" },
    { "never", "", "2026-11-23T10:00:00+01:00", HOUR, NULL },
};

static void
test_add(gconstpointer data)
{
    const AddCase *c = data;
    g_autoptr(CareShopHours) shop = hours(c->text);
    g_autofree char *text = NULL;
    CareInstant deadline = 0;

    g_assert_cmpint(care_shop_hours_add_seconds(shop, instant(c->from), c->seconds, &deadline), ==,
                    c->deadline != NULL);
    if (c->deadline != NULL) {
        text = care_instant_to_string(deadline);
        g_assert_cmpstr(text, ==, c->deadline);
    }
}

/* What is added is what has passed. */
static void
test_add_and_between_agree(void)
{
    g_autoptr(CareShopHours) shop = hours(SHOP);
    CareInstant year = instant("2026-01-01T00:00:00Z");

    for (int i = 0; i < 3000; i++) {
        CareInstant from = year + g_test_rand_int_range(0, 365 * 86400), deadline = 0;
        gint64 seconds = g_test_rand_int_range(1, 90 * HOUR);

        g_assert_true(care_shop_hours_add_seconds(shop, from, seconds, &deadline));
        g_assert_cmpint(care_shop_hours_between(shop, from, deadline), ==, seconds);
        g_assert_cmpint(care_shop_hours_between(shop, from, deadline - 1), ==, seconds - 1);
    }
}

/* Time may be cut anywhere without losing a second. */
static void
test_between_adds_up(void)
{
    g_autoptr(CareShopHours) shop = hours(SHOP);
    CareInstant year = instant("2026-01-01T00:00:00Z");

    for (int i = 0; i < 1000; i++) {
        CareInstant a = year + g_test_rand_int_range(0, 300 * 86400);
        CareInstant b = a + g_test_rand_int_range(0, 20 * 86400),
                    c = b + g_test_rand_int_range(0, 20 * 86400);

        g_assert_cmpint(care_shop_hours_between(shop, a, b) + care_shop_hours_between(shop, b, c), ==,
                        care_shop_hours_between(shop, a, c));
    }
}

typedef struct {
    const char *date;
    const char *before, *after;
} DayCase;

static const DayCase day_cases[] = {
    { "2026-11-23", "2026-11-23", "2026-11-23" }, { "2026-11-22", "2026-11-21", "2026-11-23" },
    { "2026-12-25", "2026-12-24", "2026-12-28" }, { "2026-04-05", "2026-04-04", "2026-04-07" },
    { "2027-01-01", "2026-12-31", "2027-01-02" },
};

static void
test_day(gconstpointer data)
{
    const DayCase *c = data;
    g_autoptr(CareShopHours) shop = hours(SHOP);
    g_autofree char *before = NULL, *after = NULL;
    CareDate date;

    g_assert_true(care_date_parse(c->date, &date));
    before = care_date_to_string(care_shop_hours_open_day_from(shop, date, -1));
    after = care_date_to_string(care_shop_hours_open_day_from(shop, date, 1));
    g_assert_cmpstr(before, ==, c->before);
    g_assert_cmpstr(after, ==, c->after);
}

static void
test_in_words(void)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        { "Mo-Fr 09:00-12:30,13:30-18:00; Sa 10:00-14:00",
          "Monday to Friday 9:00–12:30, 13:30–18:00; Saturday 10:00–14:00" },
        { "Mo,We 08:05-12:00", "Monday 8:05–12:00; Wednesday 8:05–12:00" },
        { "Mo 18:00-24:00", "Monday 18:00–24:00" },
        { "Mo off", "" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CareShopHours) shop = hours(cases[i].text);
        g_autofree char *words = care_shop_hours_in_words(shop);

        g_assert_cmpstr(words, ==, cases[i].words);
    }
}

static void
test_never_open(void)
{
    g_autoptr(CareShopHours) shop = hours("Mo off");
    CareDate date = { 2026, 11, 23 };

    g_assert_cmpint(care_date_compare(care_shop_hours_open_day_from(shop, date, 1), date), ==, 0);
}

typedef struct {
    const char *text;
    const char *same; /* the same hours said plainly; NULL: refused */
} TextCase;

static const TextCase text_cases[] = {
    { SHOP, SHOP },
    { "mo-fr 09:00-18:00", "Mo-Fr 09:00-18:00" },
    { "Mo 09:00-18:00; Tu 09:00-18:00; We 09:00-18:00", "Mo-We 09:00-18:00" },
    { "Mo,We,Fr 10:00-12:00", "Mo 10:00-12:00; We 10:00-12:00; Fr 10:00-12:00" },
    { "Mo-Su 08:00-20:00; Su off", "Mo-Sa 08:00-20:00" },
    { "Fr-Mo 08:00-20:00", "Mo 08:00-20:00; Fr-Su 08:00-20:00" },
    { "  Mo   09:00-18:00 ;", "Mo 09:00-18:00" },
    { "Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00" },
    { "", "" },
    { NULL, "" },
    { "Mo", NULL },
    { "09:00-18:00", NULL },
    { "Mo 18:00-09:00", NULL },
    { "Mo 09:00-09:00", NULL },
    { "Mo 9:00-18:00", NULL },
    { "Mo 09:00-25:00", NULL },
    { "Mo 09:60-18:00", NULL },
    { "Mo 09:00-12:00,11:00-18:00", NULL },
    { "Mo 13:00-18:00,09:00-12:00", NULL },
    { "Xx 09:00-18:00", NULL },
    { "Mo-Xx 09:00-18:00", NULL },
    { "Mo~Fr 09:00-18:00", NULL },
    { "Mo 09:00", NULL },
};

/* Hour by hour through a week. */
static void
assert_same_hours(const CareShopHours *a, const CareShopHours *b)
{
    for (CareInstant at = 0; at < 7 * 24 * 3600; at += 3600)
        g_assert_cmpint(care_shop_hours_between(a, at, at + 3600), ==,
                        care_shop_hours_between(b, at, at + 3600));
}

static void
test_text(gconstpointer data)
{
    const TextCase *c = data;
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    g_autoptr(GError) error = NULL;
    g_autoptr(CareShopHours) shop = care_shop_hours_parse(c->text, NULL, zone, &error);

    if (c->same == NULL) {
        g_assert_null(shop);
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    } else {
        g_autoptr(CareShopHours) same = care_shop_hours_parse(c->same, NULL, zone, NULL);

        g_assert_no_error(error);
        assert_same_hours(shop, same);
    }
}

static const TextCase typed_cases[] = {
    { "Mo-Fr 09:00-18:00; Sa 09:00-13:00", "Mo-Fr 09:00-18:00; Sa 09:00-13:00" },
    { "Mo-Fr 09:00-12:30,13:30-18:00; Sa off", "Mo-Fr 09:00-12:30,13:30-18:00; Sa off" },
    { "Mon to Fri 9-18", "Mo-Fr 09:00-18:00" },
    { "Tu-Fr 9-12, 14-18; Sa 10-14", "Tu-Fr 09:00-12:00,14:00-18:00; Sa 10:00-14:00" },
    { "Tu-Fr 9:00-12:00 14:00-18:00", "Tu-Fr 09:00-12:00,14:00-18:00" },
    { "Di-Fr 09:00-18:00", "Tu-Fr 09:00-18:00" },
    { "Mo.–Do. 9.30–18 Uhr, Sa. 10h–14h", "Mo-Th 09:30-18:00; Sa 10:00-14:00" },
    { "Montag bis Freitag von 8 bis 12 und 13 bis 17 Uhr", "Mo-Fr 08:00-12:00,13:00-17:00" },
    { "Mon, Wed and Fri: 9am - 5:30 pm", "Mo,We,Fr 09:00-17:30" },
    { "weds 9-6pm, Sunday closed", "We 09:00-18:00; Su off" },
    { "Thursday 1-6 pm", "Th 13:00-18:00" },
    { "fri 12am-12pm", "Fr 00:00-12:00" },
    { "Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00" },
    { "", "" },
    { "9-18", NULL },
    { "Mo-Fr", NULL },
    { "Mo-Fr 9", NULL },
    { "Mo-Fr 9-25", NULL },
    { "Mo-Fr 9:75-18", NULL },
    { "Mo-Fr 900-1800", NULL },
    { "Mo-Fr 14pm-18", NULL },
    { "every morning", NULL },
};

static void
test_typed(gconstpointer data)
{
    const TextCase *c = data;
    g_autofree char *tidy = care_hours_typed_tidy(c->text);

    g_assert_cmpstr(tidy, ==, c->same);
}

/* What a week is written as is what it is read as, and says the same hours. */
static void
test_written(gconstpointer data)
{
    const TextCase *c = data;
    g_autoptr(CareShopWeek) week = care_shop_week_parse(c->text, NULL);
    g_autoptr(CareShopWeek) again = NULL;
    g_autofree char *text = care_shop_week_to_string(week);

    g_assert_cmpstr(text, ==, c->same);
    again = care_shop_week_parse(text, NULL);
    g_assert_true(care_shop_week_same(week, again));
}

static const TextCase written_cases[] = {
    { "Mo-Fr 09:00-18:00; Sa 09:00-13:00", "Mo-Fr 09:00-18:00; Sa 09:00-13:00" },
    { "Mo 09:00-18:00; Tu 09:00-18:00; We 09:00-18:00", "Mo-We 09:00-18:00" },
    { "Mo,We 08:05-12:00,13:00-17:00,18:00-24:00", "Mo 08:05-12:00,13:00-17:00,18:00-24:00; We "
                                                   "08:05-12:00,13:00-17:00,18:00-24:00" },
    { "Fr-Mo 08:00-20:00; Su off", "Mo 08:00-20:00; Fr-Sa 08:00-20:00" },
    { "", "Mo-Su off" },
    { "Mo-Su off", "Mo-Su off" },
};

static void
test_time_typed(void)
{
    static const struct {
        const char *text;
        int minutes;
    } cases[] = { { "9", 540 },       { "9:30", 570 },   { "0930", 570 },  { "930", 570 },
                  { "9.30", 570 },    { "9h30", 570 },   { "5 pm", 1020 }, { "12 am", 0 },
                  { "17 Uhr", 1020 }, { "24:00", 1440 }, { "24:01", -1 },  { "9:60", -1 },
                  { "", -1 },         { "9-12", -1 },    { "noon", -1 },   { "12345", -1 } };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpint(care_time_typed_parse(cases[i].text), ==, cases[i].minutes);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/shop-hours/between", between_cases, name, test_between);
    CARE_TEST_ADD_TABLE("/shop-hours/add", add_cases, name, test_add);
    g_test_add_func("/shop-hours/add-and-between-agree", test_add_and_between_agree);
    g_test_add_func("/shop-hours/between-adds-up", test_between_adds_up);
    CARE_TEST_ADD_TABLE("/shop-hours/open-day", day_cases, date, test_day);
    g_test_add_func("/shop-hours/in-words", test_in_words);
    g_test_add_func("/shop-hours/never-open", test_never_open);
    CARE_TEST_ADD_TABLE("/shop-hours/text", text_cases, text, test_text);
    CARE_TEST_ADD_TABLE("/shop-hours/typed", typed_cases, text, test_typed);
    CARE_TEST_ADD_TABLE("/shop-hours/written", written_cases, text, test_written);
    g_test_add_func("/shop-hours/time-typed", test_time_typed);
    return g_test_run();
}
