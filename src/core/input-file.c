/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/input-file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"

#define AT_ONCE 65536

gboolean
care_input_refuse(const char *name, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("The file %s cannot be read. Nothing was changed."),
                name);
    return FALSE;
}

gboolean
care_input_refuse_large(const char *name, guint64 most, GError **error)
{
    g_autofree char *limit = g_format_size_full(most, G_FORMAT_SIZE_IEC_UNITS);

    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: the name of a file, and a size, "64.0 KiB" */
                _("The file %s is larger than %s. Nothing was changed."), name, limit);
    return FALSE;
}

static gboolean
refuse_kind(const char *name, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: %s is what somebody named as a file, and is a folder or a device */
                _("%s is no file. Nothing was changed."), name);
    return FALSE;
}

static gboolean
refuse_silent(const char *name, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: %s is the name of a pipe */
                _("Nobody writes into the pipe %s. Nothing was changed."), name);
    return FALSE;
}

/* Whoever opened it may have said that it is not to be waited for, as some do of the stdin that they give away. */
static gboolean
wait_for(int fd)
{
    struct pollfd what = { .fd = fd, .events = POLLIN };

    return poll(&what, 1, -1) > 0 || errno == EINTR;
}

/* One byte more than most tells that there are more. */
static gboolean
read_on(int fd, guint64 most, GByteArray *read_so_far)
{
    guint8 piece[AT_ONCE];

    while (read_so_far->len <= most) {
        gssize n = read(fd, piece, MIN(sizeof piece, most + 1 - read_so_far->len));

        if (n == 0)
            return TRUE;
        if (n < 0 && errno != EINTR && !(errno == EAGAIN && wait_for(fd)))
            return FALSE;
        if (n > 0)
            g_byte_array_append(read_so_far, piece, (guint)n);
    }
    return TRUE;
}

static GBytes *
read_to_end(int fd, const char *name, guint64 most, GByteArray *array, GError **error)
{
    if (!read_on(fd, most, array)) {
        care_input_refuse(name, error);
        return NULL;
    }
    if (array->len > most) {
        care_input_refuse_large(name, most, error);
        return NULL;
    }
    return g_bytes_new(array->data, array->len);
}

GBytes *
care_input_read_open(int fd, const char *name, guint64 most, GError **error)
{
    g_autoptr(GByteArray) array = g_byte_array_new();

    return read_to_end(fd, name, MIN(most, CARE_INPUT_PIPE_MOST), array, error);
}

static GBytes *
map(int fd, const struct stat *info, const char *name, guint64 most, GError **error)
{
    g_autoptr(GMappedFile) file = NULL;

    if ((guint64)info->st_size > most) {
        care_input_refuse_large(name, most, error);
        return NULL;
    }
    if (info->st_size == 0) /* or one that does not say, as those of the system */
        return care_input_read_open(fd, name, most, error);
    file = g_mapped_file_new_from_fd(fd, FALSE, NULL);
    if (file == NULL)
        care_input_refuse(name, error);
    return file != NULL ? g_mapped_file_get_bytes(file) : NULL;
}

/* Without waiting its first bytes tell whether it has another end at all; from then on whoever writes is waited for. */
static GBytes *
read_pipe(int fd, const char *name, guint64 most, GError **error)
{
    g_autoptr(GByteArray) array = g_byte_array_new();
    guint8 first[AT_ONCE];
    gssize n = read(fd, first, sizeof first);

    if (n == 0) {
        refuse_silent(name, error);
        return NULL;
    }
    if (n < 0 && errno != EAGAIN && errno != EINTR) {
        care_input_refuse(name, error);
        return NULL;
    }
    if (n > 0)
        g_byte_array_append(array, first, (guint)n);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
    return read_to_end(fd, name, MIN(most, CARE_INPUT_PIPE_MOST), array, error);
}

gboolean
care_input_read(const char *path, const char *name, guint64 most, CareInput *input, GError **error)
{
    int fd = g_open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
    struct stat info;

    *input = (CareInput){ 0 };
    if (fd < 0)
        return care_input_refuse(name, error);
    if (fstat(fd, &info) != 0) {
        care_input_refuse(name, error);
    } else if (S_ISFIFO(info.st_mode)) {
        input->is_pipe = TRUE;
        input->bytes = read_pipe(fd, name, most, error);
    } else if (S_ISREG(info.st_mode)) {
        input->bytes = map(fd, &info, name, most, error);
    } else {
        refuse_kind(name, error);
    }
    close(fd);
    return input->bytes != NULL;
}
