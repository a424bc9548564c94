/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-private.h"
#include "chart/layout.h"
#include "chart/scale.h"

G_BEGIN_DECLS

/* Sizes of chart text at the desktop's usual text size. */
#define CARE_TEXT_SMALL 11.0
#define CARE_TEXT_NORMAL 12.0
#define CARE_TEXT_STRONG 13.0
/* Text beside the marks, dimmed but above 4.5:1. */
#define CARE_ALPHA_DIM 0.75
/* Below this many pixels, at usual text size, a chart is narrow: fewer ticks, labels above instead of beside. */
#define CARE_NARROW 400.0

void care_layout_parts(CareChartLayout *layout);
void care_layout_trend(CareChartLayout *layout);
void care_layout_columns(CareChartLayout *layout);
void care_layout_bars(CareChartLayout *layout);
void care_layout_grid(CareChartLayout *layout);
void care_layout_spark(CareChartLayout *layout, CareBox box);
void care_layout_tile(CareChartLayout *layout);

/* Text size in pixels. */
static inline double
care_layout_size(CareChartLayout *layout, double size)
{
    return size * layout->theme.scale;
}

static inline gboolean
care_layout_is_narrow(CareChartLayout *layout)
{
    return layout->scene->width < CARE_NARROW * layout->theme.scale;
}

void care_layout_add_mark(CareChartLayout *layout, CareBox box, CareBox hit, int row, int column,
                          const char *label, const char *key);
double care_layout_widest(CareChartLayout *layout, gboolean sublabels);
void care_layout_row_label(CareChartLayout *layout, guint category, double x, double y, double most);

G_END_DECLS
