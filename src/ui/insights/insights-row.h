/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/id.h"

G_BEGIN_DECLS

/* One of the rows behind a figure: a sentence, its facts, a value at the end, and the record it opens. Unchanged once
 * made. */
#define CARE_TYPE_INSIGHTS_ROW (care_insights_row_get_type())
G_DECLARE_FINAL_TYPE(CareInsightsRow, care_insights_row, CARE, INSIGHTS_ROW, GObject)

CareInsightsRow *care_insights_row_new(const char *kind, CareId id, const char *title, const char *subtitle,
                                       const char *value);
const char *care_insights_row_get_kind(CareInsightsRow *self);
CareId care_insights_row_get_id(CareInsightsRow *self);
const char *care_insights_row_get_title(CareInsightsRow *self);
const char *care_insights_row_get_subtitle(CareInsightsRow *self);
const char *care_insights_row_get_value(CareInsightsRow *self);

G_END_DECLS
