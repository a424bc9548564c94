/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/xmr.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
measure(CareXmr *xmr, const double *values, gsize n)
{
    double sum = 0.0, steps = 0.0, before = NAN;

    for (gsize i = 0; i < n; i++) {
        if (isnan(values[i]))
            continue;
        sum += values[i];
        if (xmr->n > 0)
            steps += fabs(values[i] - before);
        before = values[i];
        xmr->n++;
    }
    if (xmr->n > 0)
        xmr->mean = sum / xmr->n;
    if (xmr->n > 1)
        xmr->moving_range = steps / (xmr->n - 1);
}

/* Marks every point of a run, not only its eighth: the run began with the first. A point on the mean is on
 * neither side and ends it. */
static void
mark_runs(const CareXmr *xmr, const double *values, gsize n, guint8 *signals)
{
    gsize start = 0;
    guint length = 0;
    int side = 0;

    for (gsize i = 0; i <= n; i++) {
        int here = 0;

        if (i < n && isnan(values[i]))
            continue;
        if (i < n)
            here = (values[i] > xmr->mean) - (values[i] < xmr->mean);
        if (here != 0 && here == side) {
            length++;
            continue;
        }
        for (gsize j = start; length >= CARE_XMR_RUN && j < i; j++)
            if (!isnan(values[j]))
                signals[j] |= CARE_XMR_RUN_OF_8;
        start = i;
        side = here;
        length = here != 0;
    }
}

static void
mark_signals(const CareXmr *xmr, const double *values, gsize n, guint8 *signals)
{
    double before = NAN;

    for (gsize i = 0; i < n; i++) {
        if (isnan(values[i]))
            continue;
        if (values[i] > xmr->upper || values[i] < xmr->lower)
            signals[i] |= CARE_XMR_OUTSIDE;
        if (!isnan(before) && fabs(values[i] - before) > xmr->range_limit)
            signals[i] |= CARE_XMR_JUMP;
        before = values[i];
    }
    mark_runs(xmr, values, n, signals);
}

/**
 * care_xmr:
 * @values: one per period in order, without the running one; NaN where a period has no value
 * @not_negative: the figure cannot be below 0, so the lower limit is not either
 * @signals: (nullable): @n flags of #CareXmrSignal, filled
 *
 * A process behaviour chart (rule M11): mean ± 2.66·mean moving range, range limit 3.27·mean moving range.
 * Below CARE_XMR_MIN_N points too_few is set and nothing is marked.
 */
CareXmr
care_xmr(const double *values, gsize n, gboolean not_negative, guint8 *signals)
{
    g_autofree guint8 *marks = g_new0(guint8, n + 1);
    CareXmr xmr = { 0 };

    measure(&xmr, values, n);
    xmr.too_few = xmr.n < CARE_XMR_MIN_N;
    xmr.provisional = xmr.n < CARE_XMR_GOOD_N;
    xmr.upper = xmr.mean + 2.66 * xmr.moving_range;
    xmr.lower = xmr.mean - 2.66 * xmr.moving_range;
    if (not_negative)
        xmr.lower = MAX(xmr.lower, 0.0);
    xmr.range_limit = 3.27 * xmr.moving_range;

    if (!xmr.too_few)
        mark_signals(&xmr, values, n, marks);
    for (gsize i = 0; i < n; i++) {
        xmr.signals += (marks[i] & (CARE_XMR_OUTSIDE | CARE_XMR_RUN_OF_8)) != 0;
        if (signals != NULL)
            signals[i] = marks[i];
    }
    return xmr;
}

const char *
care_xmr_definition(void)
{
    return _(
        "The shaded band is where weeks usually fall: the average plus or minus 2.66 times the average step "
        "from week to week. A week outside it, or eight in a row on one side of the average, is worth a "
        "look. "
        "Limits are drawn from 6 weeks on.");
}
