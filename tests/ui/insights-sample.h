/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/insights/insights-board.h"

G_BEGIN_DECLS

/* Fills a board with the figures a shop could have. */
void insights_sample_fill(CareInsightsBoard *board);
/* … and with those of its first morning. */
void insights_sample_fill_empty(CareInsightsBoard *board);

G_END_DECLS
