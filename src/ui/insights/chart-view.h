/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"

G_BEGIN_DECLS

/* A chart on screen: drawn by the same code as on paper, with a cursor for the keyboard (arrows, Home, End; Enter
 * opens the rows behind a mark), a tooltip for the pointer and words for a screen reader. Follows dark and high
 * contrast by itself. Emits "mark-activated" with the key of a mark. Main thread. */
#define CARE_TYPE_CHART_VIEW (care_chart_view_get_type())
G_DECLARE_FINAL_TYPE(CareChartView, care_chart_view, CARE, CHART_VIEW, GtkWidget)

void care_chart_view_set_chart(CareChartView *self, CareChart *chart);
CareChart *care_chart_view_get_chart(CareChartView *self);
int care_chart_view_get_cursor(CareChartView *self);
const char *care_chart_view_get_cursor_label(CareChartView *self);

G_END_DECLS
