/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF, PNG and SVG of the same paper: the same bytes twice, the same picture everywhere, the text readable by other
 * programs. What needs poppler's tools is skipped where they are missing. */
#include "document/paper-render.h"

#include <glib/gstdio.h>

#include "common/case-table.h"
#include "paper-checks.h"
#include "samples.h"

#define MADE 1795521089

static GBytes *
pdf_of(CareInvoicePaper invoice, CareInstant created)
{
    g_autoptr(GBytes) logo = sample_logo();
    g_autoptr(CarePaper) paper = NULL;
    g_autoptr(GError) error = NULL;
    GBytes *pdf;

    invoice.shop.logo = logo;
    paper = care_invoice_paper_layout(&invoice);
    pdf = care_paper_write_pdf(paper, created, &error);
    g_assert_no_error(error);

    return pdf;
}

typedef struct {
    const char *name;
    CareInvoicePaper (*make)(void);
} Kind;

static const Kind kinds[] = {
    { "invoice", sample_invoice },
    { "gross", sample_gross_invoice },
    { "credit-note", sample_credit_note },
    { "world", sample_world_invoice },
};

static void
test_pdf_same_bytes(gconstpointer data)
{
    const Kind *kind = data;
    g_autoptr(GBytes) first = pdf_of(kind->make(), MADE);
    g_autoptr(GBytes) second = pdf_of(kind->make(), MADE);

    g_assert_true(g_bytes_equal(first, second));
}

static void
test_pdf_differs_with_content(void)
{
    CareInvoicePaper other = sample_invoice();
    g_autoptr(GBytes) first = pdf_of(other, MADE);
    g_autoptr(GBytes) second = NULL;

    other.number = "2026-0413";
    second = pdf_of(other, MADE);
    g_assert_false(g_bytes_equal(first, second));
}

static gpointer
make_in_thread(gpointer data)
{
    return pdf_of(sample_world_invoice(), MADE);
}

/* Issuing renders in the database's thread, the preview in the main one. */
static void
test_pdf_same_bytes_in_another_thread(void)
{
    g_autoptr(GBytes) here = pdf_of(sample_world_invoice(), MADE);
    g_autoptr(GBytes) there = g_thread_join(g_thread_new("paper", make_in_thread, NULL));

    g_assert_true(g_bytes_equal(here, there));
}

static char *
run_tool(const char *tool, GBytes *pdf, const char *const *arguments)
{
    g_autofree char *program = g_find_program_in_path(tool);
    g_autofree char *folder = NULL;
    g_autofree char *path = NULL;
    g_autofree char *command = NULL;
    g_autofree char *options = g_strjoinv(" ", (char **)arguments);
    char *output = NULL;
    int status;

    if (program == NULL)
        return NULL;
    folder = g_dir_make_tmp("paper-XXXXXX", NULL);
    path = g_build_filename(folder, "paper.pdf", NULL);
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(pdf, NULL), g_bytes_get_size(pdf), NULL));
    command = g_strdup_printf("%s %s %s -", program, options, path);
    g_assert_true(g_spawn_command_line_sync(command, &output, NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    g_remove(path);
    g_rmdir(folder);

    return output;
}

static char *
pdf_text(GBytes *pdf)
{
    const char *const arguments[] = { "-layout", "-enc", "UTF-8", NULL };

    return run_tool("pdftotext", pdf, arguments);
}

static const char *const readable[] = {
    "Invoice",           "2026-0412",       "24 Nov 2026", "19 Nov 2026",
    "8 Dec 2026",        "Kettle & Spoke",  "Café Linde",  "Sami Linde",
    "Oranienplatz 3",    "10999 Berlin",    "DE312448907", "Lindenstrasse 14, 10969 Berlin",
    "Grinder service",   "Burr set, 64 mm", "192.40",      "36.56",
    "€228.96",           "Mahlkönig K30",   "Jonas Weber", "PBNKDEFFXXX",
    "Invoice 2026-0412",
};

static void
test_pdf_readable(gconstpointer data)
{
    g_autoptr(GBytes) pdf = pdf_of(sample_invoice(), MADE);
    g_autofree char *text = pdf_text(pdf);

    if (text == NULL)
        g_test_skip("no pdftotext here");
    else
        g_assert_nonnull(strstr(text, data));
}

/* What a search in the PDF finds; Arabic and Hebrew come back in reading order. */
static const char *const scripts[] = { "Ремонт кофемолки", "Επισκευή ποδηλάτου",
                                       "自行车维修",       "ブレーキ調整と洗車",
                                       "Łańcuch",          "Preis in €" };

static void
test_pdf_script_readable(gconstpointer data)
{
    g_autoptr(GBytes) pdf = pdf_of(sample_world_invoice(), MADE);
    g_autofree char *text = pdf_text(pdf);
    CareTextStyle style = { 8, 400 };
    PangoContext *context = care_text_context_new(NULL);
    int unknown = text_unknown_glyphs(context, data, &style);

    g_object_unref(context);
    if (text == NULL || unknown > 0)
        g_test_skip("no pdftotext, or no fonts here");
    else
        g_assert_nonnull(strstr(text, data));
}

static void
test_pdf_metadata(void)
{
    const char *const arguments[] = { "-isodates", NULL };
    g_autoptr(GBytes) pdf = pdf_of(sample_invoice(), MADE);
    g_autofree char *program = g_find_program_in_path("pdfinfo");
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "paper-info.pdf", NULL);
    g_autofree char *command = g_strdup_printf("pdfinfo %s %s", arguments[0], path);
    g_autofree char *output = NULL;

    if (program == NULL) {
        g_test_skip("no pdfinfo here");
        return;
    }
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(pdf, NULL), g_bytes_get_size(pdf), NULL));
    g_assert_true(g_spawn_command_line_sync(command, &output, NULL, NULL, NULL));
    g_remove(path);
    g_assert_nonnull(strstr(output, "Invoice 2026-0412"));
    g_assert_nonnull(strstr(output, "Kettle & Spoke"));
    g_assert_nonnull(strstr(output, "Creator:         Aftercare"));
    g_assert_nonnull(strstr(output, "595.28 x 841.89 pts (A4)"));
    g_assert_nonnull(strstr(output, "2026-11-24T"));
}

