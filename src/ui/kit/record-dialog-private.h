/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/banner.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

typedef struct {
    CareContext *context;
    CareRecord *record;
    CareRecord *before; /* as it was given, or as a continued draft was begun */
    CareRecord *begun;  /* nullable: with what was suggested, which nobody has typed */
    CareForm *form;     /* lives as long as the dialog */
    CareDraftKeeper *keeper;
    char *draft;     /* the text of an earlier crash, until it is continued */
    gboolean beside; /* something was typed beside it */
    gboolean continued;
    CareRecord *shown; /* with which what is being saved was begun */
    guint64 changed;   /* fields of that */
    GtkWidget *window; /* weak; where toasts go when the dialog is gone */
    gboolean done;     /* saved or deleted: nothing is thrown away by closing */

    AdwWindowTitle *title;
    CareBanner *draft_banner;
    GtkWidget *said;
    gboolean stood; /* that was shown until the edit which is being told */
    GtkButton *save;
    AdwPreferencesPage *page;
    AdwPreferencesGroup *delete_group;
    AdwPreferencesRow *delete_row;
} CareRecordDialogPrivate;

CareRecordDialogPrivate *care_record_dialog_private(CareRecordDialog *self);

static inline CareRecordDialogPrivate *
get_private(CareRecordDialog *self)
{
    return care_record_dialog_private(self);
}

/* The dialog: record-dialog.c */
void care_record_dialog_show_title(CareRecordDialog *self);

/* What was typed and is not saved: record-dialog-draft.c */
/* Takes the record as it was given, and offers an earlier draft. */
void care_record_dialog_keep_draft(CareRecordDialog *self, const char *left_under);
/* Goes on with the draft that is offered. */
void care_record_dialog_continue(CareRecordDialog *self);
/* Keeps what is typed. */
void care_record_dialog_write_down(CareRecordDialog *self);
/* The cursor goes where it belongs, in a dialog that is shown. */
void care_record_dialog_take_focus(CareRecordDialog *self);
/* For the class. */
void care_record_dialog_closed(AdwDialog *dialog);

G_END_DECLS
