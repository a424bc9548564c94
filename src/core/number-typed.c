/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as people type or paste them, in any country: "1.234,50 €", "CHF 1’234.50", "1 234,50", "₹1,23,456.00",
 * "12.–", "−5,60", "٤٩٫٩٠". Nothing depends on the locale, since a shop's customers, files and keyboards do not
 * either. What can be read in two ways is refused and both readings are named.
 */
#include "core/number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/currency.h"
#include "core/errors.h"

/* The typed text with every digit, sign and separator brought to ASCII; a space stands for all thin spaces. */
static char *
to_ascii(const char *text)
{
    GString *ascii = g_string_new(NULL);

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int digit = g_unichar_digit_value(c);

        if (digit >= 0)
            g_string_append_c(ascii, (char)('0' + digit));
        else if (c == 0x2212 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0xfe63 || c == 0xff0d)
            g_string_append_c(ascii, '-');
        else if (c == 0x2019 || c == 0x02bc || c == 0xff07)
            g_string_append_c(ascii, '\'');
        else if (c == 0x066b || c == 0xff0c)
            g_string_append_c(ascii, ',');
        else if (c == 0x066c)
            g_string_append_c(ascii, '\'');
        else if (c == 0xff0e)
            g_string_append_c(ascii, '.');
        else if (g_unichar_isspace(c) || c == 0xa0 || c == 0x202f || c == 0x2007 || c == 0x2060)
            g_string_append_c(ascii, ' ');
        else if (g_unichar_type(c) != G_UNICODE_FORMAT) /* marks of writing direction come with pasted text */
            g_string_append_unichar(ascii, c);
    }
    g_strstrip(ascii->str);
    ascii->len = strlen(ascii->str);
    return g_string_free_and_steal(ascii);
}

/* Whether the number begins at `c`. A dot after a letter still belongs to the mark: "Fr.12" is twelve francs. */
static gboolean
starts_number(const char *c, const char *mark)
{
    gboolean after_letter = c > mark && (g_ascii_isalpha(c[-1]) || (c[-1] & 0x80))
                            && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(c)));

    return g_ascii_isdigit(*c) || ((*c == '.' || *c == ',') && g_ascii_isdigit(c[1]) && !after_letter);
}

/* Cuts one sign and one currency mark, in either order, from the front of `text`; returns the rest. */
static char *
cut_front(char *text, gboolean *negative, char **mark)
{
    gboolean sign_seen = FALSE;
    char *start = text;

    for (int round = 0; round < 2; round++) {
        start += strspn(start, " ");
        if ((*start == '-' || *start == '+') && !sign_seen) {
            sign_seen = TRUE;
            *negative = *start++ == '-';
        } else if (*mark == NULL && *start != '\0' && !starts_number(start, start)) {
            char *end = start;
            while (*end != '\0' && *end != '-' && *end != '+' && !starts_number(end, start))
                end = g_utf8_next_char(end);
            *mark = g_strndup(start, (gsize)(end - start));
            start = end;
        }
    }
    return start + strspn(start, " ");
}

/* Cuts a currency mark, and the dash some write for no cents, from the end of `text`. */
static void
cut_back(char *text, char **mark)
{
    char *end = text + strlen(text), *last_digit = end;

    while (last_digit > text && !g_ascii_isdigit(last_digit[-1]))
        last_digit--;
    end = last_digit;
    if ((*end == '.' || *end == ',') && end[1] == '-') {
        char *dash = end + 1;
        while (*dash == '-')
            dash++;
        memmove(end, dash, strlen(dash) + 1);
    } else if ((*end == '.' || *end == ',') && (end[1] == '\0' || end[1] == ' ')) {
        memmove(end, end + 1, strlen(end + 1) + 1);
    }
    if (*end != '\0' && *mark == NULL) {
        *mark = g_strdup(end);
        *end = '\0';
    }
}

/*
 * Digit groups as some country writes them: the last has three digits, those before it three or (in India) two
 * each, the first not more; one kind of separator throughout. `length` covers the part before the decimals.
 */
static gboolean
groups_are_right(const char *text, gsize length, char separator)
{
    gsize group = 0, groups = 0, inner = 3;

    for (gsize i = length; i-- > 0;) {
        if (g_ascii_isdigit(text[i])) {
            group++;
            continue;
        }
        if (groups == 1)
            inner = group == 2 ? 2 : 3;
        if (text[i] != separator || group != (groups == 0 ? 3 : inner))
            return FALSE;
        groups++;
        group = 0;
    }
    return group >= 1 && group <= inner && groups > 0;
}

typedef struct {
    const char *typed; /* for the sentence */
    int places;
    const char *currency; /* NULL: it is no money */
    gboolean percent;
} Context;

static gboolean
fail_no_number(const Context *context, GError **error)
{
    g_autofree char *quoted = care_number_quote(context->typed);

    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("“%s” is not a number. Write it like 1250.50 or 1250,50."), quoted);
    return FALSE;
}

static gboolean
fail_separators(const Context *context, GError **error)
{
    g_autofree char *quoted = care_number_quote(context->typed);

    g_set_error(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        _("The separators in “%s” are not where a number has them. Write it like 1250.50 or 1250,50."),
        quoted);
    return FALSE;
}

/* Three decimals in a form that has one reading only: with one more or, where so many cannot be, rounded to as many as can. */
static char *
as_decimals(const Context *context, const char *whole, const char *rest)
{
    guint64 thousandths = g_ascii_strtoull(whole, NULL, 10) * 1000 + g_ascii_strtoull(rest, NULL, 10);
    guint64 step = 1, one;

    if (context->places >= 3)
        return g_strconcat(whole, ".", rest, context->places > 3 ? "0" : "", NULL);
    for (int i = context->places; i < 3; i++)
        step *= 10;
    one = 1000 / step;
    thousandths = (thousandths + step / 2) / step;
    return g_strdup_printf("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, thousandths / one, context->places,
                           thousandths % one);
}

