/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an iCalendar file (RFC 5545), which puts warranty and service dates into the customer's own calendar.
 * Pure: the same entries and stamp give the same bytes. */
#include "document/calendar-file.h"

#define FOLD_AT 75 /* octets, the break not counted: RFC 5545, 3.1 */

/* Appends the line folded; a character of several bytes is never torn. */
static void
append_line(GString *out, const char *line)
{
    gsize used = 0;

    for (const char *c = line; *c != '\0'; c = g_utf8_next_char(c)) {
        gsize length = g_utf8_next_char(c) - c;

        if (used + length > FOLD_AT) {
            g_string_append(out, "\r\n ");
            used = 1;
        }
        g_string_append_len(out, c, length);
        used += length;
    }
    g_string_append(out, "\r\n");
}

/* RFC 5545, 3.3.11: backslash, semicolon and comma are escaped, a newline is \n, other controls may not appear. */
static char *
escape(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autoptr(GString) out = g_string_new(NULL);

    for (const char *c = valid; *c != '\0'; c++) {
        if (*c == '\n')
            g_string_append(out, "\\n");
        else if (*c == '\\' || *c == ';' || *c == ',')
            g_string_append_printf(out, "\\%c", *c);
        else if (*c == '\t' || ((guchar)*c >= 0x20 && *c != 0x7f))
            g_string_append_c(out, *c);
    }

    return g_strdup(out->str);
}

static void
append_text(GString *out, const char *property, const char *text)
{
    g_autofree char *escaped = NULL;
    g_autofree char *line = NULL;

    if (text == NULL || *text == '\0')
        return;
    escaped = escape(text);
    line = g_strdup_printf("%s:%s", property, escaped);
    append_line(out, line);
}

static void
append_date(GString *out, const char *property, CareDate date)
{
    g_autofree char *line
        = g_strdup_printf("%s;VALUE=DATE:%04d%02d%02d", property, date.year, date.month, date.day);

    append_line(out, line);
}

/* An all-day entry begins at midnight; nine in the morning, n days before, is n days less nine hours earlier. */
static void
append_alarm(GString *out, const CareCalendarEntry *entry)
{
    g_autofree char *trigger = NULL;

    if (entry->alarm_days < 0)
        return;
    trigger = entry->alarm_days == 0 ? g_strdup("TRIGGER:PT9H")
                                     : g_strdup_printf("TRIGGER:-P%dDT15H", entry->alarm_days - 1);
    append_line(out, "BEGIN:VALARM");
    append_line(out, "ACTION:DISPLAY");
    append_text(out, "DESCRIPTION", entry->summary);
    append_line(out, trigger);
    append_line(out, "END:VALARM");
}

static void
append_entry(GString *out, const CareCalendarEntry *entry, const char *stamp)
{
    append_line(out, "BEGIN:VEVENT");
    append_text(out, "UID", entry->uid);
    append_line(out, stamp);
    append_date(out, "DTSTART", entry->date);
    append_date(out, "DTEND", care_date_add_days(entry->date, 1));
    append_text(out, "SUMMARY", entry->summary);
    append_text(out, "DESCRIPTION", entry->description);
    append_text(out, "LOCATION", entry->location);
    append_line(out, "TRANSP:TRANSPARENT");
    append_alarm(out, entry);
    append_line(out, "END:VEVENT");
}

static char *
format_stamp(CareInstant stamp)
{
    g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc(stamp);

    return g_date_time_format(at, "DTSTAMP:%Y%m%dT%H%M%SZ");
}

/* The whole file. Entries without a full date are left out: a calendar cannot hold them. @stamp is when the file
 * was made. Free with g_free. */
char *
care_calendar_file_write(const CareCalendarEntry *entries, guint n_entries, CareInstant stamp)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *stamp_line = format_stamp(stamp);

    append_line(out, "BEGIN:VCALENDAR");
    append_line(out, "VERSION:2.0");
    append_line(out, "PRODID:-//Aftercare//Aftercare " CARE_VERSION "//EN");
    append_line(out, "CALSCALE:GREGORIAN");
    append_line(out, "METHOD:PUBLISH");
    for (guint i = 0; i < n_entries; i++) {
        if (care_date_is_set(entries[i].date) && entries[i].date.year > 0)
            append_entry(out, &entries[i], stamp_line);
    }
    append_line(out, "END:VCALENDAR");

    return g_strdup(out->str);
}
