/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/insights.h"
#include "chart/period.h"

static CareChart *
new_tile(const char *title, CareUnit unit, const CareSparkMonth *months, gsize n)
{
    const char *const columns[] = { _("Month"), title, NULL };
    CareChart *chart = care_chart_new(CARE_CHART_TILE, title);

    care_chart_set_unit(chart, unit, NULL);
    care_chart_set_columns(chart, columns);
    care_chart_add_series(chart, "", CARE_ROLE_GOOD);
    for (gsize i = 0; i < n; i++) {
        g_autofree char *period = care_period_long(CARE_PERIOD_MONTH, months[i].month);
        g_autofree char *text
            = isnan(months[i].value) ? g_strdup("–") : care_unit_format(unit, NULL, months[i].value);
        guint category = care_chart_add_category(chart, NULL, period, FALSE);

        if (!isnan(months[i].value))
            care_chart_set_value(chart, category, 0, months[i].value, text, NULL);
        care_chart_add_row(chart, period, text, NULL);
    }
    return chart;
}

/* A share in words people say: by the nearest of a few fractions, so never more exact than it is. */
static const char *
share_in_words(double share)
{
    static const struct {
        double from;
        const char *words;
    } steps[] = {
        { 0.995, N_("All of them") },     { 0.85, N_("Nine in ten") },   { 0.775, N_("Four in five") },
        { 0.71, N_("Three in four") },    { 0.635, N_("Two in three") }, { 0.55, N_("Six in ten") },
        { 0.45, N_("Half of them") },     { 0.36, N_("Four in ten") },   { 0.29, N_("One in three") },
        { 0.225, N_("One in four") },     { 0.15, N_("One in five") },   { 0.075, N_("One in ten") },
        { 0.0001, N_("Hardly anybody") }, { 0.0, N_("Nobody") },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
        if (share >= steps[i].from)
            return _(steps[i].words);
    return _(steps[G_N_ELEMENTS(steps) - 1].words);
}

CareChart *
care_nps_tile_new(const CareNps *nps, const CareSparkMonth *months, gsize n)
{
    CareChart *chart = new_tile(_("Would recommend"), CARE_UNIT_SCORE, months, n);
    g_autofree char *figure = care_unit_format(CARE_UNIT_SCORE, NULL, nps->value);
    g_autofree char *answers = g_strdup_printf(ngettext("%u answer", "%u answers", nps->n), nps->n);
    g_autofree char *range = g_strdup_printf(_("likely %.0f to %.0f · %s"), nps->low, nps->high, answers);
    g_autofree char *missing = NULL, *reading = NULL;

    if (nps->too_few) {
        missing = g_strdup_printf(ngettext("A score is shown from %d answer on.",
                                           "A score is shown from %d answers on.", CARE_NPS_MIN_N),
                                  CARE_NPS_MIN_N);
        care_chart_set_figure(chart, "–", answers, "nps");
        care_chart_set_reading(chart, missing);
        return chart;
    }
    /* TRANSLATORS: "Two in three say 9 or 10." */
    reading = g_strdup_printf(_("%s say 9 or 10."), share_in_words((double)nps->promoters / nps->n));
    care_chart_set_figure(chart, figure, range, "nps");
    care_chart_set_reading(chart, reading);
    return chart;
}

CareChart *
care_frt_tile_new(const CareFrt *frt, const CareSparkMonth *months, gsize n)
{
    CareChart *chart = new_tile(_("Time to first answer"), CARE_UNIT_DURATION, months, n);
    g_autofree char *figure = care_unit_format(CARE_UNIT_DURATION, NULL, frt->median_s);
    g_autofree char *slow = care_unit_format(CARE_UNIT_DURATION, NULL, frt->p90_s);
    g_autofree char *messages = g_strdup_printf(ngettext("%u message", "%u messages", frt->n), frt->n);
    g_autofree char *range = g_strdup_printf(_("half are faster · %s"), messages);
    g_autofree char *reading = NULL;

    care_chart_set_figure(chart, frt->too_few ? "–" : figure, frt->too_few ? messages : range, "frt");
    if (frt->open > 0)
        reading
            = g_strdup_printf(ngettext("%u is waiting now.", "%u are waiting now.", frt->open), frt->open);
    else if (!frt->p90_too_few)
        reading = g_strdup_printf(_("One in ten waits over %s."), slow);
    else
        reading = g_strdup(frt->too_few ? _("Nobody has waited yet.") : _("Nobody is waiting now."));
    care_chart_set_reading(chart, reading);
    return chart;
}

/* The figure, its range and its n of a share of customers. */
static void
set_share(CareChart *chart, const CareShare *share, const char *counted, const char *key)
{
    g_autofree char *figure = care_unit_format(CARE_UNIT_PERCENT, NULL, share->value);
    g_autofree char *low = g_strdup_printf("%.0f", 100 * share->low);
    g_autofree char *high = care_unit_format(CARE_UNIT_PERCENT, NULL, share->high);
    g_autofree char *range = g_strdup_printf(_("likely %s to %s · %s"), low, high, counted);

    care_chart_set_figure(chart, share->too_few ? "–" : figure, share->too_few ? counted : range, key);
}

CareChart *
care_repeat_tile_new(const CareShare *share, const CareSparkMonth *months, gsize n)
{
    CareChart *chart = new_tile(_("Came back within a year"), CARE_UNIT_PERCENT, months, n);
    g_autofree char *customers
        = g_strdup_printf(ngettext("%d customer", "%d customers", (gulong)share->n), (int)share->n);
    g_autofree char *reading = NULL;

    set_share(chart, share, customers, "repeat");
    reading = share->too_few ? g_strdup(_("Nobody came first a year ago or more."))
                             : g_strdup_printf(_("%s come again."), share_in_words(share->value));
    care_chart_set_reading(chart, reading);
    return chart;
}

CareChart *
care_billing_tile_new(const CareBilling *billing, const CareSparkMonth *months, gsize n)
{
    CareChart *chart = new_tile(_("Days to invoice"), CARE_UNIT_DAYS, months, n);
    g_autofree char *figure = care_unit_format(CARE_UNIT_DAYS, NULL, billing->mean_days);
    g_autofree char *invoices
        = g_strdup_printf(ngettext("%u invoice", "%u invoices", billing->n), billing->n);
    g_autofree char *range = g_strdup_printf(_("average · %s"), invoices);
    g_autofree char *reading = NULL;

    care_chart_set_figure(chart, billing->too_few ? "–" : figure, billing->too_few ? invoices : range,
                          "billing");
    reading = billing->waiting == 0 ? g_strdup(_("No finished job waits for its invoice."))
                                    : g_strdup_printf(ngettext("%u job is waiting now.",
                                                               "%u jobs are waiting now.", billing->waiting),
                                                      billing->waiting);
    care_chart_set_reading(chart, reading);
    return chart;
}
