/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/insights.h"
#include "chart/period.h"
#include "core/listed.h"

enum { DETRACTORS, PASSIVES, PROMOTERS };

static char *
key_of(const CareNpsQuarter *quarter, const char *part)
{
    g_autofree char *start = care_date_to_string(quarter->start);

    return g_strdup_printf("nps:%s:%s", start, part);
}

static void
add_part(CareChart *chart, guint category, guint series, const CareNpsQuarter *quarter, guint count,
         const char *part, CareDate today)
{
    static const char *const scores[] = { "0–6", "7–8", "9–10" };
    gboolean running = care_period_is_running(CARE_PERIOD_QUARTER, quarter->start, today);
    g_autofree char *key = key_of(quarter, part);
    g_autofree char *period = care_period_long(CARE_PERIOD_QUARTER, quarter->start);
    /* TRANSLATORS: "January to March 2026, 13 answers of 9–10" */
    g_autofree char *spoken = g_strdup_printf(ngettext("%s, %u answer of %s", "%s, %u answers of %s", count),
                                              period, count, scores[series]);
    g_autofree char *so_far = care_listed((const char *const[]){ spoken, _("so far"), NULL });

    care_chart_set_value(chart, category, series, count, NULL, key);
    care_chart_set_spoken(chart, category, series, running ? so_far : spoken);
}

static void
add_score(CareChart *chart, guint category, const CareNpsQuarter *quarter, const char *period)
{
    const CareNps *nps = &quarter->nps;
    g_autofree char *key = key_of(quarter, "score");
    g_autofree char *score = care_unit_format(CARE_UNIT_SCORE, NULL, nps->value);
    g_autofree char *low = care_unit_format(CARE_UNIT_SCORE, NULL, nps->low);
    g_autofree char *high = care_unit_format(CARE_UNIT_SCORE, NULL, nps->high);
    /* TRANSLATORS: period, score, range, number: "January to March 2026, score +39, between +5 and +64, 23 answers" */
    g_autofree char *spoken = g_strdup_printf(ngettext("%s, score %s, between %s and %s, %u answer",
                                                       "%s, score %s, between %s and %s, %u answers", nps->n),
                                              period, score, low, high, nps->n);

    care_chart_set_score(chart, category, nps->value, nps->low, nps->high, spoken, key);
}

static void
add_table_row(CareChart *chart, const CareNps *nps, const char *period)
{
    g_autofree char *detractors = g_strdup_printf("%u", nps->detractors);
    g_autofree char *passives = g_strdup_printf("%u", nps->passives);
    g_autofree char *promoters = g_strdup_printf("%u", nps->promoters);
    g_autofree char *n = g_strdup_printf("%u", nps->n);
    g_autofree char *score = care_unit_format(CARE_UNIT_SCORE, NULL, nps->value);
    g_autofree char *low = care_unit_format(CARE_UNIT_SCORE, NULL, nps->low);
    g_autofree char *high = care_unit_format(CARE_UNIT_SCORE, NULL, nps->high);
    g_autofree char *range = g_strdup_printf(_("%s to %s"), low, high);

    care_chart_add_row(chart, period, detractors, passives, promoters, n, nps->too_few ? _("too few") : score,
                       nps->too_few ? "–" : range, NULL);
}

static void
add_quarter(CareChart *chart, const CareNpsQuarter *quarter, CareDate today)
{
    const CareNps *nps = &quarter->nps;
    gboolean running = care_period_is_running(CARE_PERIOD_QUARTER, quarter->start, today);
    g_autofree char *label = care_period_short(CARE_PERIOD_QUARTER, quarter->start, today);
    g_autofree char *period = care_period_long(CARE_PERIOD_QUARTER, quarter->start);
    g_autofree char *name = care_chart_period_name(period, running);
    guint category = care_chart_add_category(chart, label, period, running);

    if (running)
        care_chart_set_category_note(chart, category, _("so far"), NULL);
    add_part(chart, category, DETRACTORS, quarter, nps->detractors, "detractors", today);
    add_part(chart, category, PASSIVES, quarter, nps->passives, "passives", today);
    add_part(chart, category, PROMOTERS, quarter, nps->promoters, "promoters", today);
    if (!nps->too_few) {
        add_score(chart, category, quarter, period);
    } else {
        g_autofree char *few = NULL;

        few = nps->n == 0
                  ? g_strdup(_("no answers"))
                  : g_strdup_printf(ngettext("%u answer: too few", "%u answers: too few", nps->n), nps->n);
        care_chart_set_too_few(chart, category, few);
    }
    add_table_row(chart, nps, name);
}

/* Compares the two latest quarters that have a score; never claims more than the numbers bear. */
static char *
read_quarters(const CareNpsQuarter *quarters, gsize n)
{
    const CareNpsQuarter *last = NULL, *before = NULL;
    g_autofree char *period = NULL;

    for (gsize i = 0; i < n; i++) {
        if (quarters[i].nps.too_few)
            continue;
        before = last;
        last = &quarters[i];
    }
    if (last == NULL)
        return g_strdup_printf(ngettext("A score is shown from %d answer in a quarter on.",
                                        "A score is shown from %d answers in a quarter on.", CARE_NPS_MIN_N),
                               CARE_NPS_MIN_N);
    if (before == NULL)
        return g_strdup(_("The first quarter with enough answers; there is nothing to compare it with yet."));

    period = care_period_long(CARE_PERIOD_QUARTER, before->start);
    if (care_nps_changed(&before->nps, &last->nps))
        return last->nps.value > before->nps.value
                   ? g_strdup_printf(_("Higher than in %s, by more than chance."), period)
                   : g_strdup_printf(_("Lower than in %s, by more than chance."), period);
    if (lround(last->nps.value) == lround(before->nps.value))
        return g_strdup_printf(_("The same as in %s."), period);
    return last->nps.value > before->nps.value
               ? g_strdup_printf(_("Higher than in %s, but not yet a sure change."), period)
               : g_strdup_printf(_("Lower than in %s, but not yet a sure change."), period);
}

/**
 * care_nps_chart_new:
 *
 * Recommendation by quarter: what was answered, the score, and how sure it is (rules M1 and M11).
 */
CareChart *
care_nps_chart_new(const CareNpsQuarter *quarters, gsize n, CareDate today)
{
    const char *const columns[]
        = { _("Quarter"), "0–6", "7–8", "9–10", _("Answers"), _("Score"), _("Range"), NULL };
    CareChart *chart = care_chart_new(CARE_CHART_PARTS, _("Recommendation by Quarter"));
    g_autofree char *reading = read_quarters(quarters, n);
    guint answers = 0;

    care_chart_set_reading(chart, reading);
    care_chart_set_heading(chart, _("score"), NULL);
    care_chart_set_columns(chart, columns);
    care_chart_add_series(chart, "0–6", CARE_ROLE_BAD);
    care_chart_add_series(chart, "7–8", CARE_ROLE_NEUTRAL);
    care_chart_add_series(chart, "9–10", CARE_ROLE_GOOD);
    for (gsize i = 0; i < n; i++)
        answers += quarters[i].nps.n;
    care_chart_set_empty(chart, _("No answers yet. Ask when a job is collected."));
    for (gsize i = 0; i < n && answers > 0; i++)
        add_quarter(chart, &quarters[i], today);
    return chart;
}
