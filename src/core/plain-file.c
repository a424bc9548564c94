/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plain-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

static void
set_error(const char *path, int code, GError **error)
{
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "%s: %s", path, g_strerror(code));
}

/* Without waiting: a pipe opens at once, and is seen for what it is. -1 with an error. */
static int
open_plain(const char *path, GError **error)
{
    int fd = g_open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
    struct stat info;

    if (fd < 0) {
        set_error(path, errno, error);
        return -1;
    }
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
        return fd;
    close(fd);
    set_error(path, EINVAL, error);
    return -1;
}

GBytes *
care_plain_file_read(const char *path, GError **error)
{
    int fd = open_plain(path, error);
    g_autoptr(GMappedFile) file = fd >= 0 ? g_mapped_file_new_from_fd(fd, FALSE, error) : NULL;

    if (fd >= 0)
        close(fd);
    if (file == NULL)
        return NULL;
    /* Nothing is mapped of nothing, and its bytes would be NULL. */
    return g_mapped_file_get_length(file) > 0 ? g_mapped_file_get_bytes(file) : g_bytes_new_static("", 0);
}
