/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"
#include "model/metrics/billing.h"
#include "model/metrics/frt.h"
#include "model/metrics/nps.h"
#include "model/metrics/repeat.h"
#include "model/metrics/revenue.h"
#include "model/metrics/rhythm.h"

G_BEGIN_DECLS

/* The charts of the Insights page, made of plain figures. Every mark's key names the rows behind it:
 * "nps:2026-10-01:promoters" (or passives, detractors, score), "frt:2026-10-12", "revenue:2026-10-01:invoiced" (or
 * paid, outstanding), "rhythm:late", "retention:2026-01-01:2"; of tiles "nps", "frt", "repeat", "billing". The date is
 * the first day of the period. */

typedef struct {
    CareDate start; /* first day of the quarter */
    CareNps nps;
} CareNpsQuarter;

typedef struct {
    CareDate start;  /* a Monday */
    double median_s; /* NaN: no message was answered */
    guint n;
} CareFrtWeek;

/* A month of a tile's small line; value NaN: nothing observed. */
typedef struct {
    CareDate month;
    double value;
} CareSparkMonth;

CareChart *care_nps_chart_new(const CareNpsQuarter *quarters, gsize n, CareDate today);
CareChart *care_frt_chart_new(const CareFrtWeek *weeks, gsize n, CareDate today);
CareChart *care_revenue_chart_new(const CareRevenueMonth *months, gsize n, const char *currency);
CareChart *care_rhythm_chart_new(const guint counts[CARE_N_RHYTHMS]);
CareChart *care_retention_chart_new(GPtrArray *cohorts);

CareChart *care_nps_tile_new(const CareNps *nps, const CareSparkMonth *months, gsize n);
CareChart *care_frt_tile_new(const CareFrt *frt, const CareSparkMonth *months, gsize n);
CareChart *care_repeat_tile_new(const CareShare *share, const CareSparkMonth *months, gsize n);
CareChart *care_billing_tile_new(const CareBilling *billing, const CareSparkMonth *months, gsize n);

G_END_DECLS
