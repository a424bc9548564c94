/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/typed-date.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "core/errors.h"

/* Dates as people type them at a counter: 24.11.2026, 24.11., 24/11, 11/24 (where months come first), 11.24. (where
 * years do), 2026-11-24, 26-11-24, 24 Nov, November 24 2026. */

typedef struct {
    int numbers[3];
    int digits[3];
    int n_numbers;
    int month;      /* by name, 0 without */
    char separator; /* after the first number */
} Parts;

static gboolean
fail(GError **error, const char *text)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is not a date. Write it like 24.11.2026."),
                text);
    return FALSE;
}

/* Three letters are enough to tell the months apart, in English and in the language of the window. */
static int
month_of(const char *word)
{
    static const char *const english[]
        = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
    g_autofree char *folded = g_utf8_casefold(word, -1);

    for (int month = 1; month <= 12; month++) {
        g_autoptr(GDateTime) at = g_date_time_new_utc(2000, month, 1, 0, 0, 0);
        g_autofree char *name = g_date_time_format(at, "%B");
        g_autofree char *name_folded = g_utf8_casefold(name, -1);

        if (g_utf8_strlen(folded, -1) < 3)
            return 0;
        if (g_str_has_prefix(name_folded, folded) || g_str_has_prefix(folded, english[month - 1]))
            return month;
    }
    return 0;
}

static gboolean
read_number(const char **c, Parts *parts)
{
    int value = 0, digits = 0;

    for (; g_ascii_isdigit(**c); (*c)++, digits++)
        if (digits < 5)
            value = value * 10 + (**c - '0');
    if (parts->n_numbers == 3 || digits > 4)
        return FALSE;
    parts->numbers[parts->n_numbers] = value;
    parts->digits[parts->n_numbers++] = digits;
    return TRUE;
}

static gboolean
read_word(const char **c, Parts *parts)
{
    g_autofree char *word = NULL;
    const char *begin = *c;
    int month;

    while (g_unichar_isalpha(g_utf8_get_char(*c)))
        *c = g_utf8_next_char(*c);
    word = g_strndup(begin, *c - begin);
    month = month_of(word);
    if (month == 0 || parts->month != 0)
        return FALSE;
    parts->month = month;
    return TRUE;
}

static gboolean
split(const char *text, Parts *parts)
{
    const char *c = text;

    while (*c) {
        if (g_ascii_isdigit(*c)) {
            if (!read_number(&c, parts))
                return FALSE;
            if (parts->n_numbers == 1)
                parts->separator = *c;
        } else if (g_unichar_isalpha(g_utf8_get_char(c))) {
            if (!read_word(&c, parts))
                return FALSE;
        } else if (strchr(" .,/-", *c)) {
            c++;
        } else {
            return FALSE;
        }
    }
    return TRUE;
}

/* Languages that write the year first in full and the day first in short. */
static gboolean
is_day_first_in_short(const char *locale)
{
    static const char *const languages[] = { "sv", "fr", "lv", "eo", "en_ZA", "en_DK" };

    for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
        if (g_str_has_prefix(locale, languages[i]))
            return TRUE;
    return FALSE;
}

typedef enum {
    DAY_FIRST,
    MONTH_FIRST,          /* where a slash stands; with points the day comes first */
    YEAR_FIRST,           /* and then the month, whatever stands between */
    YEAR_FIRST_DAY_FIRST, /* the year, the month, the day; but the day and the month without a year */
} Habit;

/* How people write dates here, by the order of the locale's own. */
static Habit
habit_here(void)
{
    const char *locale = setlocale(LC_TIME, NULL);
    const char *format = nl_langinfo(D_FMT);
    const char *year = strpbrk(format, "yYF"), *month = strpbrk(format, "mbB"), *day = strpbrk(format, "de");

    /* %D is %m/%d/%y, but the C locale's slashes say nothing about a person's habit */
    if (g_strcmp0(locale, "C") == 0 || g_str_has_prefix(locale, "C.") || g_strcmp0(locale, "POSIX") == 0)
        return DAY_FIRST;
    if (strchr(format, 'F') || (year && month && day && year < month && month < day))
        return is_day_first_in_short(locale) ? YEAR_FIRST_DAY_FIRST : YEAR_FIRST;
    return strchr(format, 'D') || (month && day && month < day) ? MONTH_FIRST : DAY_FIRST;
}

/* Whether the first two numbers are a month and a day. year_last: a year stands behind them. */
static gboolean
month_comes_first(Habit habit, char separator, gboolean year_last)
{
    switch (habit) {
    case MONTH_FIRST:
        return separator == '/';
    case YEAR_FIRST:
        return !year_last || separator != '.'; /* 24.11.2026 is how others write it */
    case YEAR_FIRST_DAY_FIRST:
        return separator == '-';
    case DAY_FIRST:
    default:
        return FALSE;
    }
}

