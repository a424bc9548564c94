/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/format.h"

#include <string.h>

#include <pango/pangocairo.h>

#include "core/isolate.h"
#include "ui/kit/day-in-sentence.h"

static const CareDate today = { 2026, 11, 24 }; /* a Tuesday */

typedef char *(*DateFunc)(CareDate date, CareDate today);

typedef struct {
    const char *name;
    DateFunc func;
    CareDate date;
    const char *expected;
} Case;

static const Case cases[] = {
    { "date/this-year", care_format_date, { 2026, 11, 26 }, "26 Nov" },
    { "date/other-year", care_format_date, { 2028, 9, 11 }, "11 Sep 2028" },
    { "date/no-year", care_format_date, { 0, 2, 29 }, "29 Feb" },
    { "date/unset", care_format_date, { 0, 0, 0 }, "" },
    { "day/this-year", care_format_date_day, { 2026, 11, 26 }, "Thu 26 Nov" },
    { "day/other-year", care_format_date_day, { 2027, 2, 26 }, "Fri 26 Feb 2027" },
    { "day/no-year", care_format_date_day, { 0, 11, 26 }, "26 Nov" },
    { "long/this-year", care_format_date_long, { 2026, 11, 26 }, "Thursday 26 November" },
    { "long/other-year", care_format_date_long, { 2027, 1, 1 }, "Friday 1 January 2027" },
    { "relative/today", care_format_relative_day, { 2026, 11, 24 }, "today" },
    { "relative/tomorrow", care_format_relative_day, { 2026, 11, 25 }, "tomorrow" },
    { "relative/yesterday", care_format_relative_day, { 2026, 11, 23 }, "yesterday" },
    { "relative/six-days-ahead", care_format_relative_day, { 2026, 11, 30 }, "Monday" },
    { "relative/six-days-ago", care_format_relative_day, { 2026, 11, 18 }, "Wednesday" },
    { "relative/a-week", care_format_relative_day, { 2026, 12, 1 }, "1 Dec" },
    { "relative/a-week-ago", care_format_relative_day, { 2026, 11, 17 }, "17 Nov" },
    { "since/friday", care_format_since, { 2026, 11, 20 }, "since Friday" },
    { "since/today", care_format_since, { 2026, 11, 24 }, "since today" },
    { "since/long-ago", care_format_since, { 2025, 11, 12 }, "since 12 Nov 2025" },
    { "since/yesterday", care_format_since, { 2026, 11, 23 }, "since yesterday" },
    { "on/yesterday", care_format_on_day, { 2026, 11, 23 }, "yesterday" },
    { "on/sunday", care_format_on_day, { 2026, 11, 22 }, "Sunday" },
    { "on/a-week-ago", care_format_on_day, { 2026, 11, 17 }, "17 Nov" },
    { "for/tomorrow", care_format_for_day, { 2026, 11, 25 }, "tomorrow" },
    { "for/monday", care_format_for_day, { 2026, 11, 30 }, "Monday" },
    { "for/a-week", care_format_for_day, { 2026, 12, 1 }, "1 Dec" },
    { "until/thursday", care_format_until, { 2026, 11, 26 }, "until Thursday" },
    { "until/next-year", care_format_until, { 2027, 1, 4 }, "until 4 Jan 2027" },
    { "ago/today", care_format_ago, { 2026, 11, 24 }, "today" },
    { "ago/yesterday", care_format_ago, { 2026, 11, 23 }, "yesterday" },
    { "ago/days", care_format_ago, { 2026, 11, 12 }, "12 days ago" },
    { "ago/30-days", care_format_ago, { 2026, 10, 25 }, "30 days ago" },
    { "ago/31-days", care_format_ago, { 2026, 10, 24 }, "4 weeks ago" },
    { "ago/44-days", care_format_ago, { 2026, 10, 11 }, "6 weeks ago" },
    { "ago/60-days", care_format_ago, { 2026, 9, 25 }, "8 weeks ago" },
    { "ago/months", care_format_ago, { 2026, 9, 24 }, "2 months ago" },
    { "ago/month-not-full", care_format_ago, { 2026, 5, 25 }, "5 months ago" },
    { "ago/23-months", care_format_ago, { 2024, 11, 25 }, "23 months ago" },
    { "ago/years", care_format_ago, { 2024, 11, 24 }, "2 years ago" },
    { "left/ended", care_format_left, { 2026, 11, 21 }, "ended" },
    { "left/ends", care_format_left, { 2026, 11, 24 }, "ends today" },
    { "left/day", care_format_left, { 2026, 11, 25 }, "1 day left" },
    { "left/weeks", care_format_left, { 2026, 12, 31 }, "5 weeks left" },
    { "left/648-days", care_format_left, { 2028, 9, 2 }, "21 months left" },
    { "left/years", care_format_left, { 2029, 11, 23 }, "2 years left" },
    { "in/days", care_format_in, { 2026, 12, 8 }, "in 14 days" },
    { "in/365-days", care_format_in, { 2027, 11, 24 }, "in 12 months" },
    { "ago/future", care_format_ago, { 2026, 11, 25 }, "tomorrow" },
};

