/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/csat.h"

#include <glib/gi18n-lib.h>

/**
 * care_csat_of_answers:
 * @answers: 1…5 each; others are no answers
 *
 * Top-2-box: the share of 4 and 5 with its Wilson interval (rule M2), the latest answer per customer.
 */
CareShare
care_csat_of_answers(const CareScoreAnswer *answers, gsize n)
{
    g_autoptr(GArray) latest = care_latest_answers(answers, n);
    gint64 satisfied = 0, counted = 0;

    for (guint i = 0; i < latest->len; i++) {
        int score = g_array_index(latest, CareScoreAnswer, i).score;

        if (score < 1 || score > 5)
            continue;
        counted++;
        satisfied += score >= 4;
    }
    return care_share(satisfied, counted);
}
