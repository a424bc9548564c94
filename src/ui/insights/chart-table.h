/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"

G_BEGIN_DECLS

/* The figures of a chart as a table: the same numbers for those who would rather read them. */
GtkWidget *care_chart_table_new(CareChart *chart);

G_END_DECLS
