/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/units.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/money.h"
#include "core/percent.h"

static char *
format_duration(double seconds)
{
    gint64 minutes = llround(seconds / 60.0);

    if (minutes < 60)
        return g_strdup_printf(ngettext("%d min", "%d min", (gulong)minutes), (int)minutes);
    if (minutes % 60 == 0)
        return g_strdup_printf(C_("duration", "%d h"), (int)(minutes / 60));
    /* TRANSLATORS: hours and minutes, "1 h 05" */
    return g_strdup_printf(C_("duration", "%d h %02d"), (int)(minutes / 60), (int)(minutes % 60));
}

/* U+2212, so that the sign is as wide as a plus. */
static char *
format_score(double value)
{
    int points = (int)lround(value);

    if (points == 0)
        return g_strdup("0");
    return g_strdup_printf("%s%d", points > 0 ? "+" : "−", ABS(points));
}

static char *
format_share(double value)
{
    g_autofree char *number = g_strdup_printf("%d", (int)lround(value * 100.0));

    return care_percent_format(number);
}

/**
 * care_unit_format:
 * @currency: (nullable): only for money
 *
 * A value as it stands beside its mark. Whole amounts of money come through a double exactly up to 2^53 cents.
 */
char *
care_unit_format(CareUnit unit, const char *currency, double value)
{
    switch (unit) {
    case CARE_UNIT_MONEY:
        return care_money_format((CareMoney)llround(value), currency);
    case CARE_UNIT_DURATION:
        return format_duration(value);
    case CARE_UNIT_PERCENT:
        return format_share(value);
    case CARE_UNIT_SCORE:
        return format_score(value);
    case CARE_UNIT_DAYS:
        return g_strdup_printf("%.1f", value);
    case CARE_UNIT_COUNT:
    default:
        return g_strdup_printf("%.0f", value);
    }
}

/* "€4,000.00" → "€4,000": ticks are whole, the cents only take room. */
static void
strip_decimals(char *text)
{
    const char *point = localeconv()->decimal_point;
    char *at = g_strrstr(text, point);
    char *end;

    if (at == NULL)
        return;
    for (end = at + strlen(point); *end == '0'; end++)
        ;
    if (!g_ascii_isdigit(*end))
        memmove(at, end, strlen(end) + 1);
}

/**
 * care_unit_format_tick:
 * @last: the outermost tick, the only one of a time axis that names its unit
 */
char *
care_unit_format_tick(CareUnit unit, const char *currency, double value, gboolean last)
{
    char *text;

    if (unit == CARE_UNIT_DURATION && !last && fmod(value, 3600.0) == 0.0)
        return g_strdup_printf("%.0f", value / 3600.0);
    text = care_unit_format(unit, currency, value);
    if (unit == CARE_UNIT_MONEY)
        strip_decimals(text);
    return text;
}
