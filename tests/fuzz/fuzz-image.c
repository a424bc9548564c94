/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as a picture that somebody adds: it becomes a PNG of at most the wanted size, or there is a sentence. */
#include "fuzz.h"

#include "document/image.h"

#define SIDE 64

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) file = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) png = care_image_normalise(file, SIDE, &error);
    int width = 0, height = 0;

    g_assert_true((png == NULL) == (error != NULL));
    care_image_png_size(file, &width, &height);
    if (png == NULL)
        return 0;
    g_assert_true(care_image_png_size(png, &width, &height));
    g_assert_cmpint(MAX(width, height), <=, SIDE);
    return 0;
}
