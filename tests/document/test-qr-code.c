/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The QR code: its patterns against the standard, its capacities, and whole codes that zbarimg read back byte for
 * byte when these sums were taken. */
#include "document/qr-code.h"

#include <string.h>

#include "common/case-table.h"

/* The text of the vectors: any n of its first bytes. */
static const char text[]
    = "BCD\n002\n1\nSCT\nPBNKDEFFXXX\nKettle & Spoke üöß €\nDE02100100100006820101\nEUR228.96\n\n\n"
      "Invoice 2026-0412 "
      "Größe, Straße; 12345 abcdefghijklmnopqrstuvwxyz "
      "Größe, Straße; 12345 abcdefghijklmnopqrstuvwxyz "
      "Größe, Straße; 12345 abcdefghijklmnopqrstuvwxyz "
      "Größe, Straße; 12345 abcdefghijklmnopqrstuvwxyz "
      "Größe, Straße; 12345 abcdefghijklmnopqrstuvwxyz "
      "Größe, Straße; 12345 abcdefghijklmnopqrstuvwxyz ";

typedef struct {
    const char *name;
    int length;
    int side;
    const char *sha256; /* of the modules */
} Vector;

/* The fullest code of each version at level M (table 7 of the standard), and the emptiest of the first. */
static const Vector vectors[] = {
    { "one-byte", 1, 21, "b9ce2f0f01c8a73775da33d24c2ecb3232232b1e43d28c6f09e3b0162b36ff7f" },
    { "version-1", 14, 21, "7e21dd272af54ebb3f73d0807603d44d09e29e748947e799c7fe0aab0561ec93" },
    { "version-2", 26, 25, "5573238c6ef30ec0787b7d1aa2ce90c8d07c4b8704505f750084d9e070a14899" },
    { "version-3", 42, 29, "0a03908a3818f4237f537059a2079d3d52f76f70fc88c29a66388c41c841599c" },
    { "version-4", 62, 33, "0eacf111fd1bc1160978ea61c2d8973d589ed7a58fcaf8888b26292473d7b02b" },
    { "version-5", 84, 37, "c779cf3c5f77456b51c7ac15d205f3e78a50f5a619424205d521b6d94a6599b0" },
    { "version-6", 106, 41, "9f8e55aefed404e5383201d7efbd44d0a173552eba9e9830c4de3f122aa3fa94" },
    { "version-7", 122, 45, "3b489c908b2562672e757f70cf6cc91b16a6ae1ba5b15ee8e7feb409c6392cdf" },
    { "version-8", 152, 49, "14ab0940a4b3923146eec84263cb71764bcac1d58b3a7500f05deae0afc767d4" },
    { "version-9", 180, 53, "d4d308976ca3256a8459007b5830f274a7a079808b091b1aea4f5b5ace207871" },
    { "version-10", 213, 57, "10e4b6e3b0f8ebf58b08506feb917dcdecde7d7732ca90d78842afa76ffa252e" },
    { "version-11", 251, 61, "59ddc837e9f6f42ee280fef5a520adbc70e10b1aa50000a3fdc0aa0c40fd5b5a" },
    { "version-12", 287, 65, "5674744b82f4578152f6afd6dd35e0101ecb8492bb572176aba4df2ddc61788f" },
    { "version-13", 331, 69, "9a15f26e6031b92251778e2c0b554fc14ca34f11e4ea752a79ffa4023407046a" },
};

static gboolean
dark(const CareQrCode *code, int x, int y)
{
    const guint8 *modules = g_bytes_get_data(code->modules, NULL);

    return modules[y * code->side + x] == 1;
}

static void
test_vector(gconstpointer data)
{
    const Vector *vector = data;
    g_autoptr(CareQrCode) code = care_qr_code_new(text, vector->length);
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, code->modules);

    g_assert_cmpint(code->side, ==, vector->side);
    g_assert_cmpuint(g_bytes_get_size(code->modules), ==, code->side * code->side);
    g_assert_cmpstr(sum, ==, vector->sha256);
}

