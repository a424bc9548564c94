/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/insights.h"
#include "chart/period.h"
#include "model/metrics/xmr.h"

/* The limits come from whole weeks only: the running one may still change. */
static CareXmr
measure(const CareFrtWeek *weeks, gsize n, CareDate today, guint8 *signals)
{
    g_autofree double *values = g_new(double, n + 1);

    for (gsize i = 0; i < n; i++)
        values[i] = care_period_is_running(CARE_PERIOD_WEEK, weeks[i].start, today) ? NAN : weeks[i].median_s;
    return care_xmr(values, n, TRUE, signals);
}

static char *
read_weeks(const CareFrtWeek *weeks, gsize n, const CareXmr *xmr, const guint8 *signals)
{
    guint outside = 0, in_run = 0;
    gsize latest = 0;
    g_autofree char *week = NULL;

    if (xmr->too_few)
        return g_strdup_printf(ngettext("What is usual shows after %d week with messages.",
                                        "What is usual shows after %d weeks with messages.", CARE_XMR_MIN_N),
                               CARE_XMR_MIN_N);
    for (gsize i = 0; i < n; i++) {
        if (signals[i] & CARE_XMR_OUTSIDE) {
            outside++;
            latest = i;
        }
        in_run += (signals[i] & CARE_XMR_RUN_OF_8) != 0;
    }
    week = care_period_long(CARE_PERIOD_WEEK, weeks[latest].start);
    if (outside == 1)
        return g_strdup_printf(_("The %s stands out."), week);
    if (outside > 1)
        return g_strdup_printf(ngettext("%u week stands out, the latest is the %s.",
                                        "%u weeks stand out, the latest is the %s.", outside),
                               outside, week);
    if (in_run > 0)
        return g_strdup(_("Eight weeks in a row on one side of the average: something has changed."));
    return g_strdup(_("No week stands out; the differences are the usual ones."));
}

/* Only the first week of a month names it. */
static gboolean
begins_month(const CareFrtWeek *weeks, gsize i)
{
    return i == 0 || weeks[i].start.month != weeks[i - 1].start.month;
}

static void
add_table_row(CareChart *chart, const CareFrtWeek *week, const char *period, guint8 signals)
{
    g_autofree char *n = g_strdup_printf("%u", week->n);
    g_autofree char *median
        = care_unit_format(CARE_UNIT_DURATION, NULL, isnan(week->median_s) ? 0 : week->median_s);

    care_chart_add_row(chart, period, isnan(week->median_s) ? "–" : median, n,
                       signals & (CARE_XMR_OUTSIDE | CARE_XMR_RUN_OF_8) ? _("stands out") : "", NULL);
}

static void
add_week(CareChart *chart, const CareFrtWeek *weeks, gsize i, CareDate today, guint8 signals)
{
    const CareFrtWeek *week = &weeks[i];
    g_autofree char *label = care_period_short(CARE_PERIOD_WEEK, week->start, today);
    g_autofree char *period = care_period_long(CARE_PERIOD_WEEK, week->start);
    g_autofree char *start = care_date_to_string(week->start);
    g_autofree char *key = g_strdup_printf("frt:%s", start);
    gboolean running = care_period_is_running(CARE_PERIOD_WEEK, week->start, today);
    g_autofree char *name = care_chart_period_name(period, running);
    guint category = care_chart_add_category(chart, begins_month(weeks, i) ? label : NULL, period, running);

    if (!isnan(week->median_s)) {
        g_autofree char *n = g_strdup_printf(ngettext("%u message", "%u messages", week->n), week->n);
        gboolean outside = (signals & CARE_XMR_OUTSIDE) != 0, run = (signals & CARE_XMR_RUN_OF_8) != 0;
        g_autofree char *remark = outside || run ? g_strdup_printf(_("%s, stands out"), n) : g_strdup(n);

        care_chart_set_value(chart, category, 0, week->median_s, NULL, key);
        care_chart_mark_value(chart, category, 0,
                              (outside || run ? CARE_CELL_SIGNAL : 0) | (outside ? CARE_CELL_NAMED : 0),
                              CARE_ROLE_BAD, remark);
    }
    add_table_row(chart, week, name, signals);
}

/**
 * care_frt_chart_new:
 *
 * The typical first answer week by week, on the band of what is usual (rules M8 and M11).
 */
CareChart *
care_frt_chart_new(const CareFrtWeek *weeks, gsize n, CareDate today)
{
    const char *const columns[] = { _("Week"), _("Typical First Answer"), _("Messages"), _("Remark"), NULL };
    CareChart *chart = care_chart_new(CARE_CHART_TREND, _("First Answer, Week by Week"));
    g_autofree guint8 *signals = g_new0(guint8, n + 1);
    CareXmr xmr = measure(weeks, n, today, signals);
    g_autofree char *reading = read_weeks(weeks, n, &xmr, signals);

    care_chart_set_unit(chart, CARE_UNIT_DURATION, NULL);
    care_chart_set_reading(chart, reading);
    care_chart_set_empty(chart, _("No messages yet. The clock starts with the first one."));
    care_chart_set_columns(chart, columns);
    care_chart_add_series(chart, "", CARE_ROLE_GOOD);
    for (gsize i = 0; i < n; i++)
        add_week(chart, weeks, i, today, signals[i]);
    if (!xmr.too_few) {
        g_autofree char *mean = care_unit_format(CARE_UNIT_DURATION, NULL, xmr.mean);
        g_autofree char *upper = care_unit_format(CARE_UNIT_DURATION, NULL, xmr.upper);
        g_autofree char *mean_label = g_strdup_printf(_("average %s"), mean);
        g_autofree char *upper_label = g_strdup_printf(_("normal up to %s"), upper);

        care_chart_set_limits(chart, xmr.lower, xmr.mean, xmr.upper, mean_label, upper_label);
    }
    return chart;
}
