/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/form.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* CareRecordDialog: the frame of every dialog that edits one record.
 *
 * Cancel and Save, a banner for what went wrong, rows bound to a copy of the record, and below them a row that
 * deletes it, with Undo; Save has an Undo of its own. A dialog derives from it, with preference groups in its template:
 *
 *     template $CareGiftDialog: $CareRecordDialog {
 *       title: _("Gift");
 *       delete-title: _("Delete Gift");
 *       focus-widget: name;
 *
 *       Adw.PreferencesGroup {
 *         Adw.EntryRow name {
 *           activates-default: true;
 *         }
 *       }
 *     }
 *
 * Rows whose id is the name of a field need no code (see ui/kit/form.h). Without "delete-title" it deletes nothing;
 * a new record has nothing to delete either. To show it: g_object_new(), then care_record_dialog_present(). What is
 * thrown away by Cancel can be taken back: Undo shows the same dialog again.
 * The record is saved by care_flow_save_async(). Main thread only. */
#define CARE_TYPE_RECORD_DIALOG (care_record_dialog_get_type())
G_DECLARE_DERIVABLE_TYPE(CareRecordDialog, care_record_dialog, CARE, RECORD_DIALOG, AdwDialog)

/* All are optional. */
struct _CareRecordDialogClass {
    AdwDialogClass parent_class;

    /* The title over this record, transfer full; NULL leaves that of the template. By default the name of a record
     * that was saved before. */
    char *(*title)(CareRecordDialog *self);
    /* For a record about a customer: the title with their name, transfer full. Above the rows, where room is short,
     * the template's title stands over the name. */
    char *(*title_with)(CareRecordDialog *self, const char *customer);
    /* The rows show the record and the dialog is about to be shown: what else it shows comes now, since a dialog is as
     * high as what it holds when it is shown. Rows of children too, which have fields of the same names. */
    void (*bound)(CareRecordDialog *self);
    /* A row was edited, or makes no sense any more; also once before the dialog is shown. */
    void (*changed)(CareRecordDialog *self);
    /* Whether Save may go on. By default, so chain up: whether every row makes sense. */
    gboolean (*check)(CareRecordDialog *self);
    /* Begins to save and ends in care_record_dialog_finish(). By default care_flow_save_async(). */
    void (*save)(CareRecordDialog *self);
    /* What the toast says after Save, with Undo; transfer full. By default "%s saved" with the record's name. */
    char *(*saved_sentence)(CareRecordDialog *self);
    /* It was saved; the dialog is about to close. */
    void (*saved)(CareRecordDialog *self);
    /* Whether its page opens then, and once more when what was new is taken back and done again. By default not. */
    gboolean (*opens)(CareRecordDialog *self);
    /* The word of the draft that keeps an unsaved record over a crash, "gift"; its place goes on with it, and the
     * dialog offers to when it is opened over the same record. By default NULL: nothing is kept. */
    const char *draft_word;
    /* The key of that draft, transfer full, where more than the record says what is edited. By default of the word and
     * the record's id, of a new one its customer's. */
    char *(*draft_key)(CareRecordDialog *self);
    /* Whether it edits what was there before, where the record's id does not say so: then a draft says what it was begun with. */
    gboolean (*is_known)(CareRecordDialog *self);
    /* The record holds what a draft held: what no row of the form shows is to be shown anew. */
    void (*continued)(CareRecordDialog *self);
    /* What the toast says after Delete, transfer full. By default "%s deleted" with the record's name. */
    char *(*deleted_sentence)(CareRecordDialog *self);
};

void care_record_dialog_present(CareRecordDialog *self, GtkWidget *parent, CareContext *context,
                                CareRecord *record);

CareContext *care_record_dialog_get_context(CareRecordDialog *self);
CareStore *care_record_dialog_get_store(CareRecordDialog *self);
CareRecord *care_record_dialog_get_record(CareRecordDialog *self);
CareRecord *care_record_dialog_get_before(CareRecordDialog *self);
CareForm *care_record_dialog_get_form(CareRecordDialog *self);
GtkWidget *care_record_dialog_get_window(CareRecordDialog *self);
void care_record_dialog_touch(CareRecordDialog *self);
void care_record_dialog_suggested(CareRecordDialog *self);
void care_record_dialog_suggest(CareRecordDialog *self, int field, const char *text);
void care_record_dialog_save(CareRecordDialog *self);
void care_record_dialog_add_group(CareRecordDialog *self, AdwPreferencesGroup *group);
void care_record_dialog_set_save_label(CareRecordDialog *self, const char *label);
void care_record_dialog_say(CareRecordDialog *self, const char *sentence);
const char *care_record_dialog_begin_save(CareRecordDialog *self);
gboolean care_record_dialog_is_saving(CareRecordDialog *self);
void care_record_dialog_save_anew(CareRecordDialog *self);
void care_record_dialog_finish(CareRecordDialog *self, const GError *error);

G_END_DECLS
