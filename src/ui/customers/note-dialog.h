/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"
#include "ui/customers/customer-facts.h"

G_BEGIN_DECLS

/* Writes down a note, a call or a talk at the counter, in one step. Asked to keep a promise (tell that a job is
 * ready, a follow-up) it starts as our call and marks the promise as kept. */
#define CARE_TYPE_NOTE_DIALOG (care_note_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareNoteDialog, care_note_dialog, CARE, NOTE_DIALOG, CareRecordDialog)

typedef enum {
    CARE_NOTE_PLAIN,
    CARE_NOTE_PROMISE, /* that of the facts */
} CareNotePurpose;

void care_note_dialog_present(GtkWidget *parent, CareContext *context, CareCustomerFacts *facts,
                              CareNotePurpose purpose);
void care_note_dialog_edit(GtkWidget *parent, CareContext *context, CareId interaction);
/* Goes on with the draft "note:new" or "note:ID"; FALSE when it fits nothing any more. */
gboolean care_note_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft);

G_END_DECLS
