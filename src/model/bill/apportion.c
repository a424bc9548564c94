/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/apportion.h"

/* A part rounded down, and what was cut off it, in units that are the same for all parts. */
typedef struct {
    guint index;
    __int128 rest;
} Share;

static int
compare_shares(gconstpointer a, gconstpointer b)
{
    const Share *left = a, *right = b;

    if (left->rest != right->rest)
        return left->rest > right->rest ? -1 : 1;
    return left->index < right->index ? -1 : 1; /* ties: the earlier one */
}

/* Hands the missing units to the largest rests, one each, or takes what is too much from the smallest: where several
 * taxes were rounded, it may be a unit more than the rests are. */
static void
hand_out(Share *shares, guint n, gint64 missing, gint64 *parts)
{
    guint handed = 0;

    qsort(shares, n, sizeof *shares, compare_shares);
    for (; missing > 0; missing--)
        parts[shares[handed++ % n].index]++;
    for (; missing < 0; missing++)
        parts[shares[n - 1 - handed++ % n].index]--;
}

/*
 * Splits `total` by the absolute values of `weights` so that the parts sum up exactly: each part is rounded
 * towards zero and what is missing goes by one to the largest fractions, ties to the earlier (largest remainder). Where
 * all weights are 0 the first part takes everything. `parts` has room for n; n > 0.
 */
void
care_apportion(gint64 total, const gint64 *weights, guint n, gint64 *parts)
{
    g_autofree Share *shares = g_new0(Share, n);
    gint64 magnitude = ABS(total), missing = magnitude;
    __int128 sum = 0;

    g_return_if_fail(n > 0);
    for (guint i = 0; i < n; i++)
        sum += ABS((__int128)weights[i]);
    for (guint i = 0; i < n; i++) {
        __int128 share = (__int128)magnitude * ABS((__int128)weights[i]);
        parts[i] = sum == 0 ? 0 : (gint64)(share / sum);
        missing -= parts[i];
        shares[i] = (Share){ i, sum == 0 ? 0 : share % sum };
    }
    if (sum == 0)
        parts[0] = magnitude;
    else
        hand_out(shares, n, missing, parts);
    for (guint i = 0; total < 0 && i < n; i++)
        parts[i] = -parts[i];
}

/*
 * Rounds the exact shares values[i] × numerator ÷ denominator so that they sum up to `total`, which is their exact
 * sum rounded up or down, or a unit beside that. Each is rounded down and the missing units go to the
 * largest fractions, ties to the earlier.
 * Values may differ in sign. A total below zero is split as its mirror image, so that a credit note is its
 * invoice's exact opposite.
 */
void
care_apportion_ratio(gint64 total, const gint64 *values, guint n, gint64 numerator, gint64 denominator,
                     gint64 *parts)
{
    g_autofree Share *shares = g_new0(Share, n);
    __int128 exact = 0;
    gint64 sign, missing;

    for (guint i = 0; i < n; i++)
        exact += values[i];
    sign = exact < 0 ? -1 : 1;
    missing = sign * total;
    for (guint i = 0; i < n; i++) {
        __int128 share = (__int128)values[i] * sign * numerator;
        __int128 rest = ((share % denominator) + denominator) % denominator;
        parts[i] = (gint64)((share - rest) / denominator);
        missing -= parts[i];
        shares[i] = (Share){ i, rest };
    }
    hand_out(shares, n, missing, parts);
    for (guint i = 0; sign < 0 && i < n; i++)
        parts[i] = -parts[i];
}
