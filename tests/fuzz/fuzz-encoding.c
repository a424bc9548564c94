/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as text in whatever encoding: UTF-8 comes out, or a sentence. */
#include "fuzz.h"

#include "exchange/import/encoding.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    const char *found = NULL;
    g_autoptr(GBytes) text = care_encoding_to_utf8(bytes, NULL, &found, &error);

    g_assert_true((text == NULL) == (error != NULL));
    if (text == NULL)
        return 0;
    g_assert_nonnull(found);
    g_assert_true(g_utf8_validate(g_bytes_get_data(text, NULL), (gssize)g_bytes_get_size(text), NULL)
                  || g_bytes_get_size(text) == 0);
    return 0;
}
