/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/import/report-rows.h"

G_BEGIN_DECLS

/* What an import did, row by row, and which of it to see: in its report, and whenever somebody looks at it again. */
#define CARE_TYPE_REPORT_GROUP (care_report_group_get_type())
G_DECLARE_FINAL_TYPE(CareReportGroup, care_report_group, CARE, REPORT_GROUP, AdwPreferencesGroup)

GtkWidget *care_report_group_new(void);
/* Of that import: what needs a look, or all of it where nothing does, until another filter is chosen. opened: as in
 * care_report_rows_add(); user_data outlives the group. */
void care_report_group_show(CareReportGroup *self, CareStore *store, CareId import, CareReportOpened opened,
                            gpointer user_data);

G_END_DECLS
