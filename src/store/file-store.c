/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"

static gboolean
write_all(int fd, GBytes *bytes)
{
    gsize left = 0;
    const char *data = g_bytes_get_data(bytes, &left);

    while (left > 0) {
        ssize_t n = write(fd, data, left);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return FALSE;
        data += n;
        left -= (gsize)n;
    }
    return fsync(fd) == 0;
}

static void
sync_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

gboolean
care_file_write_durably(const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *temporary = g_strconcat(path, ".XXXXXX", NULL);
    int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0600);
    gboolean written = fd >= 0 && write_all(fd, bytes);

    if (fd >= 0)
        close(fd);
    if (written && g_rename(temporary, path) == 0) {
        sync_folder(path);
        return TRUE;
    }
    if (fd >= 0)
        g_unlink(temporary);
    g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                _("The file %s cannot be written. Nothing was changed; check the disk and its permissions."),
                path);
    return FALSE;
}

char *
care_file_store_path(const char *data_dir, const char *sha256)
{
    char folder[3] = { sha256[0], sha256[1], '\0' };

    return g_build_filename(data_dir, "files", folder, sha256, NULL);
}

char *
care_file_store_put(const char *data_dir, GBytes *bytes, GError **error)
{
    g_autofree char *hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    g_autofree char *path = care_file_store_path(data_dir, hash);
    g_autofree char *folder = g_path_get_dirname(path);

    /* Touched, it is in use again and no longer old enough to be swept away. */
    if (g_utime(path, NULL) == 0)
        return g_steal_pointer(&hash);
    g_mkdir_with_parents(folder, 0700);
    return care_file_write_durably(path, bytes, error) ? g_steal_pointer(&hash) : NULL;
}

GBytes *
care_file_store_get(const char *data_dir, const char *sha256, GError **error)
{
    g_autofree char *path = care_file_store_path(data_dir, sha256);
    char *contents = NULL;
    gsize length = 0;

    if (g_file_get_contents(path, &contents, &length, NULL))
        return g_bytes_new_take(contents, length);
    g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                _("The file %s is missing. Everything else is there; restore it from a backup."), path);
    return NULL;
}
