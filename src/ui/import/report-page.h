/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/import/report-rows.h"

G_BEGIN_DECLS

/* What an earlier import did, row by row, as its report told it: a page to be gone back from. title: its files. opened: as
 * in care_report_rows_add(); user_data outlives the page. Transfer floating. */
#define CARE_TYPE_REPORT_PAGE (care_report_page_get_type())
G_DECLARE_FINAL_TYPE(CareReportPage, care_report_page, CARE, REPORT_PAGE, AdwNavigationPage)

CareReportPage *care_report_page_new(CareStore *store, CareId import, const char *title,
                                     CareReportOpened opened, gpointer user_data);

G_END_DECLS
