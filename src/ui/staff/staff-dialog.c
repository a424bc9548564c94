/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/staff/staff-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/staff.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/template.h"

struct _CareStaffDialog {
    CareRecordDialog parent_instance;
};

G_DEFINE_FINAL_TYPE(CareStaffDialog, care_staff_dialog, CARE_TYPE_RECORD_DIALOG)

static void
care_staff_dialog_saved(CareRecordDialog *dialog)
{
    GtkWidget *window = care_record_dialog_get_window(dialog);
    gboolean is_new = care_record_id(care_record_dialog_get_before(dialog)) == 0;

    if (window && is_new && care_store_actor(care_record_dialog_get_store(dialog)) == 0)
        gtk_widget_activate_action(window, "staff.switch", "x",
                                   (gint64)care_record_id(care_record_dialog_get_record(dialog)));
}

static void
care_staff_dialog_class_init(CareStaffDialogClass *klass)
{
    CARE_RECORD_DIALOG_CLASS(klass)->draft_word = "staff";
    CARE_RECORD_DIALOG_CLASS(klass)->saved = care_staff_dialog_saved;
    CARE_TEMPLATE(klass, "staff/staff-dialog.ui");
}

static void
care_staff_dialog_init(CareStaffDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static void
present(GtkWidget *parent, CareContext *context, CareRecord *person)
{
    CareRecordDialog *self = g_object_new(CARE_TYPE_STAFF_DIALOG, NULL);

    if (care_record_id(person) == 0)
        care_record_dialog_set_save_label(self, _("_Add Colleague"));
    care_record_dialog_present(self, parent, context, person);
}

void
care_staff_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *person)
{
    g_autoptr(CareRecord) fresh = person ? NULL : CARE_RECORD(care_staff_new());

    present(parent, context, person ? person : fresh);
}

gboolean
care_staff_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft)
{
    g_autoptr(CareRecord) person
        = care_draft_resume(care_context_get_store(context), draft, &care_staff_kind);

    if (person)
        present(parent, context, person);
    return person != NULL;
}
