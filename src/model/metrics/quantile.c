/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/quantile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

/**
 * care_quantile:
 * @values: in any order, not changed
 * @p: 0…1
 *
 * Quantile of type 7 (Hyndman & Fan; the default of R and of spreadsheets): linear between the two neighbours of
 * rank (n − 1)·p. NaN when @n is 0.
 */
double
care_quantile(const double *values, gsize n, double p)
{
    g_autofree double *sorted = NULL;
    double rank, below;
    gsize index;

    if (n == 0)
        return NAN;
    sorted = g_memdup2(values, n * sizeof *values);
    qsort(sorted, n, sizeof *sorted, compare_doubles);
    rank = CLAMP(p, 0.0, 1.0) * (double)(n - 1);
    below = floor(rank);
    index = (gsize)below;
    if (index + 1 >= n)
        return sorted[n - 1];
    return sorted[index] + (rank - below) * (sorted[index + 1] - sorted[index]);
}

double
care_median(const double *values, gsize n)
{
    return care_quantile(values, n, 0.5);
}

/* FALSE, and @out untouched, below CARE_P90_MIN_N values. */
gboolean
care_p90(const double *values, gsize n, double *out)
{
    if (n < CARE_P90_MIN_N)
        return FALSE;
    *out = care_quantile(values, n, 0.9);
    return TRUE;
}
