/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/occasion-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/occasion.h"
#include "ui/kit/template.h"

struct _CareOccasionDialog {
    CareRecordDialog parent_instance;
};

G_DEFINE_FINAL_TYPE(CareOccasionDialog, care_occasion_dialog, CARE_TYPE_RECORD_DIALOG)

static char *
care_occasion_dialog_title_with(CareRecordDialog *dialog, const char *customer)
{
    return g_strdup_printf(_("Occasion of %s"), customer);
}

static void
care_occasion_dialog_class_init(CareOccasionDialogClass *klass)
{
    CARE_RECORD_DIALOG_CLASS(klass)->title_with = care_occasion_dialog_title_with;
    CARE_RECORD_DIALOG_CLASS(klass)->draft_word = "occasion";
    CARE_TEMPLATE(klass, "occasions/occasion-dialog.ui");
}

static void
care_occasion_dialog_init(CareOccasionDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_occasion_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *occasion)
{
    /* the row shows a number: the usual one where none was wished for */
    if (!care_record_is_set(occasion, CARE_OCCASION_LEAD_DAYS))
        care_record_set_int(occasion, CARE_OCCASION_LEAD_DAYS, CARE_OCCASION_USUAL_DAYS);
    care_record_dialog_present(g_object_new(CARE_TYPE_OCCASION_DIALOG, NULL), parent, context, occasion);
}
