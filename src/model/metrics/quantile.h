/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A 90th percentile of fewer values is not shown (rule M8). */
#define CARE_P90_MIN_N 10

double care_quantile(const double *values, gsize n, double p);
double care_median(const double *values, gsize n);
gboolean care_p90(const double *values, gsize n, double *out);

G_END_DECLS
