/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Settles a complaint: its cause, what was done, what it cost, and how the shop knows that it is over. */
#define CARE_TYPE_SETTLE_DIALOG (care_settle_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareSettleDialog, care_settle_dialog, CARE, SETTLE_DIALOG, CareRecordDialog)

void care_settle_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *complaint);

G_END_DECLS
