/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/shop-folder.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"

static void
keep_private(const char *path)
{
    GStatBuf info;

    if (g_lstat(path, &info) == 0 && S_ISDIR(info.st_mode) && (info.st_mode & 077) != 0)
        g_chmod(path, info.st_mode & 0700);
}

static void
cannot_make(const char *path, int code, GError **error)
{
    g_autofree char *otherwise = g_strdup_printf(
        _("The folder %s cannot be made. Nothing was changed; check the disk and its permissions."), path);

    care_set_error_from_errno(error, code, path, otherwise);
}

gboolean
care_shop_folder_make(const char *data_dir, GError **error)
{
    if (g_mkdir_with_parents(data_dir, 0700) == 0)
        return TRUE;
    cannot_make(data_dir, errno, error);
    return FALSE;
}

gboolean
care_shop_folder_fill(const char *data_dir, GError **error)
{
    static const char *const folders[] = { "files", "issued", "backups" };

    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(data_dir, folders[i], NULL);

        if (!care_shop_folder_make(path, error))
            return FALSE;
        keep_private(path);
    }
    return TRUE;
}

static gboolean
has_size(const char *data_dir, const char *name)
{
    g_autofree char *path = g_build_filename(data_dir, name, NULL);
    GStatBuf info;

    return g_stat(path, &info) == 0 && info.st_size > 0;
}

static gboolean
has_files(const char *data_dir, const char *folder)
{
    g_autofree char *path = g_build_filename(data_dir, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);

    return dir != NULL && g_dir_read_name(dir) != NULL;
}

gboolean
care_shop_folder_check(const char *data_dir, GError **error)
{
    if (has_size(data_dir, "aftercare.db")
        || (!has_size(data_dir, "aftercare.head") && !has_files(data_dir, "files")
            && !has_files(data_dir, "issued")))
        return TRUE;
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_CORRUPT,
        _("The file aftercare.db of this shop is missing or empty, though its papers are there, in %s. "
          "Nothing was changed; restore the newest backup."),
        data_dir);
    return FALSE;
}

gboolean
care_shop_folder_has_log(const char *data_dir)
{
    g_autofree char *named = g_build_filename(data_dir, "aftercare.db", NULL);
    g_autofree char *path = care_path_real(named); /* beside which it lies */
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *log = g_strconcat(base, "-wal", NULL);

    return has_size(folder, log);
}