static void
test_pdf_fonts_embedded(void)
{
    g_autoptr(GBytes) pdf = pdf_of(sample_world_invoice(), MADE);
    g_autofree char *program = g_find_program_in_path("pdffonts");
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "paper-fonts.pdf", NULL);
    g_autofree char *command = g_strdup_printf("pdffonts %s", path);
    g_autofree char *output = NULL;
    g_auto(GStrv) lines = NULL;

    if (program == NULL) {
        g_test_skip("no pdffonts here");
        return;
    }
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(pdf, NULL), g_bytes_get_size(pdf), NULL));
    g_assert_true(g_spawn_command_line_sync(command, &output, NULL, NULL, NULL));
    g_remove(path);
    lines = g_strsplit(g_strchomp(output), "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), >, 3);
    for (guint i = 2; lines[i] != NULL; i++)
        g_assert_true(g_regex_match_simple(" yes (yes|no) +(yes|no) ", lines[i], 0, 0));
}

typedef struct {
    const guchar *data;
    gsize left;
} Reader;

static cairo_status_t
read_bytes(void *closure, unsigned char *out, unsigned int length)
{
    Reader *reader = closure;

    if (length > reader->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, reader->data, length);
    reader->data += length;
    reader->left -= length;

    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
load_png(GBytes *png)
{
    Reader reader;
    cairo_surface_t *surface;

    reader.data = g_bytes_get_data(png, &reader.left);
    surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);

    return surface;
}

/* How dark a cell of 8×8 pixels is, 0 to 255. */
static double
darkness(cairo_surface_t *surface, int column, int row)
{
    const guchar *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    double sum = 0;

    for (int y = row * 8; y < row * 8 + 8; y++) {
        for (int x = column * 8; x < column * 8 + 8; x++) {
            const guchar *pixel = data + y * stride + x * 4;

            sum += 255 - (pixel[0] + pixel[1] + pixel[2]) / 3.0;
        }
    }

    return sum / 64;
}

static void
assert_alike(cairo_surface_t *a, cairo_surface_t *b)
{
    int columns = cairo_image_surface_get_width(a) / 8;
    int rows = cairo_image_surface_get_height(a) / 8;
    double worst = 0, sum = 0, ink = 0;

    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            double here = darkness(a, column, row);
            double difference = ABS(here - darkness(b, column, row));

            worst = MAX(worst, difference);
            sum += difference;
            ink += here;
        }
    }
    g_test_message("worst cell %.1f, all %.1f of %.1f", worst, sum, ink);
    g_assert_cmpfloat(worst, <, 60);
    g_assert_cmpfloat(sum, <, ink * 0.2);
    g_assert_cmpfloat(ink, >, 1000);
}

