/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The normal quantile of a two-sided 95 % interval. */
#define CARE_Z95 1.959963984540054

/* hits of n with its 95 % Wilson interval (rule M2). All shares 0…1. too_few: there is nothing to divide by,
 * value, low and high are then 0 and must not be shown. */
typedef struct {
    gint64 hits;
    gint64 n;
    double value;
    double low;
    double high;
    gboolean too_few;
} CareShare;

CareShare care_share(gint64 hits, gint64 n);

G_END_DECLS
