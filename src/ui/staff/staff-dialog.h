/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Who else works here. The first person who is named is the one at the counter. */
#define CARE_TYPE_STAFF_DIALOG (care_staff_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareStaffDialog, care_staff_dialog, CARE, STAFF_DIALOG, CareRecordDialog)

#define CARE_STAFF_DRAFT "staff:"

/* person: NULL adds one. */
void care_staff_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *person);
/* Goes on with a draft; FALSE when it fits nothing any more. */
gboolean care_staff_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft);

G_END_DECLS
