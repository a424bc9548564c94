/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/customer-import.h"
#include "exchange/import/import-revert.h"
#include "ui/kit/busy.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/banner.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/import/import-filters.h"
#include "ui/import/import-preview.h"
#include "ui/import/past-imports.h"
#include "ui/import/report-group.h"
#include "ui/import/report-summary.h"

struct _CareImportDialog {
    AdwDialog parent_instance;

    CareContext *context;
    GtkWidget *parent; /* weak */
    CareCustomerImport *import;
    GCancellable *cancellable;
    gboolean left; /* for one of the customers */

    AdwToastOverlay *toasts;
    GtkWidget *cancel;
    GtkWidget *go;
    GtkWidget *done;
    CareBanner *error_banner;
    GtkStack *pages;
    GtkWidget *report;
    GtkWidget *choose;
    CareImportPreview *preview;
    GtkProgressBar *progress;
    AdwPreferencesGroup *summary_group;
    CareReportGroup *rows_group;
    GtkWidget *past;
    GtkWidget *revert_group;
    GtkWidget *revert;
};

G_DEFINE_FINAL_TYPE(CareImportDialog, care_import_dialog, ADW_TYPE_DIALOG)

static void
show_page(CareImportDialog *self, const char *name)
{
    gboolean report = g_str_equal(name, "report");

    gtk_stack_set_visible_child_name(self->pages, name);
    care_dialog_turned(ADW_DIALOG(self));
    gtk_widget_set_visible(self->cancel, !report);
    gtk_widget_set_visible(self->go, g_str_equal(name, "preview"));
    gtk_widget_set_visible(self->done, report);
}

static void
on_preview(CareImportDialog *self)
{
    care_banner_show_error(self->error_banner, NULL);
    gtk_widget_set_sensitive(self->go, care_customer_import_is_ready(self->import, NULL));
}

void
care_import_dialog_open(CareImportDialog *self, GListModel *files)
{
    g_clear_object(&self->import);
    self->import = care_customer_import_new(care_context_get_store(self->context));
    for (guint i = 0; i < g_list_model_get_n_items(files); i++) {
        g_autoptr(GFile) file = g_list_model_get_item(files, i);

        care_customer_import_add(self->import, file, NULL);
    }
    care_import_preview_show(self->preview, self->import);
    show_page(self, "preview");
    care_dialog_focus(ADW_DIALOG(self), self->go);
    gtk_widget_grab_focus(self->go);
}

static void
on_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareImportDialog) self = data;
    g_autoptr(GListModel) files = gtk_file_dialog_open_multiple_finish(GTK_FILE_DIALOG(source), result, NULL);

    if (files != NULL && g_list_model_get_n_items(files) > 0)
        care_import_dialog_open(self, files);
}

static void
on_choose(CareImportDialog *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();
    g_autoptr(GListModel) list = care_import_filters_new();

    gtk_file_dialog_set_title(dialog, _("Choose Files With Customers"));
    gtk_file_dialog_set_filters(dialog, list);
    gtk_file_dialog_open_multiple(dialog, GTK_WINDOW(gtk_widget_get_root(GTK_WIDGET(self))), NULL, on_chosen,
                                  g_object_ref(self));
}

static void
on_opened(CareId customer, gpointer data)
{
    CareImportDialog *self = data;
    GtkWidget *parent = self->parent;

    if (parent == NULL)
        return;
    self->left = TRUE;
    adw_dialog_close(ADW_DIALOG(self));
    gtk_widget_activate_action(parent, "win.open", "(sx)", "customer", customer);
}

/* An export of Aftercare comes as it stands and is not taken back. */
static gboolean
can_revert(CareImportDialog *self)
{
    for (guint i = 0; i < care_customer_import_n_files(self->import); i++) {
        CareImportFile *file = care_customer_import_file(self->import, i);

        if (file->reader && !file->error && g_strcmp0(file->reader->kind->format(file->reader), "json") != 0)
            return TRUE;
    }
    return FALSE;
}

static void
show_report(CareImportDialog *self)
{
    CareImportCounts counts = care_customer_import_counts(self->import);
    g_autofree char *title = care_report_title(self->import);
    g_autofree char *text = care_report_summary(self->import);

    adw_preferences_group_set_title(self->summary_group, title);
    adw_preferences_group_set_description(self->summary_group, text);
    care_report_group_show(self->rows_group, care_context_get_store(self->context),
                           care_customer_import_id(self->import), on_opened, self);
    gtk_widget_set_visible(self->revert_group,
                           can_revert(self) && counts.new + counts.merged + counts.doubtful > 0);
    show_page(self, "report");
    gtk_widget_grab_focus(self->done);
}

static void
on_ran(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareImportDialog) self = data;
    g_autoptr(GError) error = NULL;
    gboolean good = care_customer_import_run_finish(CARE_CUSTOMER_IMPORT(source), result, &error);

    if (care_customer_import_brought(CARE_CUSTOMER_IMPORT(source)))
        care_toast_barrier(self->parent); /* it has its own way back */
    if (self->context == NULL || gtk_widget_get_root(GTK_WIDGET(self)) == NULL)
        return;
    adw_dialog_set_can_close(ADW_DIALOG(self), TRUE);
    if (good) {
        show_report(self);
        return;
    }
    if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->parent != NULL) {
        care_toast_show(self->parent, error->message);
        adw_dialog_force_close(ADW_DIALOG(self));
        return;
    }
    show_page(self, "preview");
    gtk_widget_grab_focus(self->go);
    care_banner_show_error(self->error_banner, error);
}

