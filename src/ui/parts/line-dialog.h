/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/inline-edits.h"
#include "ui/kit/record-dialog.h"
#include "ui/parts/line-meanwhile.h"

G_BEGIN_DECLS

/* CareLineDialog: the editor of a priced line, wherever one is edited: work or part, quantity and unit price, what it
 * comes to below the rows, and its place among the others.
 *
 * It works on a copy of whom the line belongs to (a job, an invoice) and hands that copy over; whoever opened it
 * decides when it is saved. A kind of line derives from it and adds its own groups of rows. Main thread. */
#define CARE_TYPE_LINE_DIALOG (care_line_dialog_get_type())
G_DECLARE_DERIVABLE_TYPE(CareLineDialog, care_line_dialog, CARE, LINE_DIALOG, CareRecordDialog)

typedef enum {
    CARE_LINE_SAVED,
    CARE_LINE_ADDED,
    CARE_LINE_MOVED,
    CARE_LINE_DELETED,
} CareLineAct;

/* Whose line, and which: position is that of a known line, or CARE_LINE_NEW. done is called with the owner as it shall
 * be (transfer none) while keep is alive, the caller's own widget, which is its data; and with the key of the line's draft,
 * where that goes with the save. */
typedef struct {
    CareRecord *owner;
    int list; /* the owner's field */
    guint position;
    void (*done)(CareLineAct act, CareRecord *changed, const char *draft, gpointer keep);
    /* Whether keep shows that owner still, that object; what is saved where it does not is saved by the dialog, and said by said. */
    gboolean (*shows)(CareRecord *owner, gpointer keep);
    CareInlineSaidFunc (*said)(CareLineAct act);
    GtkWidget *keep;
    const char *draft;       /* nullable: the key that keeps the line while it is typed */
    gboolean goes_with_save; /* done saves the owner at once, and the draft goes with that */
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

/* What was done to a line, for the toast that offers to take it back. */
CareInlineSaidFunc care_line_said(CareLineAct act);

/* The owner with a line at another place, or without it; copies, transfer full. */
CareRecord *care_line_moved(CareRecord *owner, int list, guint position, int by);
CareRecord *care_line_removed(CareRecord *owner, int list, guint position);

G_END_DECLS
