/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/format.h"

#include <glib/gi18n-lib.h>

/* A year that is only there to let GLib name a month and day; it has a 29 February. */
#define LEAP_YEAR 2000

static char *
say(CareDate date, const char *format)
{
    g_autoptr(GDateTime) at = NULL;

    if (!care_date_is_set(date))
        return g_strdup("");
    at = g_date_time_new_utc(date.year > 0 ? date.year : LEAP_YEAR, date.month, date.day, 0, 0, 0);
    return at ? g_date_time_format(at, format) : care_date_to_string(date);
}

static gboolean
names_year(CareDate date, CareDate today)
{
    return date.year != 0 && date.year != today.year;
}

char *
care_format_date(CareDate date, CareDate today)
{
    /* Translators: strftime formats of GLib's g_date_time_format(), here and below; %-d is the day without a
     * leading zero */
    return say(date, names_year(date, today) ? _("%-d %b %Y") : _("%-d %b"));
}

char *
care_format_date_day(CareDate date, CareDate today)
{
    if (date.year == 0)
        return care_format_date(date, today);
    return say(date, names_year(date, today) ? _("%a %-d %b %Y") : _("%a %-d %b"));
}

char *
care_format_date_long(CareDate date, CareDate today)
{
    if (date.year == 0)
        return say(date, _("%-d %B"));
    return say(date, names_year(date, today) ? _("%A %-d %B %Y") : _("%A %-d %B"));
}

char *
care_format_date_full(CareDate date)
{
    return say(date, date.year == 0 ? _("%-d %B") : _("%-d %B %Y"));
}

char *
care_format_month(CareDate date)
{
    return say(date, date.year == 0 ? "%OB" : _("%OB %Y"));
}

char *
care_format_weekday(CareDate date)
{
    return say(date, "%a");
}

/* For a list that already stands under its month. */
char *
care_format_day_of_month(CareDate date)
{
    return say(date, _("%a %-d"));
}

char *
care_format_time(CareInstant at, GTimeZone *zone)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(at);
    g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, zone) : NULL;

    return local ? g_date_time_format(local, _("%-H:%M")) : g_strdup("");
}

char *
care_format_instant_in_month(CareInstant at, GTimeZone *zone)
{
    g_autofree char *day = care_format_day_of_month(care_date_of_instant(at, zone));
    g_autofree char *time = care_format_time(at, zone);

    /* Translators: a day and a time, "Fri 20, 16:40" */
    return g_strdup_printf(_("%s, %s"), day, time);
}

char *
care_format_instant(CareInstant at, GTimeZone *zone, CareDate today)
{
    CareDate date = care_date_of_instant(at, zone);
    g_autofree char *time = care_format_time(at, zone);
    g_autofree char *day = NULL;
    int ago = care_date_days_between(date, today);

    if (ago == 0)
        return g_steal_pointer(&time);
    day = ago == 1 ? g_strdup(_("yesterday")) : care_format_date_day(date, today);
    return g_strdup_printf(_("%s, %s"), day, time);
}

/* A weekday alone is understood up to six days away. */
char *
care_format_relative_day(CareDate date, CareDate today)
{
    int away = care_date_days_between(today, date);

    if (away == 0)
        return g_strdup(_("today"));
    if (away == 1)
        return g_strdup(_("tomorrow"));
    if (away == -1)
        return g_strdup(_("yesterday"));
    if (ABS(away) < 7)
        return say(date, "%A");
    return care_format_date(date, today);
}

/* The unit that a person would count so many days in, and how many of it there are: days up to a month, weeks up to two
 * months, months up to two years. Nobody thinks in 648 days. */
typedef enum { DAYS, WEEKS, MONTHS, YEARS } Unit;

static Unit
unit_between(CareDate from, CareDate to, int *n)
{
    int days = care_date_days_between(from, to);
    int months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);

    if (days <= 30) {
        *n = days;
        return DAYS;
    }
    if (months < 2) {
        *n = days / 7;
        return WEEKS;
    }
    *n = months < 24 ? months : months / 12;
    return months < 24 ? MONTHS : YEARS;
}

