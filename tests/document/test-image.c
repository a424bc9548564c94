/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture loader: what it turns upright, makes smaller and refuses. */
#include "document/image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "core/errors.h"

static GBytes *
encode(GdkPixbuf *pixbuf, const char *type)
{
    g_autoptr(GError) error = NULL;
    char *data;
    gsize size;

    gdk_pixbuf_save_to_buffer(pixbuf, &data, &size, type, &error, NULL);
    g_assert_no_error(error);

    return g_bytes_new_take(data, size);
}

/* Left half red, right half blue. */
static GdkPixbuf *
two_halves(int width, int height)
{
    GdkPixbuf *pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
    g_autoptr(GdkPixbuf) right = gdk_pixbuf_new_subpixbuf(pixbuf, width / 2, 0, width - width / 2, height);

    gdk_pixbuf_fill(pixbuf, 0xff0000ff);
    gdk_pixbuf_fill(right, 0x0000ffff);

    return pixbuf;
}

static GBytes *
picture(int width, int height, const char *type)
{
    g_autoptr(GdkPixbuf) pixbuf = two_halves(width, height);

    return encode(pixbuf, type);
}

static GdkPixbuf *
decode(GBytes *png)
{
    g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type("png", NULL);

    g_assert_true(gdk_pixbuf_loader_write_bytes(loader, png, NULL));
    g_assert_true(gdk_pixbuf_loader_close(loader, NULL));

    return g_object_ref(gdk_pixbuf_loader_get_pixbuf(loader));
}

typedef struct {
    const char *name;
    const char *type;
    int width, height;
    int max_side;
    int out_width, out_height;
} Case;

static const Case cases[] = {
    { "png-as-it-is", "png", 60, 40, 800, 60, 40 },
    { "never-enlarged", "png", 10, 10, 256, 10, 10 },
    { "exactly-at-the-limit", "png", 256, 100, 256, 256, 100 },
    { "wide", "png", 1000, 500, 256, 256, 128 },
    { "high", "png", 500, 1000, 256, 128, 256 },
    { "thread-thin", "png", 3000, 2, 256, 256, 1 },
    { "jpeg", "jpeg", 1000, 500, 100, 100, 50 },
    { "bmp", "bmp", 64, 32, 256, 64, 32 },
};

static void
test_size(gconstpointer data)
{
    const Case *one = data;
    g_autoptr(GBytes) file = picture(one->width, one->height, one->type);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) png = care_image_normalise(file, one->max_side, &error);
    int width, height;

    g_assert_no_error(error);
    g_assert_true(care_image_png_size(png, &width, &height));
    g_assert_cmpint(width, ==, one->out_width);
    g_assert_cmpint(height, ==, one->out_height);
}

/* A JPEG with an Exif block that says how the camera was held. */
static GBytes *
photo(int orientation)
{
    static const guchar head[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                                   0,    1,    1, 18, 0,   3,   0,   0,   0, 1, 0,   0,   0, 0,  0, 0, 0, 0 };
    g_autoptr(GBytes) plain = picture(64, 32, "jpeg");
    GByteArray *out = g_byte_array_new();
    gsize size;
    const guchar *data = g_bytes_get_data(plain, &size);

    g_byte_array_append(out, data, 2);
    g_byte_array_append(out, head, sizeof head);
    out->data[2 + 29] = orientation;
    g_byte_array_append(out, data + 2, size - 2);

    return g_byte_array_free_to_bytes(out);
}

static gboolean
is_red(GdkPixbuf *pixbuf, int x, int y)
{
    const guchar *pixel = gdk_pixbuf_read_pixels(pixbuf) + y * gdk_pixbuf_get_rowstride(pixbuf)
                          + x * gdk_pixbuf_get_n_channels(pixbuf);

    return pixel[0] > 200 && pixel[2] < 60;
}

typedef struct {
    const char *name;
    int orientation;
    int width, height;
    int red_x, red_y;
} Turn;

static const Turn turns[] = {
    { "upright", 1, 64, 32, 8, 16 },
    { "upside-down", 3, 64, 32, 56, 16 },
    { "turned-right", 6, 32, 64, 16, 8 },
    { "turned-left", 8, 32, 64, 16, 56 },
};

