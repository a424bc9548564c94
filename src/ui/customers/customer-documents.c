/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "model/document.h"
#include "ui/common/format.h"
#include "ui/common/toast.h"
#include "ui/customers/customer-tabs.h"

static void
on_launched(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) row = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_launch_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        care_toast_show(row, _("No program opened this file. It is kept with the customer."));
}

/* The bytes lie under their hash: files/ab/<sha256>. */
static void
on_activated(GtkWidget *row, gpointer data)
{
    const char *path = g_object_get_data(G_OBJECT(row), "care-path");
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new(file);

    gtk_file_launcher_launch(launcher, GTK_WINDOW(gtk_widget_get_root(row)), NULL, on_launched,
                             g_object_ref(row));
}

static GtkWidget *
document_row_new(CareContext *context, CareRecord *document)
{
    CareClock *clock = care_context_get_clock(context);
    const char *sha256 = care_record_text(document, CARE_DOCUMENT_SHA256);
    g_autofree char *folder = g_strndup(sha256, 2);
    g_autofree char *size = g_format_size((guint64)care_record_int(document, CARE_DOCUMENT_SIZE));
    g_autofree char *day = care_format_date(
        care_date_of_instant(care_record_int(document, CARE_DOCUMENT_AT), care_clock_zone(clock)),
        care_clock_today(clock));
    GtkWidget *row = care_tab_row_new("care-document-symbolic", CARE_TONE_NEUTRAL,
                                      care_record_text(document, CARE_DOCUMENT_NAME), size, day);

    g_object_set_data_full(
        G_OBJECT(row), "care-path",
        g_build_filename(care_context_get_data_dir(context), "files", folder, sha256, NULL), g_free);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    g_signal_connect(row, "activated", G_CALLBACK(on_activated), NULL);
    return row;
}

GtkWidget *
care_customer_documents_new(CareContext *context, CareCustomerFacts *facts)
{
    CareId customer = care_record_id(facts->customer);
    g_autoptr(GPtrArray) documents = care_store_query(
        care_context_get_store(context), &care_document_kind, NULL,
        "SELECT id FROM document WHERE customer = ?1 AND deleted_at IS NULL ORDER BY at DESC LIMIT 200", "i",
        customer);
    GtkWidget *box = care_tab_box_new();
    GtkWidget *group = care_tab_group_add(
        box, _("Documents"),
        documents && documents->len == 0 ? _("Photos and files about their things and jobs.") : NULL);

    for (guint i = 0; documents && i < documents->len; i++)
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group),
                                  document_row_new(context, documents->pdata[i]));
    return box;
}