char *
care_format_ago(CareDate date, CareDate today)
{
    int days = care_date_days_between(date, today);
    int n;

    if (days < 0)
        return care_format_relative_day(date, today);
    if (days == 0)
        return g_strdup(_("today"));
    if (days == 1)
        return g_strdup(_("yesterday"));
    switch (unit_between(date, today, &n)) {
    case DAYS:
        return g_strdup_printf(ngettext("%d day ago", "%d days ago", n), n);
    case WEEKS:
        return g_strdup_printf(ngettext("%d week ago", "%d weeks ago", n), n);
    case MONTHS:
        return g_strdup_printf(ngettext("%d month ago", "%d months ago", n), n);
    case YEARS:
    default:
        return g_strdup_printf(ngettext("%d year ago", "%d years ago", n), n);
    }
}

char *
care_format_overdue(CareDate due, CareDate today)
{
    int n;

    switch (unit_between(due, today, &n)) {
    case DAYS:
        return g_strdup_printf(ngettext("%d day overdue", "%d days overdue", n), n);
    case WEEKS:
        return g_strdup_printf(ngettext("%d week overdue", "%d weeks overdue", n), n);
    case MONTHS:
        return g_strdup_printf(ngettext("%d month overdue", "%d months overdue", n), n);
    case YEARS:
    default:
        return g_strdup_printf(ngettext("%d year overdue", "%d years overdue", n), n);
    }
}

char *
care_format_left(CareDate end, CareDate today)
{
    int n;

    if (care_date_compare(end, today) < 0)
        return g_strdup(_("ended"));
    if (care_date_compare(end, today) == 0)
        return g_strdup(_("ends today"));
    switch (unit_between(today, end, &n)) {
    case DAYS:
        return g_strdup_printf(ngettext("%d day left", "%d days left", n), n);
    case WEEKS:
        return g_strdup_printf(ngettext("%d week left", "%d weeks left", n), n);
    case MONTHS:
        return g_strdup_printf(ngettext("%d month left", "%d months left", n), n);
    case YEARS:
    default:
        return g_strdup_printf(ngettext("%d year left", "%d years left", n), n);
    }
}

char *
care_format_in(CareDate date, CareDate today)
{
    int n;

    switch (unit_between(today, date, &n)) {
    case DAYS:
        return g_strdup_printf(ngettext("in %d day", "in %d days", n), n);
    case WEEKS:
        return g_strdup_printf(ngettext("in %d week", "in %d weeks", n), n);
    case MONTHS:
        return g_strdup_printf(ngettext("in %d month", "in %d months", n), n);
    case YEARS:
    default:
        return g_strdup_printf(ngettext("in %d year", "in %d years", n), n);
    }
}

/* The distance of a plan's step from its start: months if given, else days, whole weeks as weeks from two on. */
char *
care_format_after(int days, int months)
{
    if (months > 0)
        return g_strdup_printf(ngettext("after %d month", "after %d months", months), months);
    if (days <= 0)
        /* Translators: the first step of a plan */
        return g_strdup(C_("plan", "start"));
    if (days >= 14 && days % 7 == 0)
        return g_strdup_printf(ngettext("after %d week", "after %d weeks", days / 7), days / 7);
    return g_strdup_printf(ngettext("after %d day", "after %d days", days), days);
}

/* A name that begins small on purpose, "iPhone", stays as it is. */
char *
care_format_capital(const char *sentence)
{
    const char *rest = *sentence ? g_utf8_next_char(sentence) : sentence;
    g_autofree char *first = NULL;

    if (g_unichar_isupper(g_utf8_get_char(rest)))
        return g_strdup(sentence);
    first = g_utf8_strup(sentence, rest - sentence);
    return g_strconcat(first, rest, NULL);
}
