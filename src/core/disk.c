/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/disk.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/errors.h"

char *
care_path_real(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real != NULL ? real : path);

    free(real);
    return copy;
}

gboolean
care_errno_is_full(int code)
{
    return code == ENOSPC || code == EDQUOT || code == EFBIG;
}

gboolean
care_error_is_full(const GError *error)
{
    return g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
           || g_error_matches(error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

gboolean
care_disk_has_room(const char *path, guint64 bytes)
{
    struct statvfs disk;

    return statvfs(path, &disk) != 0 || disk.f_blocks == 0
           || (geteuid() == 0 ? disk.f_bfree : disk.f_bavail) * disk.f_frsize >= bytes;
}

static gboolean
is_in_the_way(int code)
{
    return code == EEXIST || code == ENOTDIR || code == EISDIR;
}

void
care_set_error_from_errno(GError **error, int code, const char *path, const char *otherwise)
{
    if (care_errno_is_full(code))
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("There is no room on the disk for %s. Nothing was changed; make room and try again."),
                    path);
    else if (is_in_the_way(code))
        g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                    _("Something else is in the way of %s. Nothing was changed; move it away and try again."),
                    path);
    else
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_FULL, otherwise);
}