static void
test_orientation(gconstpointer data)
{
    const Turn *turn = data;
    g_autoptr(GBytes) file = photo(turn->orientation);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) png = care_image_normalise(file, 256, &error);
    g_autoptr(GdkPixbuf) pixbuf = NULL;

    g_assert_no_error(error);
    pixbuf = decode(png);
    g_assert_cmpint(gdk_pixbuf_get_width(pixbuf), ==, turn->width);
    g_assert_cmpint(gdk_pixbuf_get_height(pixbuf), ==, turn->height);
    g_assert_true(is_red(pixbuf, turn->red_x, turn->red_y));
}

static gboolean
contains(GBytes *bytes, const char *needle)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);

    for (gsize i = 0; i + strlen(needle) <= size; i++) {
        if (memcmp(data + i, needle, strlen(needle)) == 0)
            return TRUE;
    }

    return FALSE;
}

static void
test_no_metadata_left(void)
{
    g_autoptr(GBytes) file = photo(6);
    g_autoptr(GBytes) png = care_image_normalise(file, 256, NULL);

    g_assert_true(contains(file, "Exif"));
    g_assert_false(contains(png, "Exif"));
    g_assert_false(contains(png, "tEXt"));
}

static void
test_transparency_stays(void)
{
    g_autoptr(GdkPixbuf) clear = gdk_pixbuf_new(GDK_COLORSPACE_RGB, TRUE, 8, 8, 8);
    g_autoptr(GBytes) file = NULL;
    g_autoptr(GBytes) png = NULL;
    g_autoptr(GdkPixbuf) pixbuf = NULL;

    gdk_pixbuf_fill(clear, 0x11223300);
    file = encode(clear, "png");
    png = care_image_normalise(file, 256, NULL);
    pixbuf = decode(png);
    g_assert_true(gdk_pixbuf_get_has_alpha(pixbuf));
    g_assert_cmpint(gdk_pixbuf_read_pixels(pixbuf)[3], ==, 0);
}

static void
assert_refused(GBytes *file, const char *word)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(care_image_normalise(file, 256, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, word));
}

static void
test_refuses_text(void)
{
    g_autoptr(GBytes) file = g_bytes_new_static("not a picture at all", 20);

    assert_refused(file, "cannot be read");
}

static void
test_refuses_empty(void)
{
    g_autoptr(GBytes) file = g_bytes_new_static("", 0);

    assert_refused(file, "cannot be read");
}

static void
test_refuses_torn(gconstpointer type)
{
    g_autoptr(GBytes) whole = picture(200, 200, type);
    g_autoptr(GBytes) file = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) / 2);

    assert_refused(file, "cannot be read");
}

static void
test_refuses_over_20_mb(void)
{
    g_autoptr(GBytes) file = g_bytes_new_take(g_malloc0(CARE_IMAGE_MAX_BYTES + 1), CARE_IMAGE_MAX_BYTES + 1);

    assert_refused(file, "20 MB");
}

static void
test_refuses_missing_file(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(care_image_load_file("/nowhere/logo.png", 256, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_png_size_of_other_bytes(void)
{
    g_autoptr(GBytes) jpeg = picture(64, 32, "jpeg");
    int width, height;

    g_assert_false(care_image_png_size(jpeg, &width, &height));
    g_assert_false(care_image_png_size(NULL, &width, &height));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/image/size/%s", cases[i].name);

        g_test_add_data_func(path, &cases[i], test_size);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(turns); i++) {
        g_autofree char *path = g_strdup_printf("/image/orientation/%s", turns[i].name);

        g_test_add_data_func(path, &turns[i], test_orientation);
    }
    g_test_add_func("/image/no-metadata-left", test_no_metadata_left);
    g_test_add_func("/image/transparency-stays", test_transparency_stays);
    g_test_add_func("/image/refuses/text", test_refuses_text);
    g_test_add_func("/image/refuses/empty", test_refuses_empty);
    g_test_add_data_func("/image/refuses/torn-png", "png", test_refuses_torn);
    g_test_add_data_func("/image/refuses/torn-jpeg", "jpeg", test_refuses_torn);
    g_test_add_func("/image/refuses/over-20-mb", test_refuses_over_20_mb);
    g_test_add_func("/image/refuses/missing-file", test_refuses_missing_file);
    g_test_add_func("/image/png-size-of-other-bytes", test_png_size_of_other_bytes);

    return g_test_run();
}
