/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* value NaN: nothing was observed, which is not 0. */
typedef struct {
    double value;
    char *text;
    char *spoken;
    char *key;
    CareCellFlags flags;
    CareRole role; /* of a cell apart from its series */
    gboolean own_role;
} CareCell;

typedef struct {
    char *label;
    char *spoken;
    char *sublabel; /* second line at the axis: a year, "so far" */
    char *note;     /* dim words after a bar's value; the size of a group */
    gboolean partial;
    /* the score beside a bar of parts */
    gboolean has_score;
    double score, low, high;
    char *score_spoken;
    char *score_key;
    char *too_few; /* instead of a score */
    GArray *cells; /* CareCell, one per series */
} CareCategory;

typedef struct {
    char *label;
    CareRole role;
} CareSeries;

struct _CareChart {
    GObject parent_instance;

    CareChartKind kind;
    char *title;
    char *reading;
    char *empty;
    CareUnit unit;
    char *currency;
    char *heading;       /* over the scores, or over the first column of a grid */
    char *heading_short; /* over the labels instead, where there is no room for it */
    char *figure;
    char *range;
    char *key;
    GPtrArray *categories; /* CareCategory */
    GArray *series;        /* CareSeries */
    gboolean has_limits;
    double lower, mean, upper;
    char *mean_label;
    char *upper_label;
    CareChartTable table;
};

CareCategory *care_chart_category(CareChart *self, guint category);
CareCell *care_chart_cell(CareChart *self, guint category, guint series);
void care_chart_value_range(CareChart *self, double *low, double *high);

G_END_DECLS
