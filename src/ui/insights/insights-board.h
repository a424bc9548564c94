/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/insights.h"
#include "service/insights/owed.h"

G_BEGIN_DECLS

/* Everything the Insights page shows, computed. Plain figures of one period; the board copies what it needs. */
typedef struct {
    CareDate today;
    const char *currency;

    CareNps nps;
    CareFrt frt;
    CareShare repeat;
    CareBilling billing;
    const CareSparkMonth *nps_months, *frt_months, *repeat_months, *billing_months;
    gsize n_spark_months; /* of each; 0: no small lines */

    const CareNpsQuarter *quarters;
    gsize n_quarters;
    const CareFrtWeek *weeks;
    gsize n_weeks;
    const CareRevenueMonth *months;
    gsize n_months;
    GPtrArray *others;  /* of CareOwed, nullable: debts in other currencies */
    GPtrArray *cohorts; /* CareCohort; NULL: none */
    guint rhythm[CARE_N_RHYTHMS];
} CareInsightsFigures;

/* Tiles and charts of the shop's figures. Emits "rows-requested" with the key of the rows behind what was clicked or
 * entered, as chart/insights.h lists them. */
#define CARE_TYPE_INSIGHTS_BOARD (care_insights_board_get_type())
G_DECLARE_FINAL_TYPE(CareInsightsBoard, care_insights_board, CARE, INSIGHTS_BOARD, AdwBin)

void care_insights_board_set_figures(CareInsightsBoard *self, const CareInsightsFigures *figures);

G_END_DECLS
