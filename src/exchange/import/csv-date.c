/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-date.h"

#include <string.h>

#include "exchange/import/vcard-value.h"

/* Dates as spreadsheets and people write them. */

static int
month_by_name(const char *word)
{
    static const char *const names[] = {
        "jan|jän|gen|ene", "feb|fév|fev", "mar|mär|mrz", "apr|avr|abr", "may|mai|mag", "jun|jui|giu",
        "jul|lug",         "aug|aoû|ago", "sep|set",     "oct|okt|ott", "nov",         "dec|dez|dic|déc",
    };
    g_autofree char *lower = g_utf8_strdown(word, -1);

    if (g_str_has_prefix(lower, "juil"))
        return 7;
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_auto(GStrv) starts = g_strsplit(names[i], "|", -1);
        for (guint k = 0; starts[k] != NULL; k++)
            if (g_str_has_prefix(lower, starts[k]))
                return (int)i + 1;
    }
    return 0;
}

typedef struct {
    int numbers[3];
    guint digits[3];
    guint count;
    int month_name;
    gboolean month_name_first;
    gboolean dots;
    gboolean slashes;
} Parts;

static gboolean
cut(const char *text, Parts *parts)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ./-,", -1);

    parts->dots = strchr(text, '.') != NULL;
    parts->slashes = strchr(text, '/') != NULL;
    for (guint i = 0; words[i] != NULL; i++) {
        gsize digits = strspn(words[i], "0123456789");
        if (*words[i] == '\0')
            continue;
        if (digits > 0 && digits <= 4 && words[i][digits] == '\0' && parts->count < 3) {
            parts->digits[parts->count] = (guint)digits;
            parts->numbers[parts->count++] = (int)g_ascii_strtoll(words[i], NULL, 10);
        } else if (digits == 0 && parts->month_name == 0
                   && (parts->month_name = month_by_name(words[i])) != 0) {
            parts->month_name_first = parts->count == 0;
        } else if (strchr(words[i], ':') != NULL && parts->count == 3) {
            break; /* the time of day */
        } else {
            return FALSE;
        }
    }
    return TRUE;
}

/* Two digits: a guess, for who does not know today (care_date_of_two_digits()). */
static int
whole_year(int year, guint digits)
{
    if (digits > 2)
        return year;
    return year < 30 ? 2000 + year : 1900 + year;
}

static gboolean
order_parts(const Parts *parts, CareCsvDateOrder order, CareDate *date)
{
    const int *n = parts->numbers;
    gboolean month_first = order == CARE_CSV_MONTH_FIRST && !parts->dots;

    if (parts->month_name != 0) {
        if (parts->count == 0 || parts->count > 2)
            return FALSE;
        *date = (CareDate){ parts->count == 2 ? whole_year(n[1], parts->digits[1]) : 0, parts->month_name,
                            n[0] };
        return TRUE;
    }
    if (parts->count == 3 && parts->digits[0] == 4) {
        *date = (CareDate){ n[0], n[1], n[2] };
        return TRUE;
    }
    /* a birthday without its year: 24.12. and 12/24, but not 12/2024 */
    if (parts->count < 2
        || (parts->count == 2 && ((!parts->dots && !parts->slashes) || parts->digits[1] > 2)))
        return FALSE;
    if (n[0] > 12)
        month_first = FALSE;
    else if (n[1] > 12)
        month_first = TRUE;
    *date = (CareDate){ parts->count == 3 ? whole_year(n[2], parts->digits[2]) : 0, month_first ? n[0] : n[1],
                        month_first ? n[1] : n[0] };
    return TRUE;
}

/**
 * care_csv_parse_date:
 * @order: how to read 3/4/1999; dates with dots have the day first, and a number above 12 is never a month
 *
 * Reads what care_vcard_parse_date() reads, and 31.12.1999, 12/31/99, "31. Dez 1999", "December 31, 1999".
 *
 * Returns: whether it is a date that exists; Outlook's 0/0/00 is none
 */
gboolean
care_csv_parse_date(const char *text, CareCsvDateOrder order, CareDate *out)
{
    Parts parts = { 0 };
    CareDate date = { 0, 0, 0 };

    if (care_vcard_parse_date(text, out))
        return TRUE;
    if (strlen(text) > 64 || !cut(text, &parts) || !order_parts(&parts, order, &date))
        return FALSE;
    if (date.year == 1604) /* no year at all, as in a vCard */
        date.year = 0;
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.year < 0
        || date.day > care_date_days_in_month(date.year == 0 ? 2000 : date.year, date.month))
        return FALSE;
    *out = date;
    return TRUE;
}

gboolean
care_csv_date_is_short(const char *text)
{
    Parts parts = { 0 };
    guint year = 2;

    if (strlen(text) > 64 || !cut(text, &parts))
        return FALSE;
    if (parts.month_name != 0)
        year = 1;
    return parts.count == year + 1 && parts.digits[0] <= 2 && parts.digits[year] <= 2;
}
