/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/put-aside.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/plain-file.h"

/* A paper has some 30 KB: what is a thousand times larger is none, and its name is not worth the wait. */
#define MOST_BYTES (32 * 1024 * 1024)
#define MOST_NUMBERS 10000

/* The first digits of its hash; NULL for what is not read. */
static char *
mark_of_content(const char *path, const GStatBuf *info)
{
    g_autoptr(GBytes) content = NULL;
    g_autofree char *hash = NULL;

    if (!S_ISREG(info->st_mode) || info->st_size > MOST_BYTES)
        return NULL;
    content = care_plain_file_read(path, NULL);
    hash = content != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, content) : NULL;
    return hash != NULL ? g_strndup(hash, 8) : NULL;
}

static char *
place_named(const char *folder, const char *base, const char *mark)
{
    const char *dot = strrchr(base, '.');
    g_autofree char *stem = dot != NULL ? g_strndup(base, (gsize)(dot - base)) : g_strdup(base);
    g_autofree char *name = g_strdup_printf("%s-%s%s", stem, mark, dot != NULL ? dot : "");

    return g_build_filename(folder, name, NULL);
}

/* NULL if there is none. */
static char *
free_place(const char *folder, const char *base)
{
    for (int i = 1; i < MOST_NUMBERS; i++) {
        g_autofree char *mark = g_strdup_printf("%d", i);
        g_autofree char *place = place_named(folder, base, mark);
        GStatBuf there;

        if (g_lstat(place, &there) != 0)
            return g_steal_pointer(&place);
    }
    return NULL;
}

static gboolean
cannot_move(const char *path, const char *folder, int code, GError **error)
{
    g_autofree char *otherwise = g_strdup_printf(
        _("The file %s is in the way and cannot be moved. Nothing was changed; check the disk and its "
          "permissions."),
        path);

    care_set_error_from_errno(error, code, folder, otherwise);
    return FALSE;
}

gboolean
care_put_aside(const char *data_dir, const char *path, const char *folder, GError **error)
{
    g_autofree char *full = g_build_filename(data_dir, "backups", folder, NULL);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *mark = NULL;
    g_autofree char *place = NULL;
    GStatBuf info;

    if (g_lstat(path, &info) != 0)
        return TRUE;
    if (g_mkdir_with_parents(full, 0700) != 0)
        return cannot_move(path, full, errno, error);
    mark = mark_of_content(path, &info);
    place = mark != NULL ? place_named(full, base, mark) : free_place(full, base);
    if (place != NULL && g_rename(path, place) == 0)
        return TRUE;
    return cannot_move(path, full, place != NULL ? errno : 0, error);
}