static void
test_one_byte_more_takes_the_next_version(gconstpointer data)
{
    const Vector *vector = data;
    g_autoptr(CareQrCode) code = care_qr_code_new(text, vector->length + 1);

    if (vector->length == CARE_QR_MAX_BYTES)
        g_assert_null(code);
    else if (vector->length > 1)
        g_assert_cmpint(code->side, ==, vector->side + 4);
}

static const char *const finder[]
    = { "#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........" };

static void
test_finders(gconstpointer data)
{
    const Vector *vector = data;
    g_autoptr(CareQrCode) code = care_qr_code_new(text, vector->length);
    int far = code->side - 1;

    for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
            gboolean expected = finder[y][x] == '#';

            g_assert_cmpint(dark(code, x, y), ==, expected);
            g_assert_cmpint(dark(code, far - x, y), ==, expected);
            g_assert_cmpint(dark(code, x, far - y), ==, expected);
        }
    }
}

static void
test_timing(gconstpointer data)
{
    const Vector *vector = data;
    g_autoptr(CareQrCode) code = care_qr_code_new(text, vector->length);

    for (int i = 8; i < code->side - 8; i++) {
        g_assert_cmpint(dark(code, i, 6), ==, i % 2 == 0);
        g_assert_cmpint(dark(code, 6, i), ==, i % 2 == 0);
    }
}

/* Level M with each mask, from table C.1 of the standard. */
static const guint formats[] = { 0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0 };

static void
test_format(gconstpointer data)
{
    const Vector *vector = data;
    g_autoptr(CareQrCode) code = care_qr_code_new(text, vector->length);
    guint first = 0, second = 0;
    gboolean known = FALSE;

    for (int i = 0; i < 15; i++) {
        static const int xs[] = { 8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 4, 3, 2, 1, 0 };
        static const int ys[] = { 0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 8, 8 };
        int far = code->side - 1;

        first |= (guint)dark(code, xs[i], ys[i]) << i;
        second |= (guint)(i < 8 ? dark(code, far - i, 8) : dark(code, 8, far - 14 + i)) << i;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
        known = known || formats[i] == first;
    g_assert_true(known);
    g_assert_cmpuint(first, ==, second);
    g_assert_true(dark(code, 8, code->side - 8));
}

/* Table D.1 of the standard. */
static const guint versions[] = { 0x07c94, 0x085bc, 0x09a99, 0x0a4d3, 0x0bbf6, 0x0c762, 0x0d847 };

static void
test_version(gconstpointer data)
{
    const Vector *vector = data;
    g_autoptr(CareQrCode) code = care_qr_code_new(text, vector->length);
    int version = (code->side - 17) / 4;
    guint right = 0, below = 0;

    if (version < 7)
        return;
    for (int i = 0; i < 18; i++) {
        int far = code->side - 11 + i % 3;

        right |= (guint)dark(code, far, i / 3) << i;
        below |= (guint)dark(code, i / 3, far) << i;
    }
    g_assert_cmpuint(right, ==, versions[version - 7]);
    g_assert_cmpuint(below, ==, right);
}

static void
test_empty(void)
{
    g_autoptr(CareQrCode) code = care_qr_code_new("", 0);

    g_assert_cmpint(code->side, ==, 21);
}

static void
test_too_long(void)
{
    char bytes[CARE_QR_MAX_BYTES + 1] = { 0 };

    g_assert_null(care_qr_code_new(bytes, sizeof bytes));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/qr-code/vector", vectors, name, test_vector);
    CARE_TEST_ADD_TABLE("/qr-code/one-byte-more", vectors, name, test_one_byte_more_takes_the_next_version);
    CARE_TEST_ADD_TABLE("/qr-code/finders", vectors, name, test_finders);
    CARE_TEST_ADD_TABLE("/qr-code/timing", vectors, name, test_timing);
    CARE_TEST_ADD_TABLE("/qr-code/format", vectors, name, test_format);
    CARE_TEST_ADD_TABLE("/qr-code/version", vectors, name, test_version);
    g_test_add_func("/qr-code/empty", test_empty);
    g_test_add_func("/qr-code/too-long", test_too_long);

    return g_test_run();
}
