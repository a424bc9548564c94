/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* A day of a customer's own that comes back every year. */
#define CARE_TYPE_OCCASION_DIALOG (care_occasion_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareOccasionDialog, care_occasion_dialog, CARE, OCCASION_DIALOG, CareRecordDialog)

/* occasion: an existing one or a new one with its customer set; the dialog works on a copy. */
void care_occasion_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *occasion);

G_END_DECLS
