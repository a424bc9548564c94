/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/holidays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"

typedef enum {
    RULE_FIXED,
    RULE_SUBSTITUTED, /* another day off if it falls on a weekend */
    RULE_NOT_SUNDAY,  /* the day before if it falls on a Sunday */
    RULE_EASTER,
    RULE_NTH_WEEKDAY,
    RULE_ONCE,
} RuleKind;

typedef struct {
    RuleKind kind;
    CareDate date; /* year 0 but for RULE_ONCE */
    int offset;    /* from Easter Sunday */
    int weekday;   /* 1 = Monday */
    int nth;       /* 1 … 4, or 0 for the last */
} Rule;

struct _CareHolidays {
    GArray *rules; /* of Rule */
};

/* Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
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
parse_weekday_rule(const char *text, Rule *rule)
{
    static const char *const days[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };
    int month;

    if (strlen(text) != 6 || text[3] != '-' || (text[0] != 'l' && (text[0] < '1' || text[0] > '4')))
        return FALSE;
    month = g_ascii_isdigit(text[4]) && g_ascii_isdigit(text[5]) ? (text[4] - '0') * 10 + text[5] - '0' : 0;
    if (month < 1 || month > 12)
        return FALSE;
    for (int i = 0; i < 7; i++)
        if (strncmp(text + 1, days[i], 2) == 0)
            rule->weekday = i + 1;
    rule->kind = RULE_NTH_WEEKDAY;
    rule->nth = text[0] == 'l' ? 0 : text[0] - '0';
    rule->date.month = month;
    return rule->weekday != 0;
}

static gboolean
parse_easter_rule(const char *text, Rule *rule)
{
    gint64 offset = 0;

    rule->kind = RULE_EASTER;
    if (*text == '\0')
        return TRUE;
    if (!g_ascii_string_to_signed(text + (*text == '+'), 10, -200, 200, &offset, NULL))
        return FALSE;
    rule->offset = (int)offset;
    return TRUE;
}

static gboolean
parse_fixed_rule(const char *text, Rule *rule)
{
    g_autofree char *date = NULL;
    gsize length = strlen(text);

    if (length < 5 || length > 6)
        return FALSE;
    rule->kind = text[5] == '+' ? RULE_SUBSTITUTED : text[5] == '<' ? RULE_NOT_SUNDAY : RULE_FIXED;
    if (rule->kind == RULE_FIXED && length == 6)
        return FALSE;
    date = g_strdup_printf("--%.5s", text);
    return care_date_parse(date, &rule->date);
}

static gboolean
parse_rule(const char *text, Rule *rule)
{
    if (g_str_has_prefix(text, "easter"))
        return parse_easter_rule(text + strlen("easter"), rule);
    if (care_date_parse_full(text, &rule->date)) {
        rule->kind = RULE_ONCE;
        return TRUE;
    }
    return parse_fixed_rule(text, rule) || parse_weekday_rule(text, rule);
}

/* Reads rules (see above); "" or NULL for none. NULL with a sentence that names the one not understood. Free with
 * care_holidays_free(). */
CareHolidays *
care_holidays_parse(const char *rules, GError **error)
{
    g_auto(GStrv) words = g_strsplit_set(rules != NULL ? rules : "", " \n\t", -1);
    g_autoptr(CareHolidays) self = g_new0(CareHolidays, 1);

    self->rules = g_array_new(FALSE, TRUE, sizeof(Rule));
    for (char **word = words; *word != NULL; word++) {
        Rule rule = { 0 };
        if (**word == '\0')
            continue;
        if (!parse_rule(*word, &rule)) {
            g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("“%s” is no rule for a holiday. Write it like 12-25, easter+1 or 1mo-05."), *word);
            return NULL;
        }
        g_array_append_val(self->rules, rule);
    }
    return g_steal_pointer(&self);
}

void
care_holidays_free(CareHolidays *self)
{
    if (self == NULL)
        return;
    g_array_unref(self->rules);
    g_free(self);
}

static CareDate
nth_weekday(int year, int month, int weekday, int nth)
{
    CareDate first = { year, month, nth == 0 ? care_date_days_in_month(year, month) - 6 : 1 + (nth - 1) * 7 };

    return care_date_add_days(first, (weekday - care_date_weekday(first) + 7) % 7);
}

/* The day a rule means in a year; without substitutes. No date for a 29 February that is missing. */
static CareDate
rule_date(const Rule *rule, int year)
{
    CareDate date = { year, rule->date.month, rule->date.day };

    switch (rule->kind) {
    case RULE_EASTER:
        return care_date_add_days(care_easter_sunday(year), rule->offset);
    case RULE_NTH_WEEKDAY:
        return nth_weekday(year, rule->date.month, rule->weekday, rule->nth);
    case RULE_ONCE:
        return rule->date;
    case RULE_NOT_SUNDAY:
        return care_date_weekday(date) == 7 ? care_date_add_days(date, -1) : date;
    case RULE_FIXED:
    case RULE_SUBSTITUTED:
        break;
    }
    return date.day > care_date_days_in_month(year, date.month) ? (CareDate){ 0 } : date;
}

static gboolean
is_plain_holiday(const CareHolidays *self, CareDate date)
{
    for (guint i = 0; i < self->rules->len; i++)
        if (care_date_compare(rule_date(&g_array_index(self->rules, Rule, i), date.year), date) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_weekend(CareDate date)
{
    return care_date_weekday(date) >= 6;
}

/*
 * Whether a working day stands in for a holiday that falls on a weekend: the first working day after it that is no
 * holiday itself, or the next one where a rule before it takes that one (Christmas and Boxing Day on one weekend).
 */
static gboolean
is_substitute(const CareHolidays *self, CareDate date)
{
    for (guint i = 0; i < self->rules->len; i++) {
        const Rule *rule = &g_array_index(self->rules, Rule, i);
        CareDate day = rule_date(rule, date.year);
        int earlier = 0;

        if (rule->kind != RULE_SUBSTITUTED || !care_date_is_set(day) || !is_weekend(day))
            continue;
        for (guint k = 0; k < i; k++) { /* the rules before it take their substitutes first */
            const Rule *other = &g_array_index(self->rules, Rule, k);
            CareDate taken = rule_date(other, date.year);
            int apart = care_date_is_set(taken) ? care_date_days_between(taken, day) : 99;
            earlier += other->kind == RULE_SUBSTITUTED && apart >= 0 && apart <= 1 && is_weekend(taken);
        }
        do {
            day = care_date_add_days(day, 1);
            if (!is_weekend(day) && !is_plain_holiday(self, day))
                earlier--;
        } while (earlier >= 0);
        if (care_date_compare(day, date) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether the shop is closed on that day of the calendar. NULL has no holidays. */
gboolean
care_holidays_contain(const CareHolidays *self, CareDate date)
{
    return self != NULL && (is_plain_holiday(self, date) || is_substitute(self, date));
}
