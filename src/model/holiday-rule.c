/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/holiday-rule.h"

#include <string.h>

/* A 29 February comes at most eight years later. */
#define YEARS_AHEAD 8

static const char *const days[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };

/* The anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
CareDate
care_easter_sunday(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;

    return (CareDate){ year, n / 31, n % 31 + 1 };
}

static gboolean
parse_weekday_rule(const char *text, CareHolidayRule *rule)
{
    int month;

    if (strlen(text) != 6 || text[3] != '-' || (text[0] != 'l' && (text[0] < '1' || text[0] > '4')))
        return FALSE;
    month = g_ascii_isdigit(text[4]) && g_ascii_isdigit(text[5]) ? (text[4] - '0') * 10 + text[5] - '0' : 0;
    if (month < 1 || month > 12)
        return FALSE;
    for (int i = 0; i < 7; i++)
        if (strncmp(text + 1, days[i], 2) == 0)
            rule->weekday = i + 1;
    rule->kind = CARE_HOLIDAY_NTH_WEEKDAY;
    rule->nth = text[0] == 'l' ? 0 : text[0] - '0';
    rule->date.month = month;
    return rule->weekday != 0;
}

static gboolean
parse_easter_rule(const char *text, CareHolidayRule *rule)
{
    gint64 offset = 0;

    rule->kind = CARE_HOLIDAY_EASTER;
    if (*text == '\0')
        return TRUE;
    if (!g_ascii_string_to_signed(text + (*text == '+'), 10, -200, 200, &offset, NULL))
        return FALSE;
    rule->offset = (int)offset;
    return TRUE;
}

static gboolean
parse_fixed_rule(const char *text, CareHolidayRule *rule)
{
    g_autofree char *date = NULL;
    gsize length = strlen(text);

    if (length < 5 || length > 6)
        return FALSE;
    rule->kind = text[5] == '+'   ? CARE_HOLIDAY_SUBSTITUTED
                 : text[5] == '<' ? CARE_HOLIDAY_NOT_SUNDAY
                                  : CARE_HOLIDAY_FIXED;
    if (rule->kind == CARE_HOLIDAY_FIXED && length == 6)
        return FALSE;
    date = g_strdup_printf("--%.5s", text);
    return care_date_parse(date, &rule->date);
}

gboolean
care_holiday_rule_parse(const char *text, CareHolidayRule *rule)
{
    *rule = (CareHolidayRule){ 0 };
    if (g_str_has_prefix(text, "easter"))
        return parse_easter_rule(text + strlen("easter"), rule);
    if (care_date_parse_full(text, &rule->date)) {
        rule->kind = CARE_HOLIDAY_ONCE;
        return TRUE;
    }
    return parse_fixed_rule(text, rule) || parse_weekday_rule(text, rule);
}

static CareDate
nth_weekday(int year, int month, int weekday, int nth)
{
    CareDate first = { year, month, nth == 0 ? care_date_days_in_month(year, month) - 6 : 1 + (nth - 1) * 7 };

    return care_date_add_days(first, (weekday - care_date_weekday(first) + 7) % 7);
}

CareDate
care_holiday_rule_date(const CareHolidayRule *rule, int year)
{
    CareDate date = { year, rule->date.month, rule->date.day };

    switch (rule->kind) {
    case CARE_HOLIDAY_EASTER:
        return care_date_add_days(care_easter_sunday(year), rule->offset);
    case CARE_HOLIDAY_NTH_WEEKDAY:
        return nth_weekday(year, rule->date.month, rule->weekday, rule->nth);
    case CARE_HOLIDAY_ONCE:
        return rule->date;
    case CARE_HOLIDAY_NOT_SUNDAY:
        return care_date_weekday(date) == 7 ? care_date_add_days(date, -1) : date;
    case CARE_HOLIDAY_FIXED:
    case CARE_HOLIDAY_SUBSTITUTED:
        break;
    }
    return date.day > care_date_days_in_month(year, date.month) ? (CareDate){ 0 } : date;
}

gboolean
care_holiday_rule_same(const CareHolidayRule *a, const CareHolidayRule *b)
{
    return a->kind == b->kind && care_date_compare(a->date, b->date) == 0 && a->offset == b->offset
           && a->weekday == b->weekday && a->nth == b->nth;
}

static char *
nth_to_string(const CareHolidayRule *rule)
{
    const char *day = days[rule->weekday - 1];

    return rule->nth == 0 ? g_strdup_printf("l%s-%02d", day, rule->date.month)
                          : g_strdup_printf("%d%s-%02d", rule->nth, day, rule->date.month);
}

char *
care_holiday_rule_to_string(const CareHolidayRule *rule)
{
    const char *sign = rule->kind == CARE_HOLIDAY_SUBSTITUTED  ? "+"
                       : rule->kind == CARE_HOLIDAY_NOT_SUNDAY ? "<"
                                                               : "";

    switch (rule->kind) {
    case CARE_HOLIDAY_EASTER:
        return rule->offset == 0 ? g_strdup("easter") : g_strdup_printf("easter%+d", rule->offset);
    case CARE_HOLIDAY_NTH_WEEKDAY:
        return nth_to_string(rule);
    case CARE_HOLIDAY_ONCE:
        return care_date_to_string(rule->date);
    case CARE_HOLIDAY_FIXED:
    case CARE_HOLIDAY_SUBSTITUTED:
    case CARE_HOLIDAY_NOT_SUNDAY:
        break;
    }
    return g_strdup_printf("%02d-%02d%s", rule->date.month, rule->date.day, sign);
}

CareDate
care_holiday_rule_next(const CareHolidayRule *rule, CareDate today)
{
    for (int year = today.year; year <= today.year + YEARS_AHEAD; year++) {
        CareDate date = care_holiday_rule_date(rule, year);

        if (care_date_is_set(date) && care_date_compare(date, today) >= 0)
            return date;
    }
    return (CareDate){ 0 };
}
