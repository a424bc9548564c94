/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/place.h"

G_BEGIN_DECLS

/* The place "Insights": the shop's figures, and the rows behind each. */
#define CARE_TYPE_INSIGHTS_PAGE (care_insights_page_get_type())
G_DECLARE_FINAL_TYPE(CareInsightsPage, care_insights_page, CARE, INSIGHTS_PAGE, CarePlace)

void care_insights_page_show_rows(CareInsightsPage *self, const char *title, const char *subtitle,
                                  GListModel *rows);

G_END_DECLS
