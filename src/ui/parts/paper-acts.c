/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/paper-acts.h"

#include <glib/gi18n-lib.h>

#include "document/paper-render.h"
#include "ui/kit/opener.h"
#include "ui/kit/toast.h"

static CarePaperDesk
desk_of(CareContext *context)
{
    CareClock *clock = care_context_get_clock(context);

    return (CarePaperDesk){ .connection = care_store_reader(care_context_get_store(context)),
                            .data_dir = care_context_get_data_dir(context),
                            .now = care_clock_now(clock),
                            .zone = care_clock_zone(clock) };
}

CarePaper *
care_paper_of(GtkWidget *widget, CareContext *context, const CarePaperKind *kind, CareRecord *record)
{
    CarePaperDesk desk = desk_of(context);
    g_autoptr(GError) error = NULL;
    CarePaper *paper = care_paper_lay_out(kind, &desk, record, &error);

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
care_paper_show(CarePaperView *view, CarePaper *paper)
{
    g_autofree char *text = care_paper_get_text(paper);

    care_paper_view_set_pages(view, care_paper_get_n_pages(paper), care_paper_get_width(paper),
                              care_paper_get_height(paper), draw_sheet, g_object_ref(paper), g_object_unref);
    care_paper_view_set_text(view, text);
}

typedef struct {
    CarePaper *paper;
    GtkWidget *widget;
    CarePaperPrinted printed;
    gpointer user_data;
    GDestroyNotify destroy;
} Printing;

static void
printing_free(gpointer data, GClosure *closure)
{
    Printing *printing = data;

    if (printing->destroy)
        printing->destroy(printing->user_data);
    g_object_unref(printing->paper);
    g_object_unref(printing->widget);
    g_free(printing);
}

static void
on_draw_page(GtkPrintOperation *print, GtkPrintContext *context, int page, Printing *printing)
{
    care_paper_draw_page(printing->paper, gtk_print_context_get_cairo_context(context), (guint)page);
}

static void
on_done(GtkPrintOperation *print, GtkPrintOperationResult result, Printing *printing)
{
    g_autoptr(GError) error = NULL;

    if (result == GTK_PRINT_OPERATION_RESULT_APPLY && printing->printed)
        printing->printed(printing->user_data);
    if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
        return;
    gtk_print_operation_get_error(print, &error);
    care_toast_error(printing->widget, error);
}

/* Paper comes in many sizes; the printer is told the one that this was laid out for. */
static GtkPageSetup *
page_setup(CarePaper *paper)
{
    GtkPageSetup *setup = gtk_page_setup_new();
    g_autoptr(GtkPaperSize) size
        = gtk_paper_size_new_custom("aftercare", care_paper_get_title(paper), care_paper_get_width(paper),
                                    care_paper_get_height(paper), GTK_UNIT_POINTS);

    gtk_page_setup_set_paper_size(setup, size);
    return setup;
}

void
care_paper_print(GtkWidget *widget, CarePaper *paper, CarePaperPrinted printed, gpointer user_data,
                 GDestroyNotify destroy)
{
    g_autoptr(GtkPrintOperation) print = gtk_print_operation_new();
    g_autoptr(GtkPageSetup) setup = page_setup(paper);
    Printing *printing = g_new(Printing, 1);

    *printing = (Printing){ g_object_ref(paper), g_object_ref(widget), printed, user_data, destroy };
    gtk_print_operation_set_n_pages(print, (int)care_paper_get_n_pages(paper));
    gtk_print_operation_set_job_name(print, care_paper_get_title(paper));
    gtk_print_operation_set_default_page_setup(print, setup);
    gtk_print_operation_set_use_full_page(print, TRUE);
    gtk_print_operation_set_unit(print, GTK_UNIT_POINTS);
    gtk_print_operation_set_allow_async(print, TRUE);
    g_signal_connect(print, "draw-page", G_CALLBACK(on_draw_page), printing);
    g_signal_connect_data(print, "done", G_CALLBACK(on_done), printing, printing_free, 0);
    gtk_print_operation_run(print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                            GTK_WINDOW(gtk_widget_get_root(widget)), NULL);
}

/* What a file dialog needs to know when it comes back. */
typedef struct {
    GtkWidget *widget;
    CareContext *context;
    const CarePaperKind *kind;
    CareRecord *record;
} Saving;

static void
saving_free(Saving *saving)
{
    g_object_unref(saving->widget);
    g_object_unref(saving->context);
    g_object_unref(saving->record);
    g_free(saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Saving, saving_free)

static void
on_save_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(Saving) saving = data;
    CarePaperDesk desk = desk_of(saving->context);
    g_autoptr(GError) error = NULL;
    g_autoptr(GFile) file = gtk_file_dialog_save_finish(GTK_FILE_DIALOG(source), result, &error);

    if (!file) {
        if (!g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
            care_toast_error(saving->widget, error);
        return;
    }
    if (!care_paper_export(saving->kind, &desk, saving->record, g_file_peek_path(file), &error))
        care_toast_error(saving->widget, error);
    else if (g_str_has_suffix(g_file_peek_path(file), ".ics"))
        care_toast_show(saving->widget, _("Calendar file saved"));
    else
        care_toast_show(saving->widget, _("PDF saved"));
}

void
care_paper_save(GtkWidget *widget, CareContext *context, const CarePaperKind *kind, CareRecord *record,
                const char *suffix)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();
    g_autofree char *stem = kind->file_name(record);
    g_autofree char *name = g_strdup_printf("%s.%s", stem, suffix);
    Saving *saving = g_new(Saving, 1);

    saving->widget = g_object_ref(widget);
    saving->context = g_object_ref(context);
    saving->kind = kind;
    saving->record = care_record_copy(record);
    gtk_file_dialog_set_title(dialog, g_str_equal(suffix, "ics") ? _("Save Calendar File") : _("Save PDF"));
    gtk_file_dialog_set_initial_name(dialog, name);
    gtk_file_dialog_save(dialog, GTK_WINDOW(gtk_widget_get_root(widget)), NULL, on_save_chosen, saving);
}

/* NULL, and the widget says why, where the paper is not the one that went out: it leaves by no door. */
static GtkFileLauncher *
launcher_new(GtkWidget *widget, CareContext *context, const CarePaperKind *kind, CareRecord *record)
{
    const char *data_dir = care_context_get_data_dir(context);
    g_autofree char *path = kind->kept(data_dir, record);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = care_paper_read_kept(kind, data_dir, record, &error);

    if (bytes)
        return gtk_file_launcher_new(file);
    care_toast_error(widget, error);
    return NULL;
}

static void
say_unopened(GtkWidget *widget)
{
    care_toast_show(widget, _("No program opened the PDF. It is kept with the invoice; save it instead."));
}

static void
on_opened(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_launch_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        say_unopened(widget);
}

void
care_paper_open_kept(GtkWidget *widget, CareContext *context, const CarePaperKind *kind, CareRecord *record)
{
    g_autoptr(GtkFileLauncher) launcher = launcher_new(widget, context, kind, record);

    if (!launcher)
        return;
    if (!care_opener_has_program(gtk_file_launcher_get_file(launcher))) {
        say_unopened(widget);
        return;
    }
    gtk_file_launcher_launch(launcher, GTK_WINDOW(gtk_widget_get_root(widget)), NULL, on_opened,
                             g_object_ref(widget));
}

static void
say_unshown(GtkWidget *widget)
{
    care_toast_show(widget, _("No file manager opened the folder. Save the PDF where you need it."));
}

static void
on_shown(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_open_containing_folder_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        say_unshown(widget);
}

void
care_paper_show_kept_in_files(GtkWidget *widget, CareContext *context, const CarePaperKind *kind,
                              CareRecord *record)
{
    g_autoptr(GtkFileLauncher) launcher = launcher_new(widget, context, kind, record);

    if (!launcher)
        return;
    if (!care_opener_has_file_manager()) {
        say_unshown(widget);
        return;
    }
    gtk_file_launcher_open_containing_folder(launcher, GTK_WINDOW(gtk_widget_get_root(widget)), NULL,
                                             on_shown, g_object_ref(widget));
}

GMenuModel *
care_paper_menu_new(const CareKind *of, const char *action)
{
    GMenu *menu = g_menu_new();

    for (const CarePaperKind *const *kind = care_paper_kinds(); *kind; kind++) {
        g_autoptr(GMenuItem) item = NULL;
        g_autofree char *label = g_strconcat("_", care_paper_kind_label(*kind), NULL);

        if ((*kind)->of != of)
            continue;
        item = g_menu_item_new(label, NULL);
        g_menu_item_set_action_and_target(item, action, "s", (*kind)->name);
        g_menu_append_item(menu, item);
    }
    return G_MENU_MODEL(menu);
}
