/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/insights/insights.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The rows behind a figure, named by its key (chart/insights.h), as CareInsightsRow; *count gets how many in words.
 * NULL for keys whose rows are not a list of records. Both transfer full. */
GListModel *care_insights_rows(CareStore *store, const CareInsights *insights, const char *key, char **count);

/* What the figure of a key is called: the title of its tile. Of the rhythm: of its chart. */
const char *care_insights_rows_title(const char *key);

G_END_DECLS
