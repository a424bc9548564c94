/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/export-file.h"

#include "exchange/json/archive-json.h"
#include "exchange/export/table-csv.h"
#include "store/folder-lock.h"
#include "store/outside.h"
#include "store/under-way.h"

gboolean
care_export_write(CareConnection *connection, const char *data_dir, CareExportFormat format, const char *kind,
                  GOutputStream *out, GCancellable *cancellable, GError **error)
{
    switch (format) {
    case CARE_EXPORT_CSV:
        return care_table_write_csv(connection, care_kind_by_name(kind != NULL ? kind : "customer"), out,
                                    cancellable, error);
    case CARE_EXPORT_VCARD:
        return care_customers_write_vcard(connection, out, cancellable, error);
    case CARE_EXPORT_JSON:
    default:
        return care_archive_write(connection, data_dir, kind, out, cancellable, error);
    }
}

/* What the system says of a file, as a sentence; what is no matter of files stays as it is. */
static void
say_cannot_write(GFile *file, GError *cause, GError **error)
{
    g_autofree char *name = g_file_get_parse_name(file);

    if (cause->domain != G_IO_ERROR || g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        g_propagate_error(error, cause);
        return;
    }
    care_set_error_not_saved(error, name, cause);
    g_error_free(cause);
}

static gboolean
replace_file(CareConnection *connection, const char *data_dir, CareExportFormat format, const char *kind,
             GFile *file, GCancellable *cancellable, GError **error)
{
    g_autoptr(GCancellable) stop = g_cancellable_new();
    g_autoptr(GFileOutputStream) out = NULL;

    out = g_file_replace(file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
    if (out == NULL)
        return FALSE;
    if (care_export_write(connection, data_dir, format, kind, G_OUTPUT_STREAM(out), cancellable, error))
        return g_output_stream_close(G_OUTPUT_STREAM(out), cancellable, error);
    g_cancellable_cancel(stop); /* a replacement that is cancelled at its close is not put in place */
    g_output_stream_close(G_OUTPUT_STREAM(out), stop, NULL);
    return FALSE;
}

gboolean
care_export_to_file(CareConnection *connection, const char *data_dir, CareExportFormat format,
                    const char *kind, GFile *file, GCancellable *cancellable, GError **error)
{
    const char *path = g_file_peek_path(file); /* NULL: somewhere else than on this computer */
    GError *cause = NULL;

    if (path != NULL && !care_path_may_be_written(data_dir, path, error))
        return FALSE;
    if (replace_file(connection, data_dir, format, kind, file, cancellable, &cause))
        return TRUE;
    say_cannot_write(file, cause, error);
    return FALSE;
}

typedef struct {
    char *data_dir;
    CareExportFormat format;
    char *kind;
    GFile *file;
} Order;

static void
order_free(gpointer data)
{
    Order *order = data;

    g_free(order->data_dir);
    g_free(order->kind);
    g_object_unref(order->file);
    g_free(order);
}

static void
export_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Order *order = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareConnection) connection = care_folder_open(order->data_dir, CARE_CONNECTION_READ, &error);

    if (connection != NULL
        && care_export_to_file(connection, order->data_dir, order->format, order->kind, order->file,
                               cancellable, &error))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, g_steal_pointer(&error));
}

void
care_export_async(CareStore *store, CareExportFormat format, const char *kind, GFile *file,
                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GTask) task = g_task_new(store, cancellable, callback, user_data);
    Order *order = g_new(Order, 1);

    order->data_dir = g_strdup(care_store_data_dir(store));
    order->format = format;
    order->kind = g_strdup(kind);
    order->file = g_object_ref(file);
    g_task_set_task_data(task, order, order_free);
    care_under_way_add(store, task);
    g_task_run_in_thread(task, export_thread);
}

gboolean
care_export_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

char *
care_export_name(CareExportFormat format, const char *shop, const char *what, CareDate today)
{
    static const char *const endings[] = { "json", "csv", "vcf" };
    g_autofree char *day = care_date_to_string(today);
    g_autofree char *name
        = g_strdup_printf("%s%s%s %s.%s", shop != NULL ? shop : "", shop != NULL && what != NULL ? " " : "",
                          what != NULL ? what : "", day, endings[format]);

    return g_strdelimit(g_strchug(g_steal_pointer(&name)), "/\\", '-');
}
