/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/occasion-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/occasion.h"
#include "service/flow.h"
#include "ui/common/date-row.h"
#include "ui/common/empty-state.h"
#include "ui/common/form.h"
#include "ui/common/toast.h"

struct _CareOccasionDialog {
    AdwDialog parent_instance;

    CareStore *store;
    CareRecord *record;
    CareForm *form;
    GtkWidget *window; /* weak */

    AdwBanner *error_banner;
    GtkButton *save;
    GtkWidget *name;
    CareDateRow *date;
    GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE(CareOccasionDialog, care_occasion_dialog, ADW_TYPE_DIALOG)

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareOccasionDialog) self = data;
    g_autoptr(GError) error = NULL;

    gtk_widget_set_sensitive(GTK_WIDGET(self->save), TRUE);
    if (care_flow_save_finish(CARE_STORE(source), result, &error))
        adw_dialog_close(ADW_DIALOG(self));
    else
        care_banner_show_error(self->error_banner, error);
}

static void
on_save(CareOccasionDialog *self)
{
    if (!care_form_check(self->form))
        return;
    gtk_widget_set_sensitive(GTK_WIDGET(self->save), FALSE);
    care_flow_save_async(self->store, self->record, on_saved, g_object_ref(self));
}

typedef struct {
    CareStore *store;
    CareId occasion;
} Deleted;

static void
deleted_free(gpointer data)
{
    Deleted *deleted = data;

    g_object_unref(deleted->store);
    g_free(deleted);
}

static void
undelete(gpointer data)
{
    Deleted *deleted = data;

    care_store_remove_async(deleted->store, &care_occasion_kind, deleted->occasion, TRUE, NULL, NULL);
}

static void
on_delete(CareOccasionDialog *self)
{
    Deleted *deleted = g_new(Deleted, 1);
    /* Translators: %s is an occasion */
    g_autofree char *sentence
        = g_strdup_printf(_("%s deleted"), care_record_text(self->record, CARE_OCCASION_NAME));

    deleted->store = g_object_ref(self->store);
    deleted->occasion = care_record_id(self->record);
    care_store_remove_async(self->store, &care_occasion_kind, deleted->occasion, FALSE, NULL, NULL);
    if (self->window)
        care_toast_undo(self->window, sentence, undelete, deleted, deleted_free);
    else
        deleted_free(deleted);
    adw_dialog_force_close(ADW_DIALOG(self));
}

static void
care_occasion_dialog_dispose(GObject *object)
{
    CareOccasionDialog *self = CARE_OCCASION_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_OCCASION_DIALOG);
    g_clear_weak_pointer(&self->window);
    g_clear_object(&self->record);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_occasion_dialog_parent_class)->dispose(object);
}

static void
care_occasion_dialog_class_init(CareOccasionDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_occasion_dialog_dispose;

    g_type_ensure(CARE_TYPE_DATE_ROW);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/occasions/occasion-dialog.ui");
    gtk_widget_class_bind_template_child(widget_class, CareOccasionDialog, error_banner);
    gtk_widget_class_bind_template_child(widget_class, CareOccasionDialog, save);
    gtk_widget_class_bind_template_child(widget_class, CareOccasionDialog, name);
    gtk_widget_class_bind_template_child(widget_class, CareOccasionDialog, date);
    gtk_widget_class_bind_template_child(widget_class, CareOccasionDialog, delete_group);
    gtk_widget_class_bind_template_callback(widget_class, on_save);
    gtk_widget_class_bind_template_callback(widget_class, on_delete);
}

static void
care_occasion_dialog_init(CareOccasionDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_occasion_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *occasion)
{
    CareOccasionDialog *self = g_object_new(CARE_TYPE_OCCASION_DIALOG, NULL);
    g_autoptr(CareRecord) customer = NULL;

    self->store = g_object_ref(care_context_get_store(context));
    self->record = care_record_copy(occasion);
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(parent)));
    customer = care_store_get(self->store, &care_customer_kind,
                              care_record_int(occasion, CARE_OCCASION_CUSTOMER), NULL);
    if (customer) {
        /* Translators: %s is a customer */
        g_autofree char *title
            = g_strdup_printf(_("Occasion of %s"), care_record_text(customer, CARE_CUSTOMER_NAME));

        adw_dialog_set_title(ADW_DIALOG(self), title);
    }
    gtk_widget_set_visible(self->delete_group, care_record_id(occasion) != 0);
    care_date_row_set_today(self->date, care_clock_today(care_context_get_clock(context)));
    self->form = care_form_bind(GTK_WIDGET(self), self->record, self->store);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(self->name);
}
