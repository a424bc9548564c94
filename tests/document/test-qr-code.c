/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The QR code as a phone sees it: what zbarimg reads back from the picture, byte for byte. */
#include "document/qr-code.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "common/case-table.h"
#include "document/epc-payload.h"

#define MODULE 4 /* pixels */
#define QUIET 4  /* modules of white around it */

/* The text of the cases: any n of its first bytes. */
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
    gsize length;
    int side;
} Fullest;

/* The fullest code of each version at level M (ISO/IEC 18004, table 7): a payment code has at most 331 bytes and may be
 * of version 13 at most (EPC069-12). */
static const Fullest fullest[] = {
    { "version-1", 14, 21 },   { "version-2", 26, 25 },   { "version-3", 42, 29 },
    { "version-4", 62, 33 },   { "version-5", 84, 37 },   { "version-6", 106, 41 },
    { "version-7", 122, 45 },  { "version-8", 152, 49 },  { "version-9", 180, 53 },
    { "version-10", 213, 57 }, { "version-11", 251, 61 }, { "version-12", 287, 65 },
    { "version-13", 331, 69 },
};

static void
draw(const CareQrCode *code, const char *path)
{
    const guint8 *modules = g_bytes_get_data(code->modules, NULL);
    int side = (code->side + 2 * QUIET) * MODULE;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    for (int y = 0; y < code->side; y++)
        for (int x = 0; x < code->side; x++)
            if (modules[y * code->side + x] != 0)
                cairo_rectangle(cr, (x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
    cairo_fill(cr);
    g_assert_cmpint(cairo_surface_write_to_png(surface, path), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* NULL where there is no reader. */
static char *
read_back(const CareQrCode *code)
{
    g_autofree char *program = g_find_program_in_path("zbarimg");
    g_autofree char *folder = NULL;
    g_autofree char *path = NULL;
    g_autofree char *command = NULL;
    char *output = NULL;

    if (program == NULL)
        return NULL;
    folder = g_dir_make_tmp("code-XXXXXX", NULL);
    path = g_build_filename(folder, "code.png", NULL);
    draw(code, path);
    command = g_strdup_printf("%s --quiet --raw --oneshot -Sbinary %s", program, path);
    g_assert_true(g_spawn_command_line_sync(command, &output, NULL, NULL, NULL));
    g_remove(path);
    g_rmdir(folder);

    return output;
}

static void
assert_reads(const char *data, gsize length)
{
    g_autoptr(CareQrCode) code = care_qr_code_new(data, length);
    g_autofree char *wanted = g_strndup(data, length);
    g_autofree char *read = NULL;

    g_assert_nonnull(code);
    g_assert_cmpuint(g_bytes_get_size(code->modules), ==, code->side * code->side);
    read = read_back(code);
    if (read == NULL)
        g_test_skip("no zbarimg here");
    else
        g_assert_cmpstr(read, ==, wanted);
}

static void
test_reads_back(gconstpointer data)
{
    const Fullest *one = data;

    assert_reads(text, one->length);
}

static void
test_smallest_version(gconstpointer data)
{
    const Fullest *one = data;
    g_autoptr(CareQrCode) full = care_qr_code_new(text, one->length);
    g_autoptr(CareQrCode) more = care_qr_code_new(text, one->length + 1);

    g_assert_cmpint(full->side, ==, one->side);
    g_assert_cmpint(more->side, ==, one->side + 4);
}

static void
test_longest_payment(void)
{
    g_autofree char *long_text = g_strnfill(140, 'x');
    CareEpcPayload payment
        = { .name = "Ünïcödé Wërkstätte für Fährräder und Kaffeemaschinen, Straße am Tor 12",
            .iban = "MT84MALT011000012345MTLCAST001S",
            .bic = "PBNKDEFFXXX",
            .currency = "EUR",
            .amount = G_GINT64_CONSTANT(99999999999),
            .text = long_text };
    g_autofree char *payload = care_epc_payload_build(&payment, NULL);

    g_assert_nonnull(payload);
    assert_reads(payload, strlen(payload));
}

static void
test_nothing_and_too_much(void)
{
    g_autofree char *much = g_strnfill(2332, 'x');
    g_autoptr(CareQrCode) most = care_qr_code_new(much, 2331);

    g_assert_null(care_qr_code_new("", 0));
    g_assert_cmpint(most->side, ==, 177);
    g_assert_null(care_qr_code_new(much, 2332));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/qr-code/reads-back", fullest, name, test_reads_back);
    CARE_TEST_ADD_TABLE("/qr-code/smallest-version", fullest, name, test_smallest_version);
    g_test_add_func("/qr-code/longest-payment", test_longest_payment);
    g_test_add_func("/qr-code/nothing-and-too-much", test_nothing_and_too_much);

    return g_test_run();
}
