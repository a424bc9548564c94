/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/frt.h"

#include <glib/gi18n-lib.h>

#include "model/metrics/quantile.h"

/**
 * care_frt:
 *
 * First-response time (rule M8): median and 90th percentile over the answered; the unanswered are counted with
 * the age of the oldest and never dropped, for they would be the slow ones.
 */
CareFrt
care_frt(const CareFirstAnswer *answers, gsize n)
{
    g_autoptr(GArray) waited = g_array_new(FALSE, FALSE, sizeof(double));
    CareFrt frt = { 0 };

    for (gsize i = 0; i < n; i++) {
        double seconds = (double)MAX(answers[i].seconds, 0);

        if (!answers[i].inbound)
            continue;
        if (answers[i].answered) {
            g_array_append_val(waited, seconds);
        } else {
            frt.open++;
            frt.oldest_open_s = MAX(frt.oldest_open_s, answers[i].seconds);
        }
    }
    frt.n = waited->len;
    frt.too_few = frt.n == 0;
    if (!frt.too_few)
        frt.median_s = care_median((double *)waited->data, waited->len);
    frt.p90_too_few = !care_p90((double *)waited->data, waited->len, &frt.p90_s);
    return frt;
}

const char *
care_frt_definition(void)
{
    return _(
        "Time in shop hours from a customer’s first message to the first answer by a person. Half of all "
        "messages wait less than the typical time; one in ten waits longer than the second figure, which is "
        "shown from 10 messages on. Messages still waiting are counted apart.");
}
