/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/export/export-file.h"
#include "model/kind.h"
#include "ui/kit/busy.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/banner.h"
#include "ui/kit/template.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/toast.h"

struct _CareExportDialog {
    AdwDialog parent_instance;

    CareContext *context;
    CareExportFormat format;
    const char *kind; /* of the list that is asked for; NULL: all */
    GFile *file;      /* that is written */
    GCancellable *running;
    GtkWidget *window; /* weak: where the toast goes */

    CareBanner *error_banner;
    GtkWidget *page;
    GtkWidget *everything;
    GtkWidget *vcard;
    AdwComboRow *list;
    GtkWidget *table;
    GtkWidget *working_group;
};

G_DEFINE_FINAL_TYPE(CareExportDialog, care_export_dialog, ADW_TYPE_DIALOG)

/* The kinds that are worth a spreadsheet, in the order of the list. Transfer container. */
static GPtrArray *
tables(void)
{
    GPtrArray *found = g_ptr_array_new();

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if ((*kind)->table != NULL)
            g_ptr_array_add(found, (gpointer)*kind);
    return found;
}

static void
set_running(CareExportDialog *self, GCancellable *running)
{
    GtkWidget *const rows[] = { self->everything, self->vcard, GTK_WIDGET(self->list), self->table, NULL };

    g_set_object(&self->running, running);
    if (running)
        care_busy_begin_rows(rows, self->working_group);
    else
        care_busy_end_rows(rows, self->working_group);
}

static void
tell(CareExportDialog *self)
{
    g_autofree char *name = g_file_get_basename(self->file);
    /* Translators: %s is the name of a file */
    g_autofree char *sentence = g_strdup_printf(_("Saved “%s”"), name);

    if (self->window)
        care_toast_show(self->window, sentence);
}

static void
on_exported(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareExportDialog) self = data;
    g_autoptr(GError) error = NULL;

    if (care_export_finish(CARE_STORE(source), result, &error)) {
        tell(self);
        adw_dialog_force_close(ADW_DIALOG(self));
        return;
    }
    if (!self->context || g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return; /* the dialog was closed over it */
    set_running(self, NULL);
    care_banner_show_error(self->error_banner, error);
}

static void
on_place_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareExportDialog) self = data;
    g_autoptr(GFile) file = gtk_file_dialog_save_finish(GTK_FILE_DIALOG(source), result, NULL);
    g_autoptr(GCancellable) running = NULL;

    if (!file || !self->context)
        return;
    running = g_cancellable_new();
    set_running(self, running);
    g_set_object(&self->file, file);
    care_export_async(care_context_get_store(self->context), self->format, self->kind, file, running,
                      on_exported, g_object_ref(self));
}

/* label: what the file holds, for its name; NULL for the whole shop. */
static void
ask(CareExportDialog *self, CareExportFormat format, const char *kind, const char *label)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();
    g_autofree char *name = care_export_name(format, care_context_get_shop_name(self->context), label,
                                             care_clock_today(care_context_get_clock(self->context)));
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));

    self->format = format;
    self->kind = kind;
    care_banner_say(self->error_banner, NULL);
    gtk_file_dialog_set_title(dialog, _("Export to…"));
    gtk_file_dialog_set_initial_name(dialog, name);
    gtk_file_dialog_save(dialog, GTK_IS_WINDOW(root) ? GTK_WINDOW(root) : NULL, NULL, on_place_chosen,
                         g_object_ref(self));
}

static void
on_everything(CareExportDialog *self)
{
    ask(self, CARE_EXPORT_JSON, NULL, NULL);
}

static void
on_vcard(CareExportDialog *self)
{
    ask(self, CARE_EXPORT_VCARD, NULL, _("Customers"));
}

static void
on_table(CareExportDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->list);
    g_autoptr(GPtrArray) kinds = tables();
    const CareKind *kind = selected < kinds->len ? kinds->pdata[selected] : NULL;

    if (kind != NULL)
        ask(self, CARE_EXPORT_CSV, kind->name, care_kind_table_label(kind));
}

static void
on_closed(CareExportDialog *self)
{
    if (self->running)
        g_cancellable_cancel(self->running);
}

static void
care_export_dialog_dispose(GObject *object)
{
    CareExportDialog *self = CARE_EXPORT_DIALOG(object);

    on_closed(self);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_EXPORT_DIALOG);
    g_clear_weak_pointer(&self->window);
    g_clear_object(&self->running);
    g_clear_object(&self->file);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_export_dialog_parent_class)->dispose(object);
}

static void
care_export_dialog_class_init(CareExportDialogClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_export_dialog_dispose;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_THING_ICON);
    CARE_TEMPLATE(klass, "export/export-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareExportDialog, error_banner, page, everything, vcard, list, table,
                           working_group);
    CARE_TEMPLATE_CALLBACKS(klass, on_everything, on_vcard, on_table);
}

static void
care_export_dialog_init(CareExportDialog *self)
{
    g_autoptr(GtkStringList) labels = gtk_string_list_new(NULL);
    g_autoptr(GPtrArray) kinds = tables();

    gtk_widget_init_template(GTK_WIDGET(self));
    care_dialog_fit(ADW_DIALOG(self), self->page);
    for (guint i = 0; i < kinds->len; i++)
        gtk_string_list_append(labels, care_kind_table_label(kinds->pdata[i]));
    adw_combo_row_set_model(self->list, G_LIST_MODEL(labels));
    g_signal_connect(self, "closed", G_CALLBACK(on_closed), NULL);
}

void
care_export_dialog_present(GtkWidget *parent, CareContext *context)
{
    CareExportDialog *self = g_object_new(CARE_TYPE_EXPORT_DIALOG, NULL);

    self->context = g_object_ref(context);
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(parent)));
    adw_dialog_present(ADW_DIALOG(self), parent);
}
