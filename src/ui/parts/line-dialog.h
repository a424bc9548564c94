/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"
#include "ui/parts/line-acts.h"
#include "ui/parts/line-meanwhile.h"

G_BEGIN_DECLS

/* CareLineDialog: the editor of a priced line, wherever one is edited: work or part, quantity and unit price, what it
 * comes to below the rows, and its place among the others.
 *
 * It works on a copy of whom the line belongs to (a job, an invoice). One that the shop has it saves as the shop has it by
 * then, and stays open with what was typed until that is done; a new one it hands over to whoever opened it. A kind of line derives from it and adds its own groups of rows. Main thread. */
#define CARE_TYPE_LINE_DIALOG (care_line_dialog_get_type())
G_DECLARE_DERIVABLE_TYPE(CareLineDialog, care_line_dialog, CARE, LINE_DIALOG, CareRecordDialog)

/* Whose line, and which: position is that of a known line, or CARE_LINE_NEW. keep is the caller's own widget, with which the
 * functions are called while it is alive and shows the owner. */
typedef struct {
    CareRecord *owner;
    int list; /* the owner's field */
    guint position;
    /* Nullable: of an owner that is new, which takes it over (transfer none): it is saved with the rest of it. */
    void (*done)(CareRecord *changed, gpointer keep);
    /* Nullable: of one that the dialog has saved. */
    void (*saved)(CareLineAct act, gpointer keep);
    /* Whether keep shows that owner still, that object. */
    gboolean (*shows)(CareRecord *owner, gpointer keep);
    CareInlineSaidFunc (*said)(CareLineAct act);
    GtkWidget *keep;
    const char *draft; /* nullable: the key that keeps the line while it is typed */
} CareLineTask;

/* How the draft of a line of a record ends, "job:12:line". */
#define CARE_LINE_DRAFT ":line"

struct _CareLineDialogClass {
    CareRecordDialogClass parent_class;

    /* What the owner comes to with this line, transfer full; NULL with an error where it does not add up. */
    char *(*totals)(CareLineDialog *self, CareRecord *owner, CareRecord *line, GError **error);
    /* Nullable: shows the line in the rows that the form does not know, when it is opened and when it was changed elsewhere. */
    void (*show_line)(CareLineDialog *self);
};

void care_line_dialog_present(CareLineDialog *self, GtkWidget *parent, CareContext *context,
                              const CareLineTask *task, CareRecord *line, const char *said);
/* The copy that is edited, with the line in it. Transfer none. */
CareRecord *care_line_dialog_get_owner(CareLineDialog *self);

G_END_DECLS