/* The preview on the screen is what comes out of the PDF. */
static void
test_preview_equals_pdf(gconstpointer data)
{
    const Kind *kind = data;
    CareInvoicePaper invoice = kind->make();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
    g_autoptr(GBytes) pdf = care_paper_write_pdf(paper, MADE, NULL);
    g_autoptr(GBytes) preview = paper_png(paper, 0, 2);
    g_autofree char *folder = g_dir_make_tmp("paper-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "paper.pdf", NULL);
    g_autofree char *base = g_build_filename(folder, "page", NULL);
    g_autofree char *picture = g_strdup_printf("%s.png", base);
    g_autofree char *command = g_strdup_printf("pdftoppm -singlefile -r 144 -png %s %s", path, base);
    g_autofree char *program = g_find_program_in_path("pdftoppm");
    g_autofree char *raster = NULL;
    g_autoptr(GBytes) raster_bytes = NULL;
    cairo_surface_t *a, *b;
    gsize size;

    if (program == NULL) {
        g_rmdir(folder);
        g_test_skip("no pdftoppm here");
        return;
    }
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(pdf, NULL), g_bytes_get_size(pdf), NULL));
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    g_assert_true(g_file_get_contents(picture, &raster, &size, NULL));
    raster_bytes = g_bytes_new(raster, size);
    a = load_png(preview);
    b = load_png(raster_bytes);
    g_assert_cmpint(ABS(cairo_image_surface_get_width(a) - cairo_image_surface_get_width(b)), <=, 1);
    assert_alike(a, b);
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    g_remove(path);
    g_remove(picture);
    g_rmdir(folder);
}

static void
test_png_scale(gconstpointer data)
{
    double scale = GPOINTER_TO_INT(data) / 2.0;
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
    g_autoptr(GBytes) png = paper_png(paper, 0, scale);
    cairo_surface_t *surface = load_png(png);

    g_assert_cmpint(cairo_image_surface_get_width(surface), ==, (int)(CARE_PAPER_A4_WIDTH * scale + 0.5));
    g_assert_cmpint(cairo_image_surface_get_height(surface), ==, (int)(CARE_PAPER_A4_HEIGHT * scale + 0.5));
    cairo_surface_destroy(surface);
}

static void
test_png_paper_is_white(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
    g_autoptr(GBytes) png = paper_png(paper, 0, 1);
    cairo_surface_t *surface = load_png(png);

    g_assert_cmpfloat(darkness(surface, 0, 0), ==, 0);
    cairo_surface_destroy(surface);
}

/* A damaged logo must not keep an invoice from being printed. */
static void
test_damaged_logo_is_left_out(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(GBytes) whole = sample_logo();
    g_autoptr(GBytes) half = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) / 2);
    g_autoptr(GBytes) nonsense = g_bytes_new_static("no picture", 10);
    GBytes *logos[] = { half, nonsense };

    for (gsize i = 0; i < G_N_ELEMENTS(logos); i++) {
        g_autoptr(CarePaper) paper = NULL;
        g_autoptr(GBytes) pdf = NULL;
        g_autoptr(GError) error = NULL;

        invoice.shop.logo = logos[i];
        paper = care_invoice_paper_layout(&invoice);
        pdf = care_paper_write_pdf(paper, MADE, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(g_bytes_get_size(pdf), >, 1000);
    }
}

static void
test_pdf_has_all_pages(void)
{
    CareInvoicePaper invoice = sample_long_invoice(200);
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
    g_autoptr(GBytes) pdf = care_paper_write_pdf(paper, MADE, NULL);
    g_autofree char *text = pdf_text(pdf);
    guint pages = care_paper_get_n_pages(paper);

    if (text == NULL) {
        g_test_skip("no pdftotext here");
        return;
    }
    for (guint page = 2; page <= pages; page++) {
        g_autofree char *footer = g_strdup_printf("Page %u of %u", page, pages);

        g_assert_nonnull(strstr(text, footer));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/paper-render/pdf/same-bytes", kinds, name, test_pdf_same_bytes);
    g_test_add_func("/paper-render/pdf/differs-with-content", test_pdf_differs_with_content);
    g_test_add_func("/paper-render/pdf/same-bytes-in-another-thread", test_pdf_same_bytes_in_another_thread);
    for (gsize i = 0; i < G_N_ELEMENTS(readable); i++)
        care_test_add_row("/paper-render/pdf/readable", i, readable[i], readable[i], test_pdf_readable);
    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++)
        care_test_add_row("/paper-render/pdf/script-readable", i, scripts[i], scripts[i],
                          test_pdf_script_readable);
    g_test_add_func("/paper-render/pdf/metadata", test_pdf_metadata);
    g_test_add_func("/paper-render/pdf/fonts-embedded", test_pdf_fonts_embedded);
    g_test_add_func("/paper-render/pdf/has-all-pages", test_pdf_has_all_pages);
    CARE_TEST_ADD_TABLE("/paper-render/preview-equals-pdf", kinds, name, test_preview_equals_pdf);
    for (int twice = 1; twice <= 4; twice++) {
        g_autofree char *path = g_strdup_printf("/paper-render/png/scale-%.1f", twice / 2.0);

        g_test_add_data_func(path, GINT_TO_POINTER(twice), test_png_scale);
    }
    g_test_add_func("/paper-render/png/paper-is-white", test_png_paper_is_white);
    g_test_add_func("/paper-render/damaged-logo-is-left-out", test_damaged_logo_is_left_out);

    return g_test_run();
}
