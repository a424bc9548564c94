/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/metrics/billing.h"
#include "model/metrics/csat.h"
#include "model/metrics/frt.h"
#include "model/metrics/nps.h"
#include "model/metrics/revenue.h"
#include "service/insights/insights-visits.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What answers are about. */
typedef enum {
    CARE_ANSWERS_OF_RELATIONSHIP, /* the shop as a whole */
    CARE_ANSWERS_OF_JOBS,
    CARE_N_ANSWERS_ABOUT,
} CareAnswersAbout;

/* The figures of a period, computed from the rows by the rules of model/metrics. Values only: may go to any thread. */
typedef struct {
    CareDate from, to;
    char *currency;
    CareNps nps; /* of all answers, the latest of each customer … */
    CareNps nps_by_about
        [CARE_N_ANSWERS_ABOUT]; /* … and apart, by CareAnswersAbout, the latest of each customer among those (rule M1) */
    GArray *scores;             /* of CareScoreAnswer, all of the period by time: for charts by quarter */
    CareShare csat;
    CareShare csat_by_about[CARE_N_ANSWERS_ABOUT];
    CareFrt frt;
    GArray *answers;   /* of CareInsightAnswer, by the time the message came */
    GArray *months;    /* of CareRevenueMonth */
    GPtrArray *others; /* of CareOwed: what is owed today in other currencies */
    CareBilling billing;
    CareInsightsVisits visits;
} CareInsights;

/* One first message and how long it waited, in shop hours. */
typedef struct {
    CareInstant received;
    gint64 seconds;
    gboolean answered;
} CareInsightAnswer;

/* The usual period: the running month and the eleven before it. */
void care_insights_default_period(CareDate today, CareDate *from, CareDate *to);
/* On any thread, with that thread's connection. */
CareInsights *care_insights_compute(CareConnection *connection, CareClock *clock, CareDate from, CareDate to,
                                    GError **error);
void care_insights_free(CareInsights *insights);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareInsights, care_insights_free)

G_END_DECLS
