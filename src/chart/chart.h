/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "chart/theme.h"
#include "chart/units.h"

G_BEGIN_DECLS

typedef enum {
    CARE_CHART_PARTS,   /* stacked bars of shares, each with a score and its range */
    CARE_CHART_TREND,   /* a line over time with mean and limits */
    CARE_CHART_COLUMNS, /* several series by month */
    CARE_CHART_BARS,    /* one bar a row */
    CARE_CHART_GRID,    /* a number in each cell, shaded */
    CARE_CHART_SPARK,   /* a small line without axes */
    CARE_CHART_TILE,    /* a headline figure with its small line */
} CareChartKind;

typedef enum {
    CARE_CELL_PLAIN = 0,
    CARE_CELL_SIGNAL = 1 << 0, /* drawn as a diamond */
    CARE_CELL_NAMED = 1 << 1,  /* … with its value beside it */
} CareCellFlags;

/**
 * CareChart:
 *
 * What a chart shows, apart from how large it is drawn: title, one sentence that reads it, categories × series of
 * values, and a table of the same for *Show as Table*. Every value has a spoken label and a key that opens the rows
 * behind it. Made by the care_*_chart_new() functions; unchanged once it is shown. Main thread, or any one thread.
 */
#define CARE_TYPE_CHART (care_chart_get_type())
G_DECLARE_FINAL_TYPE(CareChart, care_chart, CARE, CHART, GObject)

/* rows: gchar ** each, as many as columns. */
typedef struct {
    char **columns;
    guint n_columns;
    GPtrArray *rows;
} CareChartTable;

CareChart *care_chart_new(CareChartKind kind, const char *title);
CareChart *care_chart_new_spark(CareChart *tile);
void care_chart_set_reading(CareChart *self, const char *sentence);
void care_chart_set_empty(CareChart *self, const char *sentence);
void care_chart_set_unit(CareChart *self, CareUnit unit, const char *currency);
void care_chart_set_heading(CareChart *self, const char *heading, const char *heading_short);
void care_chart_set_figure(CareChart *self, const char *figure, const char *range, const char *key);
void care_chart_set_limits(CareChart *self, double lower, double mean, double upper, const char *mean_label,
                           const char *upper_label);
guint care_chart_add_category(CareChart *self, const char *label, const char *spoken, gboolean partial);
void care_chart_set_category_note(CareChart *self, guint category, const char *sublabel, const char *note);
guint care_chart_add_series(CareChart *self, const char *label, CareRole role);
void care_chart_set_value(CareChart *self, guint category, guint series, double value, const char *text,
                          const char *key);
void care_chart_mark_value(CareChart *self, guint category, guint series, CareCellFlags flags, CareRole role,
                           const char *remark);
void care_chart_set_spoken(CareChart *self, guint category, guint series, const char *spoken);
void care_chart_set_score(CareChart *self, guint category, double value, double low, double high,
                          const char *spoken, const char *key);
void care_chart_set_too_few(CareChart *self, guint category, const char *text);

char *care_chart_period_name(const char *period, gboolean running);
void care_chart_set_columns(CareChart *self, const char *const *columns);
void care_chart_add_row(CareChart *self, ...) G_GNUC_NULL_TERMINATED;

CareChartKind care_chart_get_kind(CareChart *self);
const char *care_chart_get_title(CareChart *self);
const char *care_chart_get_reading(CareChart *self);
const char *care_chart_get_figure(CareChart *self);
const char *care_chart_get_range(CareChart *self);
const char *care_chart_get_key(CareChart *self);
gboolean care_chart_is_empty(CareChart *self);
char *care_chart_summary(CareChart *self);
const CareChartTable *care_chart_table(CareChart *self);

G_END_DECLS
