/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/invoice-paper-acts.h"

#include <glib/gi18n-lib.h>

#include "document/paper-render.h"
#include "model/invoice.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-issue.h"
#include "ui/kit/toast.h"

/* A draft shows the days it would bear if it were issued today. */
static CareRecord *
as_of_today(CareContext *context, CareRecord *invoice)
{
    CareRecord *copy = care_record_copy(invoice);
    CareDate today = care_clock_today(care_context_get_clock(context));
    int days = (int)care_record_int(copy, CARE_INVOICE_TERMS_DAYS);

    if (!care_record_is_set(copy, CARE_INVOICE_NUMBER) && days > 0)
        care_record_set_date(copy, CARE_INVOICE_DUE_DATE, care_date_add_days(today, days));
    return copy;
}

CarePaper *
care_invoice_paper_of(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    g_autoptr(CareRecord) shown = as_of_today(context, invoice);
    g_autoptr(GError) error = NULL;
    CarePaper *paper
        = care_invoice_document_layout(care_store_reader(care_context_get_store(context)), shown, &error);

    if (!paper)
        care_toast_error(widget, error);
    return paper;
}

static void
draw_sheet(cairo_t *cr, guint page, gpointer paper)
{
    care_paper_draw_page(paper, cr, page);
}

void
care_invoice_paper_show(CarePaperView *view, CarePaper *paper)
{
    g_autofree char *text = care_paper_get_text(paper);

    care_paper_view_set_pages(view, care_paper_get_n_pages(paper), care_paper_get_width(paper),
                              care_paper_get_height(paper), draw_sheet, g_object_ref(paper), g_object_unref);
    care_paper_view_set_text(view, text);
}

static void
draw_page(GtkPrintOperation *print, GtkPrintContext *context, int page, CarePaper *paper)
{
    care_paper_draw_page(paper, gtk_print_context_get_cairo_context(context), (guint)page);
}

static void
paper_unref(gpointer paper, GClosure *closure)
{
    g_object_unref(paper);
}

void
care_invoice_paper_print(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    g_autoptr(CarePaper) paper = care_invoice_paper_of(widget, context, invoice);
    g_autoptr(GtkPrintOperation) print = gtk_print_operation_new();
    g_autoptr(GError) error = NULL;

    if (!paper)
        return;
    gtk_print_operation_set_n_pages(print, (int)care_paper_get_n_pages(paper));
    gtk_print_operation_set_job_name(print, care_paper_get_title(paper));
    gtk_print_operation_set_use_full_page(print, TRUE);
    gtk_print_operation_set_unit(print, GTK_UNIT_POINTS);
    gtk_print_operation_set_allow_async(print, TRUE);
    g_signal_connect_data(print, "draw-page", G_CALLBACK(draw_page), g_object_ref(paper), paper_unref, 0);
    gtk_print_operation_run(print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                            GTK_WINDOW(gtk_widget_get_root(widget)), &error);
    if (error)
        care_toast_error(widget, error);
}

/* What a file dialog needs to know when it comes back. */
typedef struct {
    GtkWidget *widget;
    CareStore *store;
    CareRecord *invoice;
} Target;

static void
target_free(Target *target)
{
    g_object_unref(target->widget);
    g_object_unref(target->store);
    g_object_unref(target->invoice);
    g_free(target);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Target, target_free)

static void
on_save_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(Target) target = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GFile) file = gtk_file_dialog_save_finish(GTK_FILE_DIALOG(source), result, &error);

    if (!file) {
        if (!g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
            care_toast_error(target->widget, error);
        return;
    }
    if (care_invoice_export_pdf(target->store, target->invoice, g_file_peek_path(file), &error))
        care_toast_show(target->widget, _("PDF saved"));
    else
        care_toast_error(target->widget, error);
}

void
care_invoice_paper_save(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();
    g_autofree char *name = g_strconcat(care_record_text(invoice, CARE_INVOICE_NUMBER), ".pdf", NULL);
    Target *target = g_new(Target, 1);

    target->widget = g_object_ref(widget);
    target->store = g_object_ref(care_context_get_store(context));
    target->invoice = care_record_copy(invoice);
    gtk_file_dialog_set_title(dialog, _("Save PDF"));
    gtk_file_dialog_set_initial_name(dialog, name);
    gtk_file_dialog_save(dialog, GTK_WINDOW(gtk_widget_get_root(widget)), NULL, on_save_chosen, target);
}

static GtkFileLauncher *
launcher_new(CareContext *context, CareRecord *invoice)
{
    g_autofree char *path = care_invoice_pdf_path(care_context_get_data_dir(context), invoice);
    g_autoptr(GFile) file = g_file_new_for_path(path);

    return gtk_file_launcher_new(file);
}

static void
on_opened(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_launch_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        care_toast_show(widget,
                        _("No program opened the PDF. It is kept with the invoice; save it instead."));
}

void
care_invoice_paper_open(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    g_autoptr(GtkFileLauncher) launcher = launcher_new(context, invoice);

    gtk_file_launcher_launch(launcher, GTK_WINDOW(gtk_widget_get_root(widget)), NULL, on_opened,
                             g_object_ref(widget));
}

static void
on_shown(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_open_containing_folder_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        care_toast_show(widget, _("No file manager opened the folder. Save the PDF where you need it."));
}

void
care_invoice_paper_show_in_files(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    g_autoptr(GtkFileLauncher) launcher = launcher_new(context, invoice);

    gtk_file_launcher_open_containing_folder(launcher, GTK_WINDOW(gtk_widget_get_root(widget)), NULL,
                                             on_shown, g_object_ref(widget));
}