static void
test_date(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *got = c->func(c->date, today);

    g_assert_cmpstr(got, ==, c->expected);
}

static void
test_month(void)
{
    g_autofree char *month = care_format_month(today);
    g_autofree char *weekday = care_format_weekday(today);
    g_autofree char *day = care_format_day_of_month(today);
    g_autofree char *full = care_format_date_full((CareDate){ 2028, 9, 11 });

    g_assert_cmpstr(month, ==, "November 2026");
    g_assert_cmpstr(weekday, ==, "Tue");
    g_assert_cmpstr(day, ==, "Tue 24");
    g_assert_cmpstr(full, ==, "11 September 2028");
}

/* 23:30 UTC is already the next day in Berlin; both day and time must follow the zone. */
static void
test_instant_zone(void)
{
    g_autoptr(GTimeZone) berlin = g_time_zone_new_offset(3600);
    CareInstant at = 0;
    g_autofree char *time = NULL;
    g_autofree char *in_month = NULL;

    g_assert_true(care_instant_parse("2026-11-19T23:30:00Z", &at));
    time = care_format_time(at, berlin);
    in_month = care_format_instant_in_month(at, berlin);
    g_assert_cmpstr(time, ==, "0:30");
    g_assert_cmpstr(in_month, ==, "Fri 20, 0:30");
}

static void
test_instant_near(void)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    const char *const pairs[][2] = {
        { "2026-11-24T09:05:00Z", "9:05" },
        { "2026-11-23T17:52:00Z", "yesterday, 17:52" },
        { "2026-11-20T16:40:00Z", "Fri 20 Nov, 16:40" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        CareInstant at = 0;
        g_autofree char *got = NULL;

        g_assert_true(care_instant_parse(pairs[i][0], &at));
        got = care_format_instant(at, utc, today);
        g_assert_cmpstr(got, ==, pairs[i][1]);
    }
}

static void
test_after(void)
{
    const struct {
        int days, months;
        const char *expected;
    } after[] = {
        { 0, 0, "start" },         { 1, 0, "after 1 day" },      { 5, 0, "after 5 days" },
        { 7, 0, "after 7 days" },  { 14, 0, "after 2 weeks" },   { 15, 0, "after 15 days" },
        { 0, 1, "after 1 month" }, { 0, 23, "after 23 months" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(after); i++) {
        g_autofree char *got = care_format_after(after[i].days, after[i].months);

        g_assert_cmpstr(got, ==, after[i].expected);
    }
}

static PangoDirection
direction_of(PangoContext *context, const char *line)
{
    g_autoptr(PangoLayout) layout = pango_layout_new(context);

    pango_layout_set_text(layout, line, -1);
    return pango_layout_line_get_resolved_direction(pango_layout_get_line_readonly(layout, 0));
}

/* A sentence that begins with a name from the right is still read from the left, and the name is whole in it. */
static void
test_names_in_sentences(void)
{
    const char *from_the_right[] = { "فاطمة الزهراء", "שרה Levi", "Ann (آن)" };
    PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    g_autofree char *plain = care_isolate("Đorđe Sørensen");

    g_assert_cmpstr(plain, ==, "Đorđe Sørensen");
    g_assert_null(care_isolate(NULL));
    for (guint i = 0; i < G_N_ELEMENTS(from_the_right); i++) {
        g_autofree char *who = care_isolate(from_the_right[i]);
        g_autofree char *sentence = g_strdup_printf("%s turns 40", who);

        g_assert_cmpint(direction_of(context, sentence), ==, PANGO_DIRECTION_LTR);
        g_assert_cmpint(direction_of(context, from_the_right[i]), ==,
                        from_the_right[i][0] == 'A' ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
        g_assert_nonnull(strstr(sentence, from_the_right[i]));
    }
    g_object_unref(context);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/ui/format/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], test_date);
    }
    g_test_add_func("/ui/format/month", test_month);
    g_test_add_func("/ui/format/names-in-sentences", test_names_in_sentences);
    g_test_add_func("/ui/format/instant/zone", test_instant_zone);
    g_test_add_func("/ui/format/instant/near", test_instant_near);
    g_test_add_func("/ui/format/after", test_after);
    return g_test_run();
}
