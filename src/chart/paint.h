/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "chart/layout.h"

G_BEGIN_DECLS

CareChartLayout *care_chart_layout_with_pango(CareChart *chart, double width, double height,
                                              const CareChartTheme *theme);
void care_chart_layout_draw(CareChartLayout *layout, cairo_t *cr, int focused, int hovered);

G_END_DECLS