/* "26-12-03" */
static gboolean
short_year_comes_first(const Parts *parts)
{
    return parts->n_numbers == 3 && parts->digits[0] == 2 && parts->digits[2] <= 2
           && (habit_here() == YEAR_FIRST
               || (habit_here() == YEAR_FIRST_DAY_FIRST && parts->separator == '-'));
}

static gboolean
arrange(const Parts *parts, CareDate *date, int *year_digits)
{
    const int *n = parts->numbers;
    int year_at = -1;

    if (parts->month != 0) {
        gboolean year_first = parts->n_numbers == 2 && parts->digits[0] == 4;

        *date = (CareDate){ 0, parts->month, n[year_first ? 1 : 0] };
        year_at = parts->n_numbers == 2 ? (year_first ? 0 : 1) : -1;
        if (parts->n_numbers < 1 || parts->n_numbers > 2)
            return FALSE;
    } else if (parts->n_numbers == 3 && (parts->digits[0] == 4 || short_year_comes_first(parts))) {
        *date = (CareDate){ 0, n[1], n[2] };
        year_at = 0;
    } else if (parts->n_numbers >= 2) {
        gboolean month_first = month_comes_first(habit_here(), parts->separator, parts->n_numbers == 3);

        *date = (CareDate){ 0, n[month_first ? 0 : 1], n[month_first ? 1 : 0] };
        year_at = parts->n_numbers == 3 ? 2 : -1;
    } else {
        return FALSE;
    }
    *year_digits = year_at < 0 ? 0 : parts->digits[year_at];
    if (year_at >= 0)
        date->year = n[year_at];
    return *year_digits == 0 || *year_digits == 2 || *year_digits == 4;
}

static gboolean
exists(CareDate date, GError **error)
{
    g_autoptr(GDateTime) first = NULL;
    g_autofree char *month = NULL;
    int days;

    if (date.month < 1 || date.month > 12) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("There is no month %d."), date.month);
        return FALSE;
    }
    days = care_date_days_in_month(date.year > 0 ? date.year : 2000, date.month);
    if (date.day >= 1 && date.day <= days)
        return TRUE;
    first = g_date_time_new_utc(date.year > 0 ? date.year : 2000, date.month, 1, 0, 0, 0);
    month = g_date_time_format(first, date.year > 0 ? _("%OB %Y") : "%OB");
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: "November has only 30 days." */
                ngettext("%s has only %d day.", "%s has only %d days.", days), month, days);
    return FALSE;
}

/* Without a year: the next such day from today on, or the last one. */
static CareDate
nearest(CareDate date, CareDate today, gboolean past)
{
    date.year = today.year;
    if (past && care_date_compare(date, today) > 0)
        date.year--;
    else if (!past && care_date_compare(date, today) < 0)
        date.year++;
    return date;
}

/* Reads a date as typed, in the order in which dates are written here. What a day without its year and two digits of a
 * year mean depends on what the date is for (typed-date.h). The error is a sentence for people. */
gboolean
care_typed_date_parse(const char *text, CareDate today, CareTypedDateUse use, CareDate *out, GError **error)
{
    Parts parts = { 0 };
    CareDate date = { 0 };
    int year_digits;

    if (!g_utf8_validate(text, -1, NULL) || !split(text, &parts) || !arrange(&parts, &date, &year_digits))
        return fail(error, text);
    if (year_digits == 4 && date.year < 1)
        return fail(error, text);
    if (year_digits == 2)
        date = care_date_of_two_digits(date, today,
                                       use == CARE_TYPED_DATE_BIRTH || use == CARE_TYPED_DATE_PAST);
    else if (year_digits == 0 && (use == CARE_TYPED_DATE_COMING || use == CARE_TYPED_DATE_PAST)
             && exists(date, NULL))
        date = nearest(date, today, use == CARE_TYPED_DATE_PAST);
    if (!exists(date, error))
        return FALSE;
    if (use == CARE_TYPED_DATE_BIRTH && !care_date_is_birthday(date, today)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            date.year < today.year - 100 ? _("Nobody who is alive was born before 1850.")
                                                         : _("That day has not come yet."));
        return FALSE;
    }
    *out = date;
    return TRUE;
}

/* As a person here would type it, understood again by the parser; "" when not set. */
char *
care_typed_date_to_string(CareDate date)
{
    Habit habit = habit_here();
    gboolean month_first = month_comes_first(habit, '/', FALSE);
    int first = month_first ? date.month : date.day, second = month_first ? date.day : date.month;

    if (!care_date_is_set(date))
        return g_strdup("");
    if (date.year != 0 && (habit == YEAR_FIRST || habit == YEAR_FIRST_DAY_FIRST))
        return care_date_to_string(date);
    if (date.year == 0)
        return g_strdup_printf(habit == DAY_FIRST ? "%d.%d." : "%d/%d", first, second);
    return g_strdup_printf(month_first ? "%d/%d/%04d" : "%d.%d.%04d", first, second, date.year);
}
