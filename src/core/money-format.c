/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>
#include <locale.h>
#include <string.h>

#include "core/money.h"

#define MINUS "\xe2\x88\x92" /* U+2212: as wide as a plus, and no line breaks after it */
#define NBSP "\xc2\xa0"

/* Copies digits with separators between groups, whose sizes are given as in lconv.grouping: from the right, the
 * last size repeated, CHAR_MAX for no more groups. */
static char *
group_digits(const char *digits, const char *sizes, const char *separator)
{
    g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(g_free);
    GString *grouped = g_string_new(NULL);
    gsize left = strlen(digits);

    while (left > 0) {
        gsize size = *sizes > 0 && *sizes != CHAR_MAX ? (gsize)*sizes : left;
        size = MIN(size, left);
        left -= size;
        g_ptr_array_insert(groups, 0, g_strndup(digits + left, size));
        if (*sizes > 0 && *sizes != CHAR_MAX && sizes[1] != '\0')
            sizes++;
    }
    for (guint i = 0; i < groups->len; i++)
        g_string_append_printf(grouped, "%s%s", i == 0 ? "" : separator, (char *)groups->pdata[i]);
    return g_string_free_and_steal(grouped);
}

/* A number that was written for files, with the separators of the style: "1,234.50". */
static char *
style_number(const char *plain, const CareMoneyStyle *style)
{
    const char *digits = plain + (*plain == '-');
    const char *point = strchr(digits, '.');
    g_autofree char *whole = g_strndup(digits, point == NULL ? strlen(digits) : (gsize)(point - digits));
    g_autofree char *grouped = group_digits(whole, style->grouping, style->thousands);

    return g_strconcat(grouped, point == NULL ? "" : style->decimal_point, point == NULL ? "" : point + 1,
                       NULL);
}

static gboolean
ends_in_letter(const char *text, gboolean at_end)
{
    gsize length = strlen(text);
    const char *c = at_end && length > 0 ? g_utf8_prev_char(text + length) : text;

    return g_unichar_isalpha(g_utf8_get_char(c)) || *c == '.';
}

/* care_money_format() in a style that the caller gives. A minus always stands in front of everything. */
char *
care_money_format_styled(CareMoney amount, const char *currency, const CareMoneyStyle *style)
{
    g_autofree char *plain = care_money_to_string(amount, currency);
    g_autofree char *number = style_number(plain, style);
    const char *sign = amount < 0 ? MINUS : "";
    const char *symbol = style->symbol != NULL ? style->symbol : care_currency_symbol(currency);
    const char *gap;

    if (symbol == NULL || *symbol == '\0')
        return g_strconcat(sign, number, NULL);
    gap = style->space || ends_in_letter(symbol, style->symbol_first) ? NBSP : "";
    if (style->symbol_first)
        return g_strconcat(sign, symbol, gap, number, NULL);
    return g_strconcat(sign, number, gap, symbol, NULL);
}

/* A text of the locale in UTF-8, or `fallback` where the locale has none. */
static char *
locale_text(const char *text, const char *fallback)
{
    char *utf8 = text != NULL && *text != '\0' ? g_locale_to_utf8(text, -1, NULL, NULL, NULL) : NULL;

    return utf8 != NULL ? utf8 : g_strdup(fallback);
}

/*
 * The amount for people to read: separators, order and spacing of the process's locale (LC_MONETARY), the
 * currency's own number of decimals, the locale's own sign if the currency is its own and else the sign the world
 * knows, a true minus in front: "€1,234.50", "−€5.60", "CHF 12.00", "1.234,50 €". A locale without rules, such as C,
 * writes as English does. Any thread, while nobody calls setlocale(). Free with g_free().
 */
char *
care_money_format(CareMoney amount, const char *currency)
{
    const struct lconv *rules = localeconv();
    gboolean ruled = rules->mon_decimal_point != NULL && *rules->mon_decimal_point != '\0';
    gboolean own = currency != NULL && rules->int_curr_symbol != NULL && *rules->int_curr_symbol != '\0'
                   && strncmp(rules->int_curr_symbol, currency, 3) == 0;
    g_autofree char *point = locale_text(rules->mon_decimal_point, ".");
    g_autofree char *thousands = ruled ? locale_text(rules->mon_thousands_sep, "") : g_strdup(",");
    g_autofree char *symbol = own ? locale_text(rules->currency_symbol, NULL) : NULL;
    const CareMoneyStyle style = {
        .decimal_point = point,
        .thousands = thousands,
        .grouping = ruled ? rules->mon_grouping : "\3",
        .symbol = symbol,
        .symbol_first = !ruled || rules->p_cs_precedes == 1 || rules->p_cs_precedes == CHAR_MAX,
        .space = ruled && rules->p_sep_by_space == 1,
    };

    return care_money_format_styled(amount, currency, &style);
}

/* A plain number with the locale's separators and a true minus. */
static char *
localise(const char *plain)
{
    const struct lconv *rules = localeconv();
    gboolean ruled = rules->mon_decimal_point != NULL && *rules->mon_decimal_point != '\0';
    g_autofree char *point = locale_text(rules->mon_decimal_point, ".");
    g_autofree char *thousands = ruled ? locale_text(rules->mon_thousands_sep, "") : g_strdup(",");
    const CareMoneyStyle style = {
        .decimal_point = point,
        .thousands = thousands,
        .grouping = ruled ? rules->mon_grouping : "\3",
    };
    g_autofree char *number = style_number(plain, &style);

    return g_strconcat(*plain == '-' ? MINUS : "", number, NULL);
}

/* care_money_format() without the currency's sign, for a column whose title names it. Free with g_free(). */
char *
care_money_format_plain(CareMoney amount, const char *currency)
{
    g_autofree char *plain = care_money_to_string(amount, currency);

    return localise(plain);
}

/* A quantity, unit price or rate for people, with the same separators and at least `places` decimals: "1.5",
 * "60.00". Free with g_free(). */
char *
care_decimal_format(CareDecimal value, int places)
{
    g_autofree char *plain = care_decimal_to_string_places(value, places);

    return localise(plain);
}
