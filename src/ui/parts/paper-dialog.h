/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/parts/paper-acts.h"

G_BEGIN_DECLS

/* CarePaperDialog: a paper as it will be printed, with what can be done with it. Nothing opens, and the reason is
 * told, when it cannot be laid out. Main thread. */
#define CARE_TYPE_PAPER_DIALOG (care_paper_dialog_get_type())
G_DECLARE_FINAL_TYPE(CarePaperDialog, care_paper_dialog, CARE, PAPER_DIALOG, AdwDialog)

void care_paper_dialog_present(GtkWidget *parent, CareContext *context, const CarePaperKind *kind,
                               CareRecord *record);

G_END_DECLS
