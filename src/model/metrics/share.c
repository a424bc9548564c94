/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/share.h"

#include <math.h>

/**
 * care_share:
 * @hits: how many of the @n, 0…@n
 * @n: how many there are
 *
 * The share with its Wilson score interval (rule M2), which stays inside 0…1 and says something even for
 * 0 of 8 or 10 of 10, where the textbook interval has no width.
 */
CareShare
care_share(gint64 hits, gint64 n)
{
    CareShare share = { .hits = hits, .n = n, .too_few = n <= 0 };

    if (share.too_few)
        return share;

    double count = (double)n;
    double p = (double)CLAMP(hits, 0, n) / count;
    double z2 = CARE_Z95 * CARE_Z95;
    double centre = (p + z2 / (2.0 * count)) / (1.0 + z2 / count);
    double half = CARE_Z95 / (1.0 + z2 / count) * sqrt(p * (1.0 - p) / count + z2 / (4.0 * count * count));

    share.value = p;
    share.low = CLAMP(centre - half, 0.0, p);
    share.high = CLAMP(centre + half, p, 1.0);
    return share;
}
