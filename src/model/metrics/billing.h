/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/money.h"
#include "model/metrics/share.h"

G_BEGIN_DECLS

/* Issued within so many working days after the work was done is on time (rule M9). */
#define CARE_BILLING_ON_TIME_DAYS 2

/* A finished job. invoiced without a month: not billed yet. */
typedef struct {
    CareDate done;
    CareDate invoiced;
} CareBilledJob;

typedef gboolean (*CareIsWorkingDay)(CareDate date, gpointer user_data);

/* n: jobs billed on or after the day they were done; too_few: none. early were billed before, as a deposit is, and
 * are in neither mean nor median, yet not on time. waiting: done, not billed. */
typedef struct {
    guint n;
    double mean_days;
    double median_days;
    guint early;
    guint waiting;
    int oldest_waiting_days;
    CareShare on_time;
    gboolean too_few;
} CareBilling;

CareBilling care_billing(const CareBilledJob *jobs, gsize n, CareIsWorkingDay is_working_day,
                         gpointer user_data, CareDate today);

G_END_DECLS
