/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-looks.h"

#include <string.h>

#include "exchange/import/csv-date.h"

gboolean
care_csv_is_boolean(const char *text)
{
    static const char *const words[] = { "true", "false", "yes",    "no",   "ja",   "nein", "oui",
                                         "non",  "wahr",  "falsch", "vrai", "faux", NULL };
    g_autofree char *lower = g_ascii_strdown(text, -1);

    return g_strv_contains(words, g_strstrip(lower));
}

/* "1,250.00", "-3.10": two digits behind the last point or comma, and no other separator. */
static gboolean
is_money(const char *text)
{
    gsize length = strlen(text);

    if (length < 4 || (text[length - 3] != '.' && text[length - 3] != ','))
        return FALSE;
    return text[strspn(text, "-0123456789.,' ")] == '\0' && strspn(text, "-0123456789") >= 1
           && strspn(text, "-0123456789") <= length - 3;
}

static gboolean
is_date(const char *text)
{
    CareDate date;

    return care_csv_parse_date(text, CARE_CSV_DAY_FIRST, &date)
           || care_csv_parse_date(text, CARE_CSV_MONTH_FIRST, &date);
}

/* "83425-0771" */
static gboolean
is_long_postcode(const char *text)
{
    return strlen(text) == 10 && text[5] == '-' && strspn(text, "0123456789") == 5
           && strspn(text + 6, "0123456789") == 4;
}

/* Without anything between them, digits may be a number of any kind. */
static gboolean
is_plain_phone(const char *digits, gsize n)
{
    if (*digits == '0')
        return n >= 9 && n <= 14;
    return n >= 9 && n <= 12 && !(n == 10 && *digits == '1');
}

gboolean
care_csv_looks_like_phone(const char *text)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    gsize digits = 0, length = strlen(trimmed);

    if (trimmed[strspn(trimmed, "0123456789 +-()/.")] != '\0')
        return FALSE;
    for (const char *p = trimmed; *p != '\0'; p++)
        digits += g_ascii_isdigit(*p) != 0;
    if (digits < 6 || digits > 15)
        return FALSE;
    if (*trimmed == '+')
        return TRUE;
    if (is_date(trimmed) || is_money(trimmed) || is_long_postcode(trimmed))
        return FALSE;
    return digits < length || is_plain_phone(trimmed, digits);
}

static gboolean
looks_like_name(const char *text)
{
    guint letters = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_isdigit(c) || strchr("@#:/_=<>{}", (int)MIN(c, 127)) != NULL)
            return FALSE;
        letters += g_unichar_isalpha(c);
    }
    return letters >= 2 && strlen(text) < 80 && !care_csv_is_boolean(text);
}

static void
look_at_date(CareCsvLooks *looks, const char *text)
{
    guint64 first = 0, second = 0;
    char *end = NULL;

    if (!g_ascii_isdigit(*text))
        return;
    first = g_ascii_strtoull(text, &end, 10);
    if (*end != '/' && *end != '-' && *end != '.')
        return;
    second = g_ascii_strtoull(end + 1, NULL, 10);
    looks->day_first += first > 12 && first <= 31 && second >= 1 && second <= 12;
    looks->month_first += second > 12 && second <= 31 && first >= 1 && first <= 12;
}

void
care_csv_looks_add(CareCsvLooks *looks, const char *cell)
{
    if (*cell == '\0')
        return;
    if (looks->filled++ == 0)
        looks->first = g_str_hash(cell);
    looks->varied |= looks->first != g_str_hash(cell);
    looks->at_signs += strchr(cell, '@') != NULL;
    looks->phones += care_csv_looks_like_phone(cell);
    looks->names += looks_like_name(cell);
    looks->spaced += strchr(cell, ' ') != NULL;
    look_at_date(looks, cell);
}
