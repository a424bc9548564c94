/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/json/archive-json.h"
#include "exchange/export/table-csv.h"
#include "store/file-store.h"
#include "store/folder-lock.h"
#include "store/outside.h"
#include "store/under-way.h"

typedef struct {
    char *data_dir;
    CareExportFormat format;
    char *kind;
    GFile *file;
} Order;

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
fill(GFileOutputStream *out, CareConnection *connection, const Order *order, GCancellable *cancellable,
     GError **error)
{
    g_autoptr(GCancellable) stop = g_cancellable_new();

    if (care_export_write(connection, order->data_dir, order->format, order->kind, G_OUTPUT_STREAM(out),
                          cancellable, error))
        return g_output_stream_close(G_OUTPUT_STREAM(out), cancellable, error);
    g_cancellable_cancel(stop); /* a replacement that is cancelled at its close is not put in place */
    g_output_stream_close(G_OUTPUT_STREAM(out), stop, NULL);
    return FALSE;
}

/* What is no file on this computer, or a file that is no regular one: by whoever knows how. */
static gboolean
replace_file(CareConnection *connection, const Order *order, GCancellable *cancellable, GError **error)
{
    g_autoptr(GFileOutputStream) out
        = g_file_replace(order->file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);

    return out != NULL && fill(out, connection, order, cancellable, error);
}

#define PART_BEGIN ".aftercare-"
#define PART_DIGITS 8
#define PART_END ".part"

static gboolean
is_part(const char *name)
{
    const char *digits = name + strlen(PART_BEGIN);

    return g_str_has_prefix(name, PART_BEGIN) && strspn(digits, "0123456789abcdef") == PART_DIGITS
           && g_str_equal(digits + PART_DIGITS, PART_END);
}

/* What killed exports left beside the file: nobody sees it, and it is as large as a shop. */
static void
sweep_parts(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GStatBuf info;
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *part = is_part(name) ? g_build_filename(folder, name, NULL) : NULL;

        if (part != NULL && g_lstat(part, &info) == 0 && S_ISREG(info.st_mode))
            care_file_sweep(part);
    }
}

/* Held until it is closed, which tells it from one that was left. */
static int
hold_part(const char *part)
{
    int fd = g_open(part, O_RDONLY | O_CLOEXEC, 0);

    if (fd >= 0)
        flock(fd, LOCK_EX | LOCK_NB);
    return fd;
}

static gboolean
put_in_place(int fd, const char *part, const char *path, GError **error)
{
    gboolean written = fd >= 0 && fsync(fd) == 0 && g_rename(part, path) == 0;
    int code = errno;

    if (!written)
        g_set_error_literal(error, G_IO_ERROR, g_io_error_from_errno(code), g_strerror(code));
    return written;
}

/* NULL: it is somewhere else than on this computer, though there may be a way to it among the folders, as gvfs makes one. */
static const char *
path_of(GFile *file)
{
    return g_file_is_native(file) ? g_file_peek_path(file) : NULL;
}

/* Half of a list looks like a whole one: until all of it is on the disk, nothing has its name. */
static gboolean
write_beside(CareConnection *connection, const Order *order, GCancellable *cancellable, GError **error)
{
    const char *path = path_of(order->file);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name
        = g_strdup_printf(PART_BEGIN "%0*x" PART_END, PART_DIGITS, (unsigned)g_random_int());
    g_autofree char *part = g_build_filename(folder, name, NULL);
    g_autoptr(GFile) file = g_file_new_for_path(part);
    g_autoptr(GFileOutputStream) out = g_file_create(file, G_FILE_CREATE_NONE, cancellable, error);
    g_autofd int held = out != NULL ? hold_part(part) : -1;

    if (out == NULL)
        return FALSE;
    if (fill(out, connection, order, cancellable, error) && put_in_place(held, part, path, error))
        return TRUE;
    g_unlink(part);
    return FALSE;
}

static gboolean
is_there_already(const Order *order)
{
    return path_of(order->file) == NULL
           || g_file_query_file_type(order->file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL)
                  != G_FILE_TYPE_UNKNOWN;
}

gboolean
care_export_to_file(CareConnection *connection, const char *data_dir, CareExportFormat format,
                    const char *kind, GFile *file, GCancellable *cancellable, GError **error)
{
    const char *path = path_of(file);
    const Order order = { (char *)data_dir, format, (char *)kind, file };
    GError *cause = NULL;

    if (path != NULL && !care_path_may_be_written(data_dir, path, error))
        return FALSE;
    if (path != NULL)
        sweep_parts(path);
    /* what is there already is replaced only by what is whole */
    if (is_there_already(&order) ? replace_file(connection, &order, cancellable, &cause)
                                 : write_beside(connection, &order, cancellable, &cause))
        return TRUE;
    say_cannot_write(file, cause, error);
    return FALSE;
}

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
