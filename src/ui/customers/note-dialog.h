/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"
#include "ui/customers/customer-facts.h"

G_BEGIN_DECLS

/* Writes down a note, a call or a talk at the counter, in one step. What is due is done by its own button
 * (ui/parts/due-act.h). */
#define CARE_TYPE_NOTE_DIALOG (care_note_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareNoteDialog, care_note_dialog, CARE, NOTE_DIALOG, CareRecordDialog)

void care_note_dialog_present(GtkWidget *parent, CareContext *context, CareCustomerFacts *facts);
void care_note_dialog_edit(GtkWidget *parent, CareContext *context, CareId interaction);
/* Goes on with the draft "note:new" or "note:ID"; FALSE when it fits nothing any more. */
gboolean care_note_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft);

G_END_DECLS
