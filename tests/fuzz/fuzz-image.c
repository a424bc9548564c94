/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as a picture that somebody adds: it becomes a PNG of at most the wanted size, or there is a sentence. */
#include "fuzz.h"

#include "document/image.h"

#define SIDE 64

/* What GdkPixbuf says to itself of a frame without a width is its own; it refuses the file all the same. */
static gboolean
is_ours(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    return g_strcmp0(domain, "GdkPixbuf") != 0;
}

static void
say_nothing(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) file = g_bytes_new(data, size);
    g_autoptr(GBytes) png = NULL;
    g_autoptr(GError) error = NULL;
    static guint handler;
    int width = 0, height = 0;

    g_test_log_set_fatal_handler(is_ours, NULL);
    if (handler == 0)
        handler = g_log_set_handler("GdkPixbuf", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, say_nothing, NULL);
    png = care_image_normalise(file, SIDE, &error);
    g_assert_true((png == NULL) == (error != NULL));
    care_image_png_size(file, &width, &height);
    if (png == NULL)
        return 0;
    g_assert_true(care_image_png_size(png, &width, &height));
    g_assert_cmpint(MAX(width, height), <=, SIDE);
    return 0;
}
