/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/metrics/repeat.h"
#include "model/metrics/rhythm.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What the visits of all customers say (rules M4 and M5). */
typedef struct {
    CareShare come_back; /* of those whose first visit was in the same period a year before */
    GArray *came, *away; /* of CareId, by id: who of them came back within the year, and who did not */
    GPtrArray *cohorts;  /* of CareCohort */
    GArray *rhythm[CARE_N_RHYTHMS]; /* of CareId: the customers in each class, who waits longest first */
} CareInsightsVisits;

/* Fills visits, whose arrays the caller owns then. On the connection's thread. */
gboolean care_insights_read_visits(CareInsightsVisits *visits, CareConnection *connection, CareClock *clock,
                                   CareDate from, CareDate to, GError **error);
void care_insights_visits_clear(CareInsightsVisits *visits);

G_END_DECLS
