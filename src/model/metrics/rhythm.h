/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "model/metrics/share.h"

G_BEGIN_DECLS

typedef enum {
    CARE_RHYTHM_UNKNOWN, /* no visit, or nothing says how often this customer should come */
    CARE_RHYTHM_IN_RHYTHM,
    CARE_RHYTHM_DUE,
    CARE_RHYTHM_LATE,
    CARE_RHYTHM_LAPSED,
    CARE_N_RHYTHMS,
} CareRhythmClass;

/* What is known of the kind of service a customer comes for; 0 where it is not. */
typedef struct {
    double median_gap_days;
    double p90_gap_days;  /* only from 10 gaps on (rule M8) */
    double interval_days; /* as the care plan sets it */
} CareServiceRhythm;

typedef struct {
    CareRhythmClass rhythm;
    double expected_days; /* E: 0 when unknown */
    int since_days;       /* since the last visit */
    guint own_gaps;
    gboolean own; /* E is the median of the customer's own gaps */
} CareRhythm;

CareRhythm care_rhythm(const CareDate *visits, gsize n, const CareServiceRhythm *kind, CareDate today);
const char *care_rhythm_label(CareRhythmClass rhythm);
const char *care_rhythm_definition(void);

G_END_DECLS
