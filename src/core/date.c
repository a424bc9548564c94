/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date.h"

#include <string.h>

#define DAY_SECONDS (24 * 60 * 60)
#define EARLIEST_BIRTH 1850
#define LEAP_YEAR 2000 /* stands in for the missing year of a --MM-DD date */

int
care_date_days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    g_return_val_if_fail(month >= 1 && month <= 12, 31);
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads exactly `count` ASCII digits; -1 if there are fewer. */
static int
read_digits(const char *text, int count)
{
    int value = 0;

    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static gboolean
read_month_and_day(const char *text, int year, CareDate *out)
{
    int month = read_digits(text, 2);
    int day = month >= 0 && text[2] == '-' ? read_digits(text + 3, 2) : -1;

    if (month < 1 || month > 12 || day < 1)
        return FALSE;
    if (day > care_date_days_in_month(year == 0 ? LEAP_YEAR : year, month))
        return FALSE;
    *out = (CareDate){ year, month, day };
    return TRUE;
}

static gboolean
read_full(const char *text, CareDate *out)
{
    int year = read_digits(text, 4);

    return year > 0 && text[4] == '-' && read_month_and_day(text + 5, year, out);
}

/* Reads YYYY-MM-DD or, for a day without its year, --MM-DD. Leaves `out` alone if that day does not exist. */
gboolean
care_date_parse(const char *text, CareDate *out)
{
    if (text != NULL && strlen(text) == 7 && g_str_has_prefix(text, "--"))
        return read_month_and_day(text + 2, 0, out);
    return care_date_parse_full(text, out);
}

/* Reads YYYY-MM-DD only. Leaves `out` alone if that day does not exist. */
gboolean
care_date_parse_full(const char *text, CareDate *out)
{
    return text != NULL && strlen(text) == 10 && read_full(text, out);
}

/* The date as care_date_parse() reads it; NULL for no date. Free with g_free(). */
char *
care_date_to_string(CareDate date)
{
    if (!care_date_is_set(date))
        return NULL;
    if (date.year == 0)
        return g_strdup_printf("--%02d-%02d", date.month, date.day);
    return g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

gboolean
care_date_is_set(CareDate date)
{
    return date.month != 0;
}

/* Order in time: negative, 0 or positive. No date comes first, then dates without a year. */
int
care_date_compare(CareDate a, CareDate b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year. */
int
care_date_to_days(CareDate date)
{
    int year = date.month > 2 ? date.year : date.year - 1;
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * 146097 + day_of_era - 719468;
}

/* The inverse of care_date_to_days(). */
CareDate
care_date_from_days(int days)
{
    int shifted = days + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    int month = march_month < 10 ? march_month + 3 : march_month - 9;

    return (CareDate){ year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
                       day_of_year - (153 * march_month + 2) / 5 + 1 };
}

/* A date without a year stays one and walks round a leap year. */
CareDate
care_date_add_days(CareDate date, int days)
{
    CareDate sum;

    if (!care_date_is_set(date))
        return date;
    if (date.year != 0)
        return care_date_from_days(care_date_to_days(date) + days);
    sum = care_date_from_days(care_date_to_days((CareDate){ LEAP_YEAR, date.month, date.day }) + days % 366);
    return (CareDate){ 0, sum.month, sum.day };
}

/* The same day of another month, or that month's last day if it is shorter. `months` may be negative. */
CareDate
care_date_add_months(CareDate date, int months)
{
    int count, year, month;

    if (!care_date_is_set(date))
        return date;
    count = (date.year == 0 ? LEAP_YEAR : date.year) * 12 + (date.month - 1) + months;
    year = date.year == 0 ? LEAP_YEAR : count / 12;
    month = ((count % 12) + 12) % 12 + 1;
    return (CareDate){ date.year == 0 ? 0 : year, month,
                       MIN(date.day, care_date_days_in_month(year, month)) };
}

/* How many days `to` is after `from`; negative if it is before. Both with a year. */
int
care_date_days_between(CareDate from, CareDate to)
{
    return care_date_to_days(to) - care_date_to_days(from);
}

CareDate
care_date_of_two_digits(CareDate date, CareDate today, gboolean past)
{
    date.year += today.year / 100 * 100;
    if (past)
        date.year -= care_date_compare(date, today) > 0 ? 100 : 0;
    else if (date.year > today.year + 50)
        date.year -= 100;
    else if (date.year <= today.year - 50)
        date.year += 100;
    return date;
}

gboolean
care_date_is_birthday(CareDate date, CareDate today)
{
    return date.year == 0 || (date.year >= EARLIEST_BIRTH && care_date_compare(date, today) <= 0);
}

/* 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
int
care_date_weekday(CareDate date)
{
    int days = (care_date_to_days(date) + 3) % 7;

    return (days < 0 ? days + 7 : days) + 1;
}

/* The calendar day it is in `zone` at that instant. */
CareDate
care_date_of_instant(CareInstant at, GTimeZone *zone)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(at);
    g_autoptr(GDateTime) local = utc == NULL ? NULL : g_date_time_to_timezone(utc, zone);
    CareDate date = { 0 };

    if (local != NULL)
        g_date_time_get_ymd(local, &date.year, &date.month, &date.day);
    return date;
}

/*
 * When the wall clock in `zone` shows this time on this day. A time that the clock jumps over (summer time begins)
 * is the first moment after the jump; one it shows twice is the second, in winter time. 24:00 is the next day's 0:00.
 */
CareInstant
care_instant_of_date(CareDate date, int hour, int minute, GTimeZone *zone)
{
    g_autoptr(GDateTime) time = NULL;
    CareDate day = care_date_add_days(date, hour / 24);

    time = g_date_time_new(zone, day.year, day.month, day.day, hour % 24, minute, 0);
    g_return_val_if_fail(time != NULL, 0);
    return g_date_time_to_unix(time);
}

gboolean
care_instant_can_be_written(CareInstant at)
{
    gint64 first = care_date_to_days((CareDate){ 1, 1, 1 }),
           end = care_date_to_days((CareDate){ 9999, 12, 31 });

    return at >= first * DAY_SECONDS && at < (end + 1) * DAY_SECONDS;
}

gboolean
care_date_can_be_today(CareDate date)
{
    gint64 days = care_date_to_days(date);

    return care_date_is_set(date) && days > 0 && (days + 2) * DAY_SECONDS <= CARE_INSTANT_NEVER;
}

/* RFC 3339 in UTC. Free with g_free(). */
char *
care_instant_to_string(CareInstant at)
{
    gint64 days = at / DAY_SECONDS - (at % DAY_SECONDS < 0 ? 1 : 0);
    int rest = (int)(at - days * DAY_SECONDS);
    CareDate date = care_date_from_days((int)days);

    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day, rest / 3600,
                           rest / 60 % 60, rest % 60);
}

/* Reads Z or ±HH:MM at the end of an instant, in seconds east of Greenwich. */
static gboolean
read_offset(const char *text, int *out)
{
    int hours, minutes;

    *out = 0;
    if (g_ascii_toupper(text[0]) == 'Z')
        return text[1] == '\0';
    if ((text[0] != '+' && text[0] != '-') || strlen(text) != 6 || text[3] != ':')
        return FALSE;
    hours = read_digits(text + 1, 2);
    minutes = read_digits(text + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return FALSE;
    *out = (hours * 60 + minutes) * (text[0] == '-' ? -60 : 60);
    return TRUE;
}

static gboolean
read_time(const char *text, int *seconds)
{
    int hour = read_digits(text, 2);
    int minute = hour >= 0 && text[2] == ':' ? read_digits(text + 3, 2) : -1;
    int second = minute >= 0 && text[5] == ':' ? read_digits(text + 6, 2) : -1;

    *seconds = hour * 3600 + minute * 60 + second;
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
}

/* Reads RFC 3339 with any offset; a fraction of a second is dropped. Leaves `out` alone on anything else. */
gboolean
care_instant_parse(const char *text, CareInstant *out)
{
    CareDate date;
    const char *rest;
    int seconds, offset;

    if (text == NULL || strlen(text) < 20 || !read_full(text, &date) || strchr("Tt ", text[10]) == NULL
        || !read_time(text + 11, &seconds))
        return FALSE;
    rest = text + 19;
    if (*rest == '.') {
        if (!g_ascii_isdigit(*++rest))
            return FALSE;
        while (g_ascii_isdigit(*rest))
            rest++;
    }
    if (!read_offset(rest, &offset))
        return FALSE;
    *out = (CareInstant)care_date_to_days(date) * DAY_SECONDS + seconds - offset;
    return TRUE;
}
