/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/import/report-rows.h"

G_BEGIN_DECLS

/* What earlier imports brought, the latest first, each with its report and a button that takes it back. Imports whose rows
 * are no longer kept are not among them (exchange/import/import-log.h). */
#define CARE_TYPE_PAST_IMPORTS (care_past_imports_get_type())
G_DECLARE_FINAL_TYPE(CarePastImports, care_past_imports, CARE, PAST_IMPORTS, AdwDialog)

/* opened: somebody in a report was chosen, and this is closed; as in care_report_rows_add(). user_data outlives it. */
void care_past_imports_present(GtkWidget *parent, CareContext *context, CareReportOpened opened,
                               gpointer user_data);
/* Whether there is one that can be taken back. */
gboolean care_past_imports_any(CareStore *store);
/* What taking an import back did, as a sentence; transfer full. kept: how many were changed since and stay. */
char *care_past_imports_sentence(guint kept);

G_END_DECLS
