/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits from fewer points are not drawn; under 12 they are provisional (rule M11). */
#define CARE_XMR_MIN_N 6
#define CARE_XMR_GOOD_N 12
#define CARE_XMR_RUN 8

typedef enum {
    CARE_XMR_NONE = 0,
    CARE_XMR_OUTSIDE = 1 << 0,  /* beyond a limit */
    CARE_XMR_RUN_OF_8 = 1 << 1, /* one of 8 or more in a row on one side of the mean */
    CARE_XMR_JUMP = 1 << 2,     /* moved from the point before by more than the range limit */
} CareXmrSignal;

typedef struct {
    guint n; /* points that are no gaps */
    double mean;
    double moving_range; /* mean of the steps between neighbours */
    double lower;
    double upper;
    double range_limit;
    guint signals; /* points outside or in a run */
    gboolean too_few;
    gboolean provisional;
} CareXmr;

CareXmr care_xmr(const double *values, gsize n, gboolean not_negative, guint8 *signals);
const char *care_xmr_definition(void);

G_END_DECLS
