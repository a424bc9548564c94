/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/occasion-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/occasion.h"

struct _CareOccasionDialog {
    CareRecordDialog parent_instance;
};

G_DEFINE_FINAL_TYPE(CareOccasionDialog, care_occasion_dialog, CARE_TYPE_RECORD_DIALOG)

static char *
care_occasion_dialog_title(CareRecordDialog *dialog)
{
    CareId id = care_record_int(care_record_dialog_get_record(dialog), CARE_OCCASION_CUSTOMER);
    g_autoptr(CareRecord) customer
        = care_store_get(care_record_dialog_get_store(dialog), &care_customer_kind, id, NULL);

    if (!customer)
        return NULL;
    /* Translators: %s is a customer */
    return g_strdup_printf(_("Occasion of %s"), care_record_text(customer, CARE_CUSTOMER_NAME));
}

static void
care_occasion_dialog_class_init(CareOccasionDialogClass *klass)
{
    CARE_RECORD_DIALOG_CLASS(klass)->title = care_occasion_dialog_title;
    CARE_RECORD_DIALOG_CLASS(klass)->draft_word = "occasion";
    gtk_widget_class_set_template_from_resource(GTK_WIDGET_CLASS(klass),
                                                "/com/example/Aftercare/ui/occasions/occasion-dialog.ui");
}

static void
care_occasion_dialog_init(CareOccasionDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_occasion_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *occasion)
{
    care_record_dialog_present(g_object_new(CARE_TYPE_OCCASION_DIALOG, NULL), parent, context, occasion);
}
