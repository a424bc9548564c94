/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Things every paper must keep to, whatever is on it. */
#include "paper-checks.h"

#include "document/paper-render.h"

#define TOLERANCE 0.01

static cairo_status_t
append_bytes(void *bytes, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(bytes, data, length);
    return CAIRO_STATUS_SUCCESS;
}

GBytes *
paper_png(CarePaper *paper, guint page, double scale)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface
        = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(care_paper_get_width(paper) * scale + 0.5),
                                     (int)(care_paper_get_height(paper) * scale + 0.5));
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    care_paper_draw_page(paper, cr, page);
    g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_surface_write_to_png_stream(surface, append_bytes, bytes);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return g_byte_array_free_to_bytes(bytes);
}

int
text_unknown_glyphs(PangoContext *context, const char *text, const CareTextStyle *style)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, 0);

    return pango_layout_get_unknown_glyphs_count(layout);
}

static char *
with_plain_spaces(const char *text)
{
    g_auto(GStrv) pieces = g_strsplit(text != NULL ? text : "", "\u00a0", -1);

    return g_strjoinv(" ", pieces);
}

static gboolean
holds(const CareBox *box, const char *text)
{
    g_autofree char *plain = with_plain_spaces(box->text);
    g_autofree char *wanted = with_plain_spaces(text);

    return box->text != NULL && strstr(plain, wanted) != NULL;
}

static gboolean
is_text(const CareBox *box, const char *text)
{
    g_autofree char *plain = with_plain_spaces(box->text);
    g_autofree char *wanted = with_plain_spaces(text);

    return box->text != NULL && strcmp(plain, wanted) == 0;
}

/* The first page, counted from 0, on which the text stands; -1 when it is nowhere. */
int
paper_find(CarePaper *paper, const char *text)
{
    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        for (guint i = 0; i < care_paper_get_n_boxes(paper, page); i++) {
            const CareBox *box = care_paper_get_box(paper, page, i);

            if (holds(box, text))
                return (int)page;
        }
    }

    return -1;
}

/* How often a run of exactly this text stands on the page. */
guint
paper_count(CarePaper *paper, guint page, const char *text)
{
    guint count = 0;

    for (guint i = 0; i < care_paper_get_n_boxes(paper, page); i++)
        count += is_text(care_paper_get_box(paper, page, i), text);

    return count;
}

void
assert_has(CarePaper *paper, const char *text)
{
    if (paper_find(paper, text) < 0) {
        g_autofree char *all = care_paper_get_text(paper);

        g_error("\"%s\" is not on the paper:\n%s", text, all);
    }
}

void
assert_lacks(CarePaper *paper, const char *text)
{
    g_assert_cmpint(paper_find(paper, text), ==, -1);
}

/* Marks stand in the margin, but where a printer prints. */
static gboolean
is_mark(const CareBox *box)
{
    return box->kind == CARE_BOX_RULE && box->style.colour == CARE_INK_MARGIN && box->width < 20;
}

static void
assert_box_inside(CarePaper *paper, const CareBox *box, const CareSheet *sheet)
{
    double side = is_mark(box) ? 5 * CARE_MM : MIN(sheet->start, sheet->end);

    g_assert_cmpfloat(box->x, >=, side - TOLERANCE);
    g_assert_cmpfloat(box->x + box->width, <=, care_paper_get_width(paper) - side + TOLERANCE);
    g_assert_cmpfloat(box->y, >=, 20);
    g_assert_cmpfloat(box->y + box->height, <=, care_paper_get_height(paper) - 5 * CARE_MM);
}

static void
assert_text_fits(PangoContext *context, const CareBox *box)
{
    double width, height;

    care_text_measure(context, box->text, &box->style, box->width, &width, &height);
    g_assert_cmpfloat(width, <=, box->width + TOLERANCE);
    g_assert_cmpfloat(height, <=, box->height + TOLERANCE);
}

/* Every box lies between the margins, and every text within its box. */
void
assert_nothing_clipped(CarePaper *paper, const CareSheet *sheet)
{
    PangoContext *context = care_text_context_new(NULL);

    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        for (guint i = 0; i < care_paper_get_n_boxes(paper, page); i++) {
            const CareBox *box = care_paper_get_box(paper, page, i);

            assert_box_inside(paper, box, sheet);
            if (box->text != NULL)
                assert_text_fits(context, box);
        }
    }
    g_object_unref(context);
}

static gboolean
overlap(const CareBox *a, const CareBox *b)
{
    return a->x + TOLERANCE < b->x + b->width && b->x + TOLERANCE < a->x + a->width
           && a->y + TOLERANCE < b->y + b->height && b->y + TOLERANCE < a->y + a->height;
}

/* No text is printed over another: the ink of two runs never shares a place. */
void
assert_no_overlap(CarePaper *paper)
{
    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        guint n = care_paper_get_n_boxes(paper, page);

        for (guint i = 0; i < n; i++) {
            const CareBox *a = care_paper_get_box(paper, page, i);

            for (guint j = i + 1; a->text != NULL && j < n; j++) {
                const CareBox *b = care_paper_get_box(paper, page, j);

                if (b->text != NULL && overlap(a, b))
                    g_error("page %u of %u: \"%s\" at %.1f, %.1f over \"%s\" at %.1f, %.1f", page + 1,
                            care_paper_get_n_pages(paper), a->text, a->x, a->y, b->text, b->x, b->y);
            }
        }
    }
}

void
assert_pages_numbered(CarePaper *paper)
{
    guint n = care_paper_get_n_pages(paper);

    assert_lacks(paper, "Page 1 of");
    for (guint page = 1; page < n; page++) {
        g_autofree char *text = g_strdup_printf("Page %u of %u", page + 1, n);

        g_assert_cmpint(paper_find(paper, text), ==, page);
    }
}
