/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/nps.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/metrics/share.h"

/* Standard error of 100·(p − d) for fractional counts, in points. */
static double
standard_error(double promoters, double detractors, double n)
{
    double p = promoters / n;
    double d = detractors / n;
    double variance = p + d - (p - d) * (p - d);

    return 100.0 * sqrt(MAX(variance, 0.0) / n);
}

/**
 * care_nps:
 *
 * The score 100·(p − d) with two intervals (rule M1): Wald, and the adjusted Wald of Rocks (2016), which adds
 * ¾ detractor, 1½ passives and ¾ promoter and so stays honest when five of five say 10.
 */
CareNps
care_nps(guint promoters, guint passives, guint detractors)
{
    CareNps nps = { .promoters = promoters, .passives = passives, .detractors = detractors };
    double adjusted_n, centre;

    nps.n = promoters + passives + detractors;
    nps.too_few = nps.n < CARE_NPS_MIN_N;
    if (nps.n == 0)
        return nps;

    nps.value = 100.0 * ((double)promoters - (double)detractors) / nps.n;
    nps.wald = CARE_Z95 * standard_error(promoters, detractors, nps.n);

    adjusted_n = nps.n + 3.0;
    centre = 100.0 * ((double)promoters - (double)detractors) / adjusted_n;
    nps.adjusted_error = standard_error(promoters + 0.75, detractors + 0.75, adjusted_n);
    nps.low = MAX(centre - CARE_Z95 * nps.adjusted_error, -100.0);
    nps.high = MIN(centre + CARE_Z95 * nps.adjusted_error, 100.0);
    return nps;
}

/**
 * care_latest_answers:
 *
 * One answer per customer and period, the latest (rule M1): who answers often does not weigh more. The period is
 * what the caller passes.
 */
GArray *
care_latest_answers(const CareScoreAnswer *answers, gsize n)
{
    g_autoptr(GHashTable) latest = g_hash_table_new(g_int64_hash, g_int64_equal);
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(CareScoreAnswer));
    GHashTableIter iter;
    gpointer value;

    for (gsize i = 0; i < n; i++) {
        const CareScoreAnswer *answer = &answers[i];
        const CareScoreAnswer *known;

        if (answer->customer == 0) {
            g_array_append_val(kept, *answer);
            continue;
        }
        known = g_hash_table_lookup(latest, &answer->customer);
        if (known == NULL || answer->at >= known->at)
            g_hash_table_replace(latest, (gpointer)&answer->customer, (gpointer)answer);
    }
    g_hash_table_iter_init(&iter, latest);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        g_array_append_vals(kept, value, 1);
    return kept;
}

/**
 * care_nps_of_answers:
 *
 * Pools the answers of one period, the latest of each customer. Answers outside 0…10 are no answers. Keep
 * relationship and per-job surveys apart: pass one kind only.
 */
CareNps
care_nps_of_answers(const CareScoreAnswer *answers, gsize n)
{
    g_autoptr(GArray) latest = care_latest_answers(answers, n);
    guint promoters = 0, passives = 0, detractors = 0;

    for (guint i = 0; i < latest->len; i++) {
        int score = g_array_index(latest, CareScoreAnswer, i).score;

        if (score < 0 || score > 10)
            continue;
        if (score >= CARE_NPS_LOWEST_PROMOTER)
            promoters++;
        else if (score >= CARE_NPS_LOWEST_PASSIVE)
            passives++;
        else
            detractors++;
    }
    return care_nps(promoters, passives, detractors);
}

/**
 * care_nps_difference:
 *
 * z = Δ / √(SE₁² + SE₂²) (rule M1), with the adjusted errors: the plain ones are 0 where all agree, and then any
 * difference would look certain. 0 when either period has no answers.
 */
double
care_nps_difference(const CareNps *before, const CareNps *after)
{
    if (before->n == 0 || after->n == 0)
        return 0.0;
    return (after->value - before->value) / hypot(before->adjusted_error, after->adjusted_error);
}

/* Only |z| > 1.96 may be called a change, and only between periods whose scores may be shown. */
gboolean
care_nps_changed(const CareNps *before, const CareNps *after)
{
    return !before->too_few && !after->too_few && fabs(care_nps_difference(before, after)) > CARE_Z95;
}

const char *
care_nps_definition(void)
{
    return _(
        "Share of customers who answer 9 or 10 minus the share who answer 0 to 6, from −100 to 100. The "
        "latest "
        "answer of each customer counts. The range is where the true score lies in 95 of 100 cases. Under 10 "
        "answers no score is shown.");
}
