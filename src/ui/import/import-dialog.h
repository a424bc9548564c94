/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Bringing customers from files: choose, look and set the columns, run, and read the report, from which the import can
 * be taken back. Closed while it runs, it is cancelled and everything is as before. */
#define CARE_TYPE_IMPORT_DIALOG (care_import_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareImportDialog, care_import_dialog, CARE, IMPORT_DIALOG, AdwDialog)

CareImportDialog *care_import_dialog_present(GtkWidget *parent, CareContext *context);
/* Goes on to the preview as if these had been chosen. files: of GFile. */
void care_import_dialog_open(CareImportDialog *self, GListModel *files);
/* What its buttons do. */
void care_import_dialog_start(CareImportDialog *self);
void care_import_dialog_revert(CareImportDialog *self);
/* Whether it was closed for one of the customers in its report, who is shown now. */
gboolean care_import_dialog_was_left(CareImportDialog *self);
/* "choose", "preview", "running" or "report". */
const char *care_import_dialog_page(CareImportDialog *self);

G_END_DECLS