static gboolean
fail_ambiguous(const Context *context, const char *whole, const char *rest, GError **error)
{
    g_autofree char *quoted = care_number_quote(context->typed);
    g_autofree char *thousands = g_strconcat(whole, rest, NULL);
    g_autofree char *decimals = as_decimals(context, whole, rest);

    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("“%s” can be read in two ways. Write %s or %s, please."), quoted, thousands, decimals);
    return FALSE;
}

static const char *
last_separator(const char *text)
{
    const char *last = NULL;

    for (const char *c = text; *c != '\0'; c++)
        if (*c == '.' || *c == ',')
            last = c;
    return last;
}

/*
 * Where the decimals begin: the index of the decimal separator, the length if there is none. One dot or comma with
 * exactly three digits behind it may be either. It separates decimals where the digits before it cannot be a group,
 * and thousands where no decimals can be; a dot in a currency of three decimals is taken for what every
 * price there has, and so is any in a percentage, which has no thousands: 8.875 is the rate of a town. The rest is
 * refused: 12.345 in euros may be twelve thousand, or a slip of the finger in twelve thirty-five.
 */
static gboolean
find_decimals(const Context *context, const char *text, gsize *at, GError **error)
{
    const char *last = last_separator(text);
    gsize length = strlen(text), before;
    g_autofree char *whole = NULL;

    *at = length;
    if (last == NULL || strchr(text, *last) != last) /* repeated: thousands, if the groups are right */
        return TRUE;
    before = (gsize)(last - text);
    if (length - before - 1 != 3 || before == 0 || before > 3 || text[0] == '0'
        || strcspn(text, ".,' ") != before || context->percent || (context->places == 3 && *last == '.')) {
        *at = before;
        return TRUE;
    }
    if (context->places == 0)
        return TRUE;
    whole = g_strndup(text, before);
    return fail_ambiguous(context, whole, last + 1, error);
}

static gboolean
fail_currency(const Context *context, GError **error)
{
    g_autofree char *quoted = care_number_quote(context->typed);

    if (context->currency == NULL)
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("“%s” is an amount of money. Write the number alone, without a currency."), quoted);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is not in %s, the currency used here."),
                    quoted, context->currency);
    return FALSE;
}

static gboolean
check_mark(const Context *context, const char *front, const char *back, GError **error)
{
    const char *marks[] = { front, back };

    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_autofree char *mark = marks[i] == NULL ? NULL : g_strstrip(g_strdup(marks[i]));
        if (mark == NULL || *mark == '\0' || (context->percent && strcmp(mark, "%") == 0))
            continue;
        if (!care_currency_is_mark(mark, NULL))
            return fail_no_number(context, error);
        if (context->currency == NULL || !care_currency_is_mark(mark, context->currency))
            return fail_currency(context, error);
    }
    return TRUE;
}

/* Digits, groups and decimals, without sign and mark, to a plain number. */
static char *
to_plain(const Context *context, char *text, gboolean negative, GError **error)
{
    GString *plain;
    gsize decimals_at, grouping;

    if (*text == '\0' || strspn(text, "0123456789.,' ") != strlen(text)) {
        fail_no_number(context, error);
        return NULL;
    }
    if (!find_decimals(context, text, &decimals_at, error))
        return NULL;
    grouping = strcspn(text, ".,' ");
    if ((grouping < decimals_at && !groups_are_right(text, decimals_at, text[grouping]))
        || (text[decimals_at] != '\0'
            && strspn(text + decimals_at + 1, "0123456789") != strlen(text + decimals_at + 1))) {
        fail_separators(context, error);
        return NULL;
    }
    plain = g_string_new(negative ? "-" : NULL);
    if (decimals_at == 0)
        g_string_append_c(plain, '0');
    for (gsize i = 0; i < decimals_at; i++)
        if (g_ascii_isdigit(text[i]))
            g_string_append_c(plain, text[i]);
    if (text[decimals_at] != '\0') {
        g_string_append_c(plain, '.');
        g_string_append(plain, text + decimals_at + 1);
    }
    return g_string_free_and_steal(plain);
}

static char *
from_typed(const Context *context, GError **error)
{
    const char *text = context->typed;
    g_autofree char *ascii = NULL, *front = NULL, *back = NULL;
    gboolean negative = FALSE;
    char *number;

    if (text == NULL || *text == '\0') {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("A number is missing."));
        return NULL;
    }
    if (!g_utf8_validate(text, -1, NULL)) {
        fail_no_number(context, error);
        return NULL;
    }
    ascii = to_ascii(text);
    if (*ascii == '\0') {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("A number is missing."));
        return NULL;
    }
    number = cut_front(ascii, &negative, &front);
    cut_back(number, &back);
    if (!check_mark(context, front, back, error))
        return NULL;
    return to_plain(context, number, negative, error);
}

/*
 * Brings a typed number to the form care_number_parse() reads. `places` says how many decimals it may have;
 * `currency` which currency's sign may stand beside it, NULL for none: ten euros are no ten pieces. Free with g_free(); NULL with a sentence in
 * `error` (CARE_ERROR_INPUT) when it is no number or can be read in two ways.
 */
char *
care_number_from_typed(const char *text, int places, const char *currency, GError **error)
{
    const Context context = { text, places, currency, FALSE };

    return from_typed(&context, error);
}

/* The same of a percentage: it has no thousands, so one dot or comma stands before its decimals, and "%" may stand beside it. */
char *
care_number_from_typed_percent(const char *text, int places, GError **error)
{
    const Context context = { text, places, NULL, TRUE };

    return from_typed(&context, error);
}
