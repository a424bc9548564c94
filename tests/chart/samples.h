/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/insights.h"

G_BEGIN_DECLS

/* Charts with the figures a shop could have, as tests and pictures need them. Each call makes a new one. */
typedef struct {
    const char *name;
    CareChart *(*make)(void);
    int height;
} SampleChart;

extern const SampleChart sample_charts[];
extern const gsize n_sample_charts;

G_END_DECLS