static void
on_progress(CareImportDialog *self)
{
    gtk_progress_bar_set_fraction(self->progress, care_customer_import_progress(self->import));
}

void
care_import_dialog_start(CareImportDialog *self)
{
    g_clear_object(&self->cancellable);
    self->cancellable = g_cancellable_new();
    g_signal_connect_object(self->import, "notify::progress", G_CALLBACK(on_progress), self,
                            G_CONNECT_SWAPPED);
    adw_dialog_set_can_close(ADW_DIALOG(self), FALSE);
    show_page(self, "running");
    gtk_widget_grab_focus(self->cancel);
    care_customer_import_run_async(self->import, self->cancellable, on_ran, g_object_ref(self));
}

static void
on_reverted(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareImportDialog) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareImportRevert) revert = care_import_revert_finish(CARE_STORE(source), result, &error);
    g_autofree char *text = NULL;

    if (revert != NULL)
        care_toast_barrier(self->parent);
    if (self->context == NULL || gtk_widget_get_root(GTK_WIDGET(self)) == NULL)
        return;
    care_busy_end(self->revert);
    if (revert == NULL) {
        care_banner_show_error(self->error_banner, error);
        return;
    }
    text = care_past_imports_sentence(revert->kept->len);
    care_toast_show(self->parent, text);
    adw_dialog_close(ADW_DIALOG(self));
}

void
care_import_dialog_revert(CareImportDialog *self)
{
    care_busy_begin(self->revert);
    care_import_revert_async(care_context_get_store(self->context), care_customer_import_id(self->import),
                             on_reverted, g_object_ref(self));
}

static void
on_revert(CareImportDialog *self)
{
    care_import_dialog_revert(self);
}

static void
on_past(CareImportDialog *self)
{
    care_past_imports_present(GTK_WIDGET(self), self->context, on_opened, self);
}

static void
on_go(CareImportDialog *self)
{
    care_import_dialog_start(self);
}

static void
on_done(CareImportDialog *self)
{
    adw_dialog_close(ADW_DIALOG(self));
}

static gboolean
is_running(CareImportDialog *self)
{
    return g_str_equal(care_import_dialog_page(self), "running");
}

static void
on_cancel(CareImportDialog *self)
{
    if (is_running(self))
        g_cancellable_cancel(self->cancellable);
    else
        adw_dialog_close(ADW_DIALOG(self));
}

/* Escape while it runs means Cancel; the dialog goes when everything is back. */
static void
care_import_dialog_close_attempt(AdwDialog *dialog)
{
    on_cancel(CARE_IMPORT_DIALOG(dialog));
}

static void
bring_back(gpointer data)
{
    CareImportDialog *self = data;

    if (self->parent)
        care_dialog_present_again(ADW_DIALOG(self), self->parent);
}

/* What goes where was put right by hand: left, that can be taken up again, like everything else. */
static void
care_import_dialog_closed(AdwDialog *dialog)
{
    CareImportDialog *self = CARE_IMPORT_DIALOG(dialog);

    if (self->parent && g_str_equal(care_import_dialog_page(self), "preview"))
        care_toast_unsaved(self->parent, _("Not imported"), bring_back, g_object_ref(self), g_object_unref);
}

static void
care_import_dialog_dispose(GObject *object)
{
    CareImportDialog *self = CARE_IMPORT_DIALOG(object);

    if (self->cancellable != NULL)
        g_cancellable_cancel(self->cancellable);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_IMPORT_DIALOG);
    g_clear_weak_pointer(&self->parent);
    g_clear_object(&self->cancellable);
    g_clear_object(&self->import);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_import_dialog_parent_class)->dispose(object);
}

static void
care_import_dialog_class_init(CareImportDialogClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_import_dialog_dispose;
    ADW_DIALOG_CLASS(klass)->close_attempt = care_import_dialog_close_attempt;
    ADW_DIALOG_CLASS(klass)->closed = care_import_dialog_closed;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_IMPORT_PREVIEW, CARE_TYPE_REPORT_GROUP);
    CARE_TEMPLATE(klass, "import/import-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareImportDialog, toasts, cancel, go, done, error_banner, pages, choose,
                           preview, progress, report, summary_group, rows_group, past, revert_group, revert);
    CARE_TEMPLATE_CALLBACKS(klass, on_cancel, on_go, on_done, on_choose, on_preview, on_past, on_revert);
}

static void
care_import_dialog_init(CareImportDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_dialog_fit(ADW_DIALOG(self), GTK_WIDGET(self->preview));
    care_dialog_fit(ADW_DIALOG(self), self->report);
}

CareImportDialog *
care_import_dialog_present(GtkWidget *parent, CareContext *context)
{
    CareImportDialog *self = g_object_new(CARE_TYPE_IMPORT_DIALOG, NULL);

    self->context = g_object_ref(context);
    g_set_weak_pointer(&self->parent, parent);
    gtk_widget_set_visible(self->past, care_past_imports_any(care_context_get_store(context)));
    care_dialog_focus(ADW_DIALOG(self), self->choose);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(self->choose);
    return self;
}

gboolean
care_import_dialog_was_left(CareImportDialog *self)
{
    return self->left;
}

const char *
care_import_dialog_page(CareImportDialog *self)
{
    return gtk_stack_get_visible_child_name(self->pages);
}
