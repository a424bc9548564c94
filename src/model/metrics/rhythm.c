/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/rhythm.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "model/metrics/quantile.h"

/* From this many own gaps on the customer's own habit counts more than the kind's (rule M4). */
#define MIN_OWN_GAPS 3

static int
compare_days(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* Gaps between the days of visits up to today; several jobs on one day are one visit. */
static GArray *
own_gaps(const CareDate *visits, gsize n, CareDate today, int *last)
{
    g_autofree int *days = g_new(int, n + 1);
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(double));
    gsize count = 0;

    for (gsize i = 0; i < n; i++)
        if (care_date_is_set(visits[i]) && care_date_compare(visits[i], today) <= 0)
            days[count++] = care_date_to_days(visits[i]);
    qsort(days, count, sizeof *days, compare_days);
    for (gsize i = 1; i < count; i++) {
        double gap = days[i] - days[i - 1];

        if (gap > 0)
            g_array_append_val(gaps, gap);
    }
    *last = count > 0 ? days[count - 1] : G_MININT;
    return gaps;
}

static CareRhythmClass
classify(double since, double expected, double kind_p90)
{
    /* The kind's 90th percentile must not call somebody lapsed who is still within their own slower rhythm. */
    if (since > 2.0 * expected || (kind_p90 > 0 && since > kind_p90 && since >= expected))
        return CARE_RHYTHM_LAPSED;
    if (since > 1.5 * expected)
        return CARE_RHYTHM_LATE;
    if (since >= expected)
        return CARE_RHYTHM_DUE;
    return CARE_RHYTHM_IN_RHYTHM;
}

/**
 * care_rhythm:
 * @visits: the customer's visits in any order; later ones than @today are ignored
 * @kind: (nullable): what is known of the kind of service
 *
 * Where a customer stands in the rhythm of their own visits (rule M4): expected gap E = median of own gaps if there
 * are at least three, else the kind's median, else its interval. Due at E, late over 1.5 E, lapsed over 2 E or over
 * the 90th percentile of the kind. Leave out one-off kinds, the deceased, moved and not to be contacted before.
 */
CareRhythm
care_rhythm(const CareDate *visits, gsize n, const CareServiceRhythm *kind, CareDate today)
{
    CareRhythm result = { .rhythm = CARE_RHYTHM_UNKNOWN };
    int last;
    g_autoptr(GArray) gaps = own_gaps(visits, n, today, &last);

    if (last == G_MININT)
        return result;
    result.since_days = care_date_to_days(today) - last;
    result.own_gaps = gaps->len;
    result.own = gaps->len >= MIN_OWN_GAPS;
    if (result.own)
        result.expected_days = care_median((double *)gaps->data, gaps->len);
    else if (kind != NULL)
        result.expected_days = kind->median_gap_days > 0 ? kind->median_gap_days : kind->interval_days;
    if (result.expected_days > 0)
        result.rhythm
            = classify(result.since_days, result.expected_days, kind != NULL ? kind->p90_gap_days : 0.0);
    return result;
}

const char *
care_rhythm_label(CareRhythmClass rhythm)
{
    static const char *const labels[CARE_N_RHYTHMS] = {
        [CARE_RHYTHM_UNKNOWN] = N_("No rhythm yet"),
        [CARE_RHYTHM_IN_RHYTHM] = N_("In rhythm"),
        [CARE_RHYTHM_DUE] = N_("Due"),
        [CARE_RHYTHM_LATE] = N_("Late"),
        [CARE_RHYTHM_LAPSED] = N_("Lapsed"),
    };

    g_return_val_if_fail(rhythm < CARE_N_RHYTHMS, NULL);
    return _(labels[rhythm]);
}

const char *
care_rhythm_definition(void)
{
    return _(
        "Each customer is measured by their own usual time between visits (from three gaps on, else by what "
        "is "
        "usual for that kind of work): due when it has passed, late after one and a half times, lapsed after "
        "twice.");
}
