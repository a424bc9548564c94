/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/holiday-words.h"

#include <glib/gi18n-lib.h>

#include "model/holiday-names.h"
#include "model/shop-week.h"
#include "model/tax-preset.h"
#include "ui/kit/format.h"

static const char *
name_in(const char *region, const CareHolidayRule *rule)
{
    guint n;
    const CareNamedHoliday *days = care_country_holidays(region, &n);

    for (guint i = 0; i < n; i++) {
        CareHolidayRule other;

        if (care_holiday_rule_parse(days[i].rule, &other) && care_holiday_rule_same(&other, rule))
            return _(days[i].name);
    }
    return NULL;
}

/* A day of Easter has one name wherever it is a holiday. */
static char *
easter_title(const CareHolidayRule *rule)
{
    const char *const *regions = care_tax_preset_regions();

    for (guint i = 0; regions[i] != NULL; i++) {
        const char *name = name_in(regions[i], rule);

        if (name != NULL)
            return g_strdup(name);
    }
    if (rule->offset < 0)
        return g_strdup_printf(
            ngettext("%d day before Easter Sunday", "%d days before Easter Sunday", (gulong)-rule->offset),
            -rule->offset);
    return g_strdup_printf(
        ngettext("%d day after Easter Sunday", "%d days after Easter Sunday", (gulong)rule->offset),
        rule->offset);
}

static char *
weekday_title(const CareHolidayRule *rule)
{
    g_autofree char *day = care_week_day_name(rule->weekday - 1);
    g_autofree char *month = care_format_month((CareDate){ 0, rule->date.month, 1 });

    switch (rule->nth) {
    case 1:
        /* Translators: a day of the week and a month, here and below, each as it stands alone: "First Monday in May".
         * Where one of the three would have to agree with another, say it as a list: "May: Monday, no. 1" */
        return g_strdup_printf(_("First %s in %s"), day, month);
    case 2:
        return g_strdup_printf(_("Second %s in %s"), day, month);
    case 3:
        return g_strdup_printf(_("Third %s in %s"), day, month);
    case 4:
        return g_strdup_printf(_("Fourth %s in %s"), day, month);
    default:
        return g_strdup_printf(_("Last %s in %s"), day, month);
    }
}

char *
care_holiday_title(const CareHolidayRule *rule)
{
    switch (rule->kind) {
    case CARE_HOLIDAY_EASTER:
        return easter_title(rule);
    case CARE_HOLIDAY_NTH_WEEKDAY:
        return weekday_title(rule);
    case CARE_HOLIDAY_FIXED:
    case CARE_HOLIDAY_SUBSTITUTED:
    case CARE_HOLIDAY_NOT_SUNDAY:
    case CARE_HOLIDAY_ONCE:
        break;
    }
    return care_format_date_full(rule->date);
}

char *
care_holiday_when(const CareHolidayRule *rule, CareDate today)
{
    CareDate next = care_holiday_rule_next(rule, today);

    switch (rule->kind) {
    case CARE_HOLIDAY_ONCE:
        return g_strdup(care_date_is_set(next) ? _("Only once") : _("Over"));
    case CARE_HOLIDAY_FIXED:
        return g_strdup(_("Every year"));
    case CARE_HOLIDAY_SUBSTITUTED:
        return g_strdup(_("Every year; on a weekend, the next working day too"));
    case CARE_HOLIDAY_NOT_SUNDAY:
        return g_strdup(_("Every year; on a Sunday, the day before instead"));
    case CARE_HOLIDAY_EASTER:
    case CARE_HOLIDAY_NTH_WEEKDAY:
        break;
    }
    return care_format_date_long(next, today);
}
