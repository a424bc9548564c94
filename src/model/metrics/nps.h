/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"

G_BEGIN_DECLS

/* Below this many answers the score is not shown, only the answers themselves (rule M1). */
#define CARE_NPS_MIN_N 10

/* 0…6 are detractors, 7 and 8 passives, 9 and 10 promoters (rule M1). */
#define CARE_NPS_LOWEST_PASSIVE 7
#define CARE_NPS_LOWEST_PROMOTER 9

/* One answer, 0…10. customer 0: an answer nobody is named for, which always counts as its own. */
typedef struct {
    CareId customer;
    CareInstant at;
    int score;
} CareScoreAnswer;

/* A Net Promoter Score of one period, in points −100…100. value and wald are filled for n ≥ 1, also when
 * too_few: the caller decides on too_few alone whether a score may be shown. */
typedef struct {
    guint promoters;
    guint passives;
    guint detractors;
    guint n;
    double value;
    double wald; /* half width of the plain interval, 0 where all agree: do not show it for small n */
    double low;  /* adjusted Wald (Rocks 2016), clamped to −100…100 */
    double high;
    double adjusted_error; /* the standard error behind low and high */
    gboolean too_few;
} CareNps;

CareNps care_nps(guint promoters, guint passives, guint detractors);
CareNps care_nps_of_answers(const CareScoreAnswer *answers, gsize n);
double care_nps_difference(const CareNps *before, const CareNps *after);
gboolean care_nps_changed(const CareNps *before, const CareNps *after);
const char *care_nps_definition(void);

/* The latest answer of each customer, in no order; ties in time: the later in the input. Free with g_array_unref. */
GArray *care_latest_answers(const CareScoreAnswer *answers, gsize n);

G_END_DECLS
