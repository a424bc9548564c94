/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "core/plain-file.h"

/* A file on its way begins like this, so that no backup and no list takes it along if its program is ended meanwhile. */
#define UNFINISHED ".new-"

gboolean
care_file_is_unfinished(const char *name)
{
    return g_str_has_prefix(name, UNFINISHED);
}

void
care_file_sweep(const char *path)
{
    int fd = g_open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        g_unlink(path);
    close(fd);
}

void
care_file_sweep_unfinished(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (care_file_is_unfinished(name)) {
            g_autofree char *path = g_build_filename(folder, name, NULL);

            care_file_sweep(path);
        }
}

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

static gboolean
cannot_write(const char *path, int code, GError **error)
{
    g_autofree char *otherwise = g_strdup_printf(
        _("The file %s cannot be written. Nothing was changed; check the disk and its permissions."), path);

    care_set_error_from_errno(error, code, path, otherwise);
    return FALSE;
}

gboolean
care_file_write_durably(const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *hidden = g_strconcat(UNFINISHED, base, ".XXXXXX", NULL);
    g_autofree char *temporary = g_build_filename(folder, hidden, NULL);
    int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0600);
    gboolean written;
    int code = errno;

    if (fd < 0)
        return cannot_write(path, code, error);
    flock(fd, LOCK_EX | LOCK_NB); /* tells it from one that was left */
    written = write_all(fd, bytes) && g_rename(temporary, path) == 0;
    code = errno;
    if (!written)
        g_unlink(temporary);
    close(fd);
    if (!written)
        return cannot_write(path, code, error);
    sync_folder(path);
    return TRUE;
}

gboolean
care_file_store_is_hash(const char *text)
{
    return text != NULL && strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

gboolean
care_file_is_kept(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    guint n = g_strv_length(parts);

    if (n == 3 && strcmp(parts[0], "files") == 0)
        return care_file_store_is_hash(parts[2]) && strlen(parts[1]) == 2
               && g_str_has_prefix(parts[2], parts[1]);
    return n == 2 && strcmp(parts[0], "issued") == 0 && *parts[1] != '.' && g_str_has_suffix(parts[1], ".pdf")
           && strpbrk(parts[1], "\\\n\r") == NULL && g_utf8_validate(parts[1], -1, NULL);
}

char *
care_file_store_path(const char *data_dir, const char *sha256)
{
    char folder[3] = { '\0' };

    if (!care_file_store_is_hash(sha256))
        return NULL;
    memcpy(folder, sha256, 2);

    return g_build_filename(data_dir, "files", folder, sha256, NULL);
}

char *
care_file_store_put(const char *data_dir, GBytes *bytes, GError **error)
{
    g_autofree char *hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    g_autofree char *path = care_file_store_path(data_dir, hash);
    g_autofree char *folder = g_path_get_dirname(path);

    g_autoptr(GBytes) there = care_file_store_get(data_dir, hash, NULL);

    /* Touched, it is in use again and no longer old enough to be swept away. */
    if (there != NULL && g_utime(path, NULL) == 0)
        return g_steal_pointer(&hash);
    g_mkdir_with_parents(folder, 0700);
    return care_file_write_durably(path, bytes, error) ? g_steal_pointer(&hash) : NULL;
}

GBytes *
care_file_store_get(const char *data_dir, const char *sha256, GError **error)
{
    g_autofree char *path = care_file_store_path(data_dir, sha256);
    g_autoptr(GBytes) bytes = path != NULL ? care_plain_file_read(path, NULL) : NULL;
    g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;

    if (hash != NULL && strcmp(hash, sha256) == 0)
        return g_steal_pointer(&bytes);
    if (hash == NULL)
        g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                    _("The file %s is missing. Everything else is there; restore it from a backup."),
                    path != NULL ? path : "?");
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_CORRUPT,
                    _("The file %s was altered. Everything else is there; restore it from a backup."), path);
    return NULL;
}
