/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar file a customer takes home, read back line by line. */
#include "document/calendar-file.h"

#define STAMP 1795521089 /* 2026-11-24T10:31:29Z */

static CareCalendarEntry
entry(void)
{
    return (CareCalendarEntry){
        .uid = "7f3a-warranty@aftercare",
        .date = { 2028, 11, 19 },
        .summary = "Warranty ends: grinder",
        .alarm_days = 30,
    };
}

static char *
write_one(const CareCalendarEntry *one)
{
    return care_calendar_file_write(one, 1, STAMP);
}

/* Lines unfolded as RFC 5545, 3.1 says. */
static char *
unfold(const char *text)
{
    g_auto(GStrv) pieces = g_strsplit(text, "\r\n ", -1);

    return g_strjoinv("", pieces);
}

static void
assert_line(const CareCalendarEntry *one, const char *line)
{
    g_autofree char *text = write_one(one);
    g_autofree char *whole = unfold(text);
    g_auto(GStrv) lines = g_strsplit(whole, "\r\n", -1);

    if (!g_strv_contains((const char *const *)lines, line))
        g_error("no line \"%s\" in:\n%s", line, whole);
}

static void
test_frame(void)
{
    g_autofree char *text = care_calendar_file_write(NULL, 0, STAMP);

    g_assert_true(g_str_has_prefix(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    g_assert_true(g_str_has_suffix(text, "\r\nEND:VCALENDAR\r\n"));
}

static void
test_all_day(void)
{
    CareCalendarEntry one = entry();

    assert_line(&one, "DTSTART;VALUE=DATE:20281119");
    assert_line(&one, "DTEND;VALUE=DATE:20281120");
}

static void
test_end_over_new_year(void)
{
    CareCalendarEntry one = entry();

    one.date = (CareDate){ 2027, 12, 31 };
    assert_line(&one, "DTEND;VALUE=DATE:20280101");
}

static void
test_uid_and_stamp(void)
{
    CareCalendarEntry one = entry();
    g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc(STAMP);
    g_autofree char *stamp = g_date_time_format(at, "DTSTAMP:%Y%m%dT%H%M%SZ");

    assert_line(&one, "UID:7f3a-warranty@aftercare");
    assert_line(&one, stamp);
}

static void
test_same_bytes(void)
{
    CareCalendarEntry one = entry();
    g_autofree char *first = write_one(&one);
    g_autofree char *second = write_one(&one);

    g_assert_cmpstr(first, ==, second);
}

typedef struct {
    const char *name;
    const char *summary;
    const char *line;
} Escape;

static const Escape escapes[] = {
    { "comma", "Brakes, gears", "SUMMARY:Brakes\\, gears" },
    { "semicolon", "Brakes; gears", "SUMMARY:Brakes\\; gears" },
    { "backslash", "A\\B", "SUMMARY:A\\\\B" },
    { "newline", "One\nTwo", "SUMMARY:One\\nTwo" },
    { "crlf", "One\r\nTwo", "SUMMARY:One\\nTwo" },
    { "control", "One\aTwo", "SUMMARY:OneTwo" },
    { "colon-stays", "Due: now", "SUMMARY:Due: now" },
    { "injection", "x\r\nEND:VEVENT", "SUMMARY:x\\nEND:VEVENT" },
};

static void
test_escape(gconstpointer data)
{
    const Escape *escape = data;
    CareCalendarEntry one = entry();

    one.summary = escape->summary;
    assert_line(&one, escape->line);
}

static void
assert_folded(const char *summary)
{
    CareCalendarEntry one = entry();
    g_autofree char *text = NULL;
    g_autofree char *line = g_strdup_printf("SUMMARY:%s", summary);
    g_auto(GStrv) lines = NULL;

    one.summary = summary;
    text = write_one(&one);
    lines = g_strsplit(text, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_assert_cmpuint(strlen(lines[i]), <=, 75);
        g_assert_true(g_utf8_validate(lines[i], -1, NULL));
    }
    assert_line(&one, line);
}

static void
test_fold_ascii(void)
{
    assert_folded(
        "The quick brown fox repairs the lazy dog’s bicycle while it waits and waits and waits and waits.");
}

static void
test_fold_multibyte(void)
{
    assert_folded(
        "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü自行车维修自行车维修自行车维修🚲🚲🚲🚲🚲🚲🚲");
}

typedef struct {
    const char *name;
    int days;
    const char *line;
} Alarm;

/* Nine in the morning of the day n days before. */
static const Alarm alarms[] = {
    { "same-day", 0, "TRIGGER:PT9H" },
    { "day-before", 1, "TRIGGER:-P0DT15H" },
    { "month-before", 30, "TRIGGER:-P29DT15H" },
};

static void
test_alarm(gconstpointer data)
{
    const Alarm *alarm = data;
    CareCalendarEntry one = entry();

    one.alarm_days = alarm->days;
    assert_line(&one, alarm->line);
    assert_line(&one, "ACTION:DISPLAY");
}

static void
test_no_alarm(void)
{
    CareCalendarEntry one = entry();
    g_autofree char *text = NULL;

    one.alarm_days = -1;
    text = write_one(&one);
    g_assert_null(strstr(text, "VALARM"));
}

static void
test_no_date_no_entry(void)
{
    CareCalendarEntry two[] = { entry(), entry() };
    g_autofree char *text = NULL;

    two[0].date = (CareDate){ 0 };
    two[1].date = (CareDate){ 0, 11, 19 };
    text = care_calendar_file_write(two, 2, STAMP);
    g_assert_null(strstr(text, "VEVENT"));
}

static void
test_empty_parts_left_out(void)
{
    CareCalendarEntry one = entry();
    g_autofree char *text = NULL;

    one.description = "";
    text = write_one(&one);
    g_assert_null(strstr(text, "LOCATION"));
    g_assert_null(strstr(text, "\r\nDESCRIPTION:\r\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar/frame", test_frame);
    g_test_add_func("/calendar/all-day", test_all_day);
    g_test_add_func("/calendar/end-over-new-year", test_end_over_new_year);
    g_test_add_func("/calendar/uid-and-stamp", test_uid_and_stamp);
    g_test_add_func("/calendar/same-bytes", test_same_bytes);
    g_test_add_func("/calendar/fold/ascii", test_fold_ascii);
    g_test_add_func("/calendar/fold/multibyte", test_fold_multibyte);
    g_test_add_func("/calendar/no-alarm", test_no_alarm);
    g_test_add_func("/calendar/no-date-no-entry", test_no_date_no_entry);
    g_test_add_func("/calendar/empty-parts-left-out", test_empty_parts_left_out);
    for (gsize i = 0; i < G_N_ELEMENTS(escapes); i++) {
        g_autofree char *path = g_strdup_printf("/calendar/escape/%s", escapes[i].name);

        g_test_add_data_func(path, &escapes[i], test_escape);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(alarms); i++) {
        g_autofree char *path = g_strdup_printf("/calendar/alarm/%s", alarms[i].name);

        g_test_add_data_func(path, &alarms[i], test_alarm);
    }

    return g_test_run();
}
