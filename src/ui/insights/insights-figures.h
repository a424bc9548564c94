/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/insights/insights.h"
#include "ui/insights/insights-board.h"

G_BEGIN_DECLS

/* Shows what was computed for a period on the board. */
void care_insights_board_show(CareInsightsBoard *board, const CareInsights *insights, CareDate today,
                              GTimeZone *zone);
/* Whether there is nothing to count yet. */
gboolean care_insights_is_empty(const CareInsights *insights);

G_END_DECLS
