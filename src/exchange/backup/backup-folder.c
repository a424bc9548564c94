/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders and files around a backup. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "exchange/backup/backup-private.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/staff.h"
#include "store/file-store.h"
#include "store/kind-query.h"

char *
care_backup_sha256(const char *path)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);

    if (file == NULL)
        return NULL;
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)g_mapped_file_get_contents(file),
                                       g_mapped_file_get_length(file));
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
collect(const char *data_dir, const char *folder, GPtrArray *paths)
{
    g_autofree char *full = g_build_filename(data_dir, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(full, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_strconcat(folder, "/", name, NULL);
        g_autofree char *child = g_build_filename(data_dir, path, NULL);

        if (name[0] == '.' || !g_utf8_validate(name, -1, NULL))
            continue;
        if (g_file_test(child, G_FILE_TEST_IS_SYMLINK)) /* what it leads to is not the shop's */
            continue;
        if (g_file_test(child, G_FILE_TEST_IS_DIR))
            collect(data_dir, path, paths);
        else if (g_file_test(child, G_FILE_TEST_IS_REGULAR) && care_file_is_kept(path))
            g_ptr_array_add(paths, g_steal_pointer(&path));
    }
}

GPtrArray *
care_backup_list(const char *data_dir)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

    collect(data_dir, "files", paths);
    collect(data_dir, "issued", paths);
    g_ptr_array_sort(paths, compare_names);
    return paths;
}

void
care_backup_delete_tree(const char *path)
{
    g_autoptr(GDir) dir = NULL;
    const char *name;

    if (g_file_test(path, G_FILE_TEST_IS_SYMLINK) || !g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_unlink(path);
        return;
    }
    dir = g_dir_open(path, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);

        care_backup_delete_tree(child);
    }
    g_rmdir(path);
}

void
care_backup_cannot_make(const char *folder, int code, GError **error)
{
    g_autofree char *otherwise = g_strdup_printf(
        _("The folder %s cannot be written. Nothing was changed; check the disk and its permissions."),
        folder);

    care_set_error_from_errno(error, code, folder, otherwise);
}

char *
care_backup_make_folder(const char *data_dir, const char *prefix, GError **error)
{
    g_autofree char *backups = g_build_filename(data_dir, "backups", NULL);
    g_autofree char *name = g_strconcat(prefix, "XXXXXX", NULL);
    g_autofree char *path = g_build_filename(backups, name, NULL);

    if (g_mkdir_with_parents(backups, 0700) == 0 && g_mkdtemp_full(path, 0700) != NULL)
        return g_steal_pointer(&path);
    care_backup_cannot_make(backups, errno, error);
    return NULL;
}

char *
care_backup_make_work_outside(const char *path, const char *password, GError **error)
{
    g_autofree char *folder = password != NULL ? g_strdup(g_get_tmp_dir()) : g_path_get_dirname(path);
    g_autofree char *name = g_build_filename(folder, CARE_BACKUP_WORK "XXXXXX", NULL);

    if (g_mkdtemp_full(name, 0700) != NULL)
        return g_steal_pointer(&name);
    care_backup_cannot_make(folder, errno, error);
    return NULL;
}

char *
care_backup_make_work(const char *data_dir, const char *path, const char *password, GError **error)
{
    return g_access(data_dir, W_OK) == 0 ? care_backup_make_folder(data_dir, CARE_BACKUP_WORK, error)
                                         : care_backup_make_work_outside(path, password, error);
}

gboolean
care_backup_is_empty(const char *data_dir)
{
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = NULL;

    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    connection = care_connection_open(path, CARE_CONNECTION_READ, NULL);
    return connection != NULL && !care_kind_had_any(connection, &care_customer_kind, TRUE)
           && !care_kind_had_any(connection, &care_invoice_kind, FALSE)
           && !care_kind_had_any(connection, &care_staff_kind, FALSE);
}
