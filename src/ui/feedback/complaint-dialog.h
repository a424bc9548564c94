/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* A complaint as it came in: in the customer's words, how, when, about which job, and what they wish. */
#define CARE_TYPE_COMPLAINT_DIALOG (care_complaint_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareComplaintDialog, care_complaint_dialog, CARE, COMPLAINT_DIALOG, CareRecordDialog)

/* complaint: a known one, or a new one with its customer. A new one is opened after it is saved. */
void care_complaint_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *complaint);

G_END_DECLS
