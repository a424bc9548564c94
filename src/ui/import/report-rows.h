/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/import/import-log.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
    CARE_REPORT_TO_LOOK_AT, /* doubtful and refused */
    CARE_REPORT_NEW,
    CARE_REPORT_MERGED,
    CARE_REPORT_ALL,
} CareReportFilter;

/* What people call the file of an import. Transfer full. */
char *care_report_file_name(const char *path);

/* Whether something of it is doubtful or refused, or was not taken over. */
gboolean care_report_rows_need_look(CareStore *store, CareId import);

/* Adds a row for each row of an import that the filter lets through, at most some hundreds, and for each file that was not
 * taken over. Returns them, transfer
 * container; activating one with a customer calls opened. */
typedef void (*CareReportOpened)(CareId customer, gpointer user_data);
GPtrArray *care_report_rows_add(AdwPreferencesGroup *group, CareStore *store, CareId import,
                                CareReportFilter filter, CareReportOpened opened, gpointer user_data);

G_END_DECLS
