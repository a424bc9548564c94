/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "model/metrics/share.h"

G_BEGIN_DECLS

/* One job of a customer. returned: under warranty or after a complaint, so no purchase of its own (rule M5). */
typedef struct {
    CareId customer;
    CareDate date;
    gboolean returned;
} CareVisit;

/* One group of the retention grid: customers whose first visit was in the quarter that starts there. */
typedef struct {
    CareDate start;
    guint size;
    guint observed;   /* how many of the quarters after it have begun; the last of them is still running */
    guint *come_back; /* observed counts: who had come again by the end of that quarter */
} CareCohort;

CareShare care_repeat_rate(const CareVisit *visits, gsize n, CareDate from, CareDate to, int window_months,
                           CareDate today, GArray *came, GArray *away);
GPtrArray *care_retention(const CareVisit *visits, gsize n, guint quarters, CareDate today);
void care_cohort_free(CareCohort *cohort);
const char *care_retention_definition(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareCohort, care_cohort_free)

G_END_DECLS
