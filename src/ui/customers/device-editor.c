/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/device-editor.h"

#include <glib/gi18n-lib.h>

#include "model/device.h"
#include "ui/common/date-row.h"
#include "ui/common/empty-state.h"
#include "ui/common/form.h"
#include "ui/common/toast.h"

struct _CareDeviceEditor {
    AdwDialog parent_instance;

    CareStore *store;
    CareRecord *record;
    CareForm *form;
    GtkWidget *parent; /* weak */

    AdwBanner *error_banner;
    CareDateRow *bought;
    GtkWidget *name;
    GtkWidget *save;
    GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE(CareDeviceEditor, care_device_editor, ADW_TYPE_DIALOG)

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareDeviceEditor) self = data;
    g_autoptr(GError) error = NULL;

    gtk_widget_set_sensitive(self->save, TRUE);
    if (care_store_save_finish(CARE_STORE(source), result, &error))
        adw_dialog_close(ADW_DIALOG(self));
    else
        care_banner_show_error(self->error_banner, error);
}

static void
on_save(CareDeviceEditor *self)
{
    if (!care_form_check(self->form))
        return;
    gtk_widget_set_sensitive(self->save, FALSE);
    care_store_save_async(self->store, self->record, NULL, on_saved, g_object_ref(self));
}

typedef struct {
    CareStore *store;
    CareId device;
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

    care_store_remove_async(deleted->store, &care_device_kind, deleted->device, TRUE, NULL, NULL);
}

static void
on_delete(CareDeviceEditor *self)
{
    Deleted *deleted = g_new(Deleted, 1);
    /* Translators: %s is a device */
    g_autofree char *sentence
        = g_strdup_printf(_("%s deleted"), care_record_text(self->record, CARE_DEVICE_NAME));

    deleted->store = g_object_ref(self->store);
    deleted->device = care_record_id(self->record);
    care_store_remove_async(self->store, &care_device_kind, deleted->device, FALSE, NULL, NULL);
    if (self->parent)
        care_toast_undo(self->parent, sentence, undelete, deleted, deleted_free);
    else
        deleted_free(deleted);
    adw_dialog_close(ADW_DIALOG(self));
}

static void
care_device_editor_dispose(GObject *object)
{
    CareDeviceEditor *self = CARE_DEVICE_EDITOR(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_DEVICE_EDITOR);
    g_clear_weak_pointer(&self->parent);
    g_clear_object(&self->record);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_device_editor_parent_class)->dispose(object);
}

static void
care_device_editor_class_init(CareDeviceEditorClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_device_editor_dispose;

    g_type_ensure(CARE_TYPE_DATE_ROW);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/customers/device-editor.ui");
    gtk_widget_class_bind_template_child(widget_class, CareDeviceEditor, error_banner);
    gtk_widget_class_bind_template_child(widget_class, CareDeviceEditor, bought);
    gtk_widget_class_bind_template_child(widget_class, CareDeviceEditor, name);
    gtk_widget_class_bind_template_child(widget_class, CareDeviceEditor, save);
    gtk_widget_class_bind_template_child(widget_class, CareDeviceEditor, delete_group);
    gtk_widget_class_bind_template_callback(widget_class, on_save);
    gtk_widget_class_bind_template_callback(widget_class, on_delete);
}

static void
care_device_editor_init(CareDeviceEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_device_editor_present(GtkWidget *parent, CareContext *context, CareRecord *device)
{
    CareDeviceEditor *self = g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL);

    self->store = g_object_ref(care_context_get_store(context));
    self->record = care_record_copy(device);
    g_set_weak_pointer(&self->parent, parent);
    if (care_record_id(device))
        adw_dialog_set_title(ADW_DIALOG(self), care_record_text(device, CARE_DEVICE_NAME));
    gtk_widget_set_visible(self->delete_group, care_record_id(device) != 0);
    care_date_row_set_today(self->bought, care_clock_today(care_context_get_clock(context)));
    self->form = care_form_bind(GTK_WIDGET(self), self->record, self->store);
    adw_dialog_set_focus(ADW_DIALOG(self), self->name);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(self->name);
}
