/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* The least width and height that are laid out; smaller ones are cut off. */
#define CARE_CHART_MIN_WIDTH 160
#define CARE_CHART_MIN_HEIGHT 36

/* Something that can be pointed at and stepped to. box: what it covers; hit: where the pointer means it. row and
 * column: its place for the arrow keys, column growing in reading direction. Strings belong to the chart. */
typedef struct {
    CareBox box;
    CareBox hit;
    int row;
    int column;
    const char *label;
    const char *key;
} CareMark;

typedef enum {
    CARE_STEP_LEFT,
    CARE_STEP_RIGHT,
    CARE_STEP_UP,
    CARE_STEP_DOWN,
    CARE_STEP_FIRST,
    CARE_STEP_LAST,
} CareStep;

/* A chart at one size: what to draw and what can be pointed at. */
typedef struct {
    CareChart *chart;
    CareChartTheme theme;
    CareScene *scene;
    GArray *marks; /* CareMark */
} CareChartLayout;

CareChartLayout *care_chart_layout_new(CareChart *chart, double width, double height,
                                       const CareChartTheme *theme, CareTextWidth text_width,
                                       gpointer text_data);
void care_chart_layout_free(CareChartLayout *layout);
guint care_chart_n_marks(CareChartLayout *layout);
const CareMark *care_chart_mark(CareChartLayout *layout, int mark);
int care_chart_hit(CareChartLayout *layout, double x, double y);
int care_chart_next(CareChartLayout *layout, int mark, CareStep step);
int care_chart_preferred_height(CareChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareChartLayout, care_chart_layout_free)

G_END_DECLS
