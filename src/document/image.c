/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The one loader of pictures. Whatever a person drops in becomes an upright PNG of a bounded size without the
 * camera's metadata (a photo's place is nobody's business), which Cairo can read. May be used in any thread. */
#include "document/image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/errors.h"
#include "core/plain-file.h"

#define MAX_PIXELS G_GINT64_CONSTANT(100000000) /* a scan of 600 dpi on A3 has 70 million */

typedef struct {
    int max_side;
    gboolean too_large;
} Limits;

/* Decoding at the final size keeps a photo of 50 megapixels from taking 200 MB. */
static void
on_size_prepared(GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
    Limits *limits = user_data;
    int longest = MAX(width, height);

    limits->too_large = (gint64)width * height > MAX_PIXELS;
    if (limits->too_large)
        gdk_pixbuf_loader_set_size(loader, 0,
                                   0); /* some make room for all of it whatever size is asked for */
    else if (longest > limits->max_side)
        gdk_pixbuf_loader_set_size(loader, MAX(1, (int)((gint64)width * limits->max_side / longest)),
                                   MAX(1, (int)((gint64)height * limits->max_side / longest)));
}

static void
set_unreadable(GError **error)
{
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        _("This picture cannot be read: it is damaged or of an unknown kind. Nothing was added."));
}

static void
set_too_large(GError **error)
{
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("This picture is too large: at most 20 MB can be added. Choose a smaller one."));
}

static gboolean
has_after(const guchar *data, gsize size, gsize from, const char *mark, gsize length)
{
    for (gsize i = from; i + length <= size; i++) {
        if (memcmp(data + i, mark, length) == 0)
            return TRUE;
    }

    return FALSE;
}

/* Where the picture itself begins, behind the metadata with its own small preview; 0 when there is none. */
static gsize
jpeg_scan_start(const guchar *data, gsize size)
{
    gsize at = 2;

    while (at + 4 <= size && data[at] == 0xff && data[at + 1] != 0xda)
        at += 2 + ((gsize)data[at + 2] << 8 | data[at + 3]);

    return at + 4 <= size && data[at] == 0xff ? at : 0;
}

/* The decoders take a file that was cut off for a finished one (half a photo, the rest grey), so the mark at the
 * end is looked for. */
static gboolean
is_torn(GBytes *file)
{
    gsize size;
    const guchar *data = g_bytes_get_data(file, &size);

    if (size > 8 && memcmp(data, "\x89PNG", 4) == 0)
        return !has_after(data, size, 8, "IEND", 4);
    if (size > 4 && data[0] == 0xff && data[1] == 0xd8)
        return jpeg_scan_start(data, size) == 0
               || !has_after(data, size, jpeg_scan_start(data, size), "\xff\xd9", 2);

    return FALSE;
}

static GdkPixbuf *
decode(GBytes *file, Limits *limits, GError **error)
{
    g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new();
    GdkPixbuf *pixbuf;
    gboolean written, closed;

    g_signal_connect(loader, "size-prepared", G_CALLBACK(on_size_prepared), limits);
    written = gdk_pixbuf_loader_write_bytes(loader, file, NULL);
    closed = gdk_pixbuf_loader_close(loader, NULL);
    pixbuf = gdk_pixbuf_loader_get_pixbuf(loader);
    if (limits->too_large) {
        set_too_large(error);
        return NULL;
    }
    if (!written || !closed || pixbuf == NULL) {
        set_unreadable(error);
        return NULL;
    }

    return gdk_pixbuf_apply_embedded_orientation(pixbuf);
}

static GBytes *
encode(GdkPixbuf *pixbuf, GError **error)
{
    g_autoptr(GdkPixbuf) plain = gdk_pixbuf_copy(pixbuf);
    char *data = NULL;
    gsize size = 0;

    if (plain == NULL
        || !gdk_pixbuf_save_to_buffer(plain, &data, &size, "png", NULL, "compression", "6", NULL)) {
        set_unreadable(error);
        return NULL;
    }

    return g_bytes_new_take(data, size);
}

/* Turns any picture into PNG bytes, upright and with no side longer than @max_side pixels (never enlarged). NULL
 * with CARE_ERROR_INPUT and a sentence when it is over 20 MB or cannot be read. Transfer full. */
GBytes *
care_image_normalise(GBytes *file, int max_side, GError **error)
{
    Limits limits = { max_side, FALSE };
    g_autoptr(GdkPixbuf) pixbuf = NULL;

    if (g_bytes_get_size(file) > CARE_IMAGE_MAX_BYTES) {
        set_too_large(error);
        return NULL;
    }
    if (g_bytes_get_size(file) == 0 || is_torn(file)) {
        set_unreadable(error);
        return NULL;
    }
    pixbuf = decode(file, &limits, error);

    return pixbuf != NULL ? encode(pixbuf, error) : NULL;
}

/* The same from a file. Its size is looked at before it is read. */
GBytes *
care_image_load_file(const char *path, int max_side, GError **error)
{
    g_autoptr(GBytes) bytes = NULL;
    GStatBuf status;

    if (g_stat(path, &status) == 0 && status.st_size > CARE_IMAGE_MAX_BYTES) {
        set_too_large(error);
        return NULL;
    }
    bytes = care_plain_file_read(path, NULL); /* a pipe or a device would never end */
    if (bytes == NULL) {
        set_unreadable(error);
        return NULL;
    }
    return care_image_normalise(bytes, max_side, error);
}

static int
big_endian(const guchar *at)
{
    return (int)((guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3]);
}

/* Reads width and height from a PNG's header without decoding it. FALSE when it is none. */
gboolean
care_image_png_size(GBytes *png, int *out_width, int *out_height)
{
    gsize size = 0;
    const guchar *data = png != NULL ? g_bytes_get_data(png, &size) : NULL;

    if (size < 24 || memcmp(data, "\x89PNG\r\n\x1a\n", 8) != 0)
        return FALSE;
    *out_width = big_endian(data + 16);
    *out_height = big_endian(data + 20);

    return *out_width > 0 && *out_height > 0;
}
