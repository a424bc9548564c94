/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/holidays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"

#define NONE "none"

struct _CareHolidays {
    GArray *rules; /* of CareHolidayRule */
};

/* The one word that is no rule, and no rule stands beside it. */
static gboolean
says_none(char **words)
{
    guint n = 0, none = 0;

    for (char **word = words; *word != NULL; word++) {
        n += **word != '\0';
        none += g_str_equal(*word, NONE);
    }
    return n == 1 && none == 1;
}

/* Reads rules (see above); "" or NULL for none. NULL with a sentence that names the one not understood. Free with
 * care_holidays_free(). */
CareHolidays *
care_holidays_parse(const char *rules, GError **error)
{
    g_auto(GStrv) words = g_strsplit_set(rules != NULL ? rules : "", " \n\t", -1);
    g_autoptr(CareHolidays) self = g_new0(CareHolidays, 1);

    self->rules = g_array_new(FALSE, TRUE, sizeof(CareHolidayRule));
    if (says_none(words))
        return g_steal_pointer(&self);
    for (char **word = words; *word != NULL; word++) {
        CareHolidayRule rule = { 0 };
        if (**word == '\0')
            continue;
        if (!care_holiday_rule_parse(*word, &rule)) {
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

static gboolean
is_plain_holiday(const CareHolidays *self, CareDate date)
{
    for (guint i = 0; i < self->rules->len; i++)
        if (care_date_compare(
                care_holiday_rule_date(&g_array_index(self->rules, CareHolidayRule, i), date.year), date)
            == 0)
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
        const CareHolidayRule *rule = &g_array_index(self->rules, CareHolidayRule, i);
        CareDate day = care_holiday_rule_date(rule, date.year);
        int earlier = 0;

        if (rule->kind != CARE_HOLIDAY_SUBSTITUTED || !care_date_is_set(day) || !is_weekend(day))
            continue;
        for (guint k = 0; k < i; k++) { /* the rules before it take their substitutes first */
            const CareHolidayRule *other = &g_array_index(self->rules, CareHolidayRule, k);
            CareDate taken = care_holiday_rule_date(other, date.year);
            int apart = care_date_is_set(taken) ? care_date_days_between(taken, day) : 99;
            earlier
                += other->kind == CARE_HOLIDAY_SUBSTITUTED && apart >= 0 && apart <= 1 && is_weekend(taken);
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

const CareHolidayRule *
care_holidays_rules(const CareHolidays *self, guint *n)
{
    *n = self->rules->len;
    return (const CareHolidayRule *)self->rules->data;
}

char *
care_holidays_to_string(const CareHolidayRule *rules, guint n)
{
    GString *text = g_string_new(n == 0 ? NONE : NULL);

    for (guint i = 0; i < n; i++) {
        g_autofree char *word = care_holiday_rule_to_string(&rules[i]);

        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", word);
    }
    return g_string_free_and_steal(text);
}
