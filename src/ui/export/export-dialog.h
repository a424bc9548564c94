/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Takes the shop elsewhere: everything, the customers, or one list, into a file of the owner's choice. The window goes
 * on meanwhile; closing the dialog stops a running export and leaves no half file. */
#define CARE_TYPE_EXPORT_DIALOG (care_export_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareExportDialog, care_export_dialog, CARE, EXPORT_DIALOG, AdwDialog)

void care_export_dialog_present(GtkWidget *parent, CareContext *context);

G_END_DECLS
