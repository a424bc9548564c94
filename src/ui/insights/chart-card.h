/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/chart.h"
#include "ui/insights/chart-view.h"

G_BEGIN_DECLS

/* A card of the Insights page: title, the sentence that reads the chart, the chart or its table, a menu. Emits
 * "mark-activated" with the key of the rows to open. The property "show-table" turns the chart into its table. */
#define CARE_TYPE_CHART_CARD (care_chart_card_get_type())
G_DECLARE_FINAL_TYPE(CareChartCard, care_chart_card, CARE, CHART_CARD, AdwBin)

GtkWidget *care_chart_card_new(CareChart *chart, const char *definition);
void care_chart_card_set_chart(CareChartCard *self, CareChart *chart);
void care_chart_card_set_definition(CareChartCard *self, const char *definition);
void care_chart_card_set_action(CareChartCard *self, const char *label, const char *key);
CareChartView *care_chart_card_get_view(CareChartCard *self);

G_END_DECLS
