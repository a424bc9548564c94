/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a CarePaper with Cairo. One function draws a page; preview, print, PDF, PNG and SVG only differ in the
 * surface they hand to it. */
#include "document/paper-render.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/errors.h"

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

static cairo_status_t
append_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);

    return CAIRO_STATUS_SUCCESS;
}

static void
set_colour(cairo_t *cr, guint32 colour)
{
    cairo_set_source_rgb(cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                         (colour & 0xff) / 255.0);
}

/* A picture that cannot be read leaves its place empty: the rest of an invoice must still print. */
static void
draw_image(cairo_t *cr, const CareBox *box)
{
    Reader reader;
    cairo_surface_t *image;

    reader.data = g_bytes_get_data(box->image, &reader.left);
    image = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    if (cairo_surface_status(image) == CAIRO_STATUS_SUCCESS) {
        int width = cairo_image_surface_get_width(image);
        int height = cairo_image_surface_get_height(image);

        cairo_save(cr);
        cairo_translate(cr, box->x, box->y);
        cairo_scale(cr, box->width / width, box->height / height);
        cairo_set_source_surface(cr, image, 0, 0);
        cairo_paint(cr);
        cairo_restore(cr);
    }
    cairo_surface_destroy(image);
}

/* All modules in one path and one fill: between squares that are filled apart, thin light seams would show. */
static void
draw_code(cairo_t *cr, const CareBox *box)
{
    const guint8 *modules = g_bytes_get_data(box->image, NULL);
    int side = (int)sqrt((double)g_bytes_get_size(box->image));
    double module = box->width / side;

    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            int start = x;

            while (x < side && modules[y * side + x] != 0)
                x++;
            if (x > start)
                cairo_rectangle(cr, box->x + start * module, box->y + y * module, (x - start) * module,
                                module);
        }
    }
    set_colour(cr, box->style.colour);
    cairo_fill(cr);
}

static void
draw_box(cairo_t *cr, PangoContext *context, const CareBox *box)
{
    switch (box->kind) {
    case CARE_BOX_TEXT:
        care_text_draw(cr, context, box->text, &box->style, box->x, box->y, box->width);
        break;
    case CARE_BOX_RULE:
        set_colour(cr, box->style.colour);
        cairo_rectangle(cr, box->x, box->y, box->width, box->height);
        cairo_fill(cr);
        break;
    case CARE_BOX_IMAGE:
        draw_image(cr, box);
        break;
    case CARE_BOX_CODE:
        draw_code(cr, box);
        break;
    default:
        g_assert_not_reached();
    }
}

/* Draws one page, counted from 0, in points from the current origin. The page's white is the caller's: a printer
 * has its own. */
void
care_paper_draw_page(CarePaper *self, cairo_t *cr, guint page)
{
    PangoContext *context;

    g_return_if_fail(page < care_paper_get_n_pages(self));

    context = care_text_context_new(care_paper_get_language(self));
    cairo_save(cr);
    for (guint i = 0; i < care_paper_get_n_boxes(self, page); i++)
        draw_box(cr, context, care_paper_get_box(self, page, i));
    cairo_restore(cr);
    g_object_unref(context);
}

static GBytes *
finish(GByteArray *bytes, cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return g_byte_array_free_to_bytes(bytes);

    g_byte_array_unref(bytes);
    g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                _("The paper could not be drawn (%s). Nothing was changed."), cairo_status_to_string(status));

    return NULL;
}

static cairo_status_t
close_surface(cairo_t *cr, cairo_surface_t *surface)
{
    cairo_status_t status = cairo_status(cr);

    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);

    return status;
}

static void
describe_pdf(CarePaper *self, cairo_surface_t *surface, CareInstant created)
{
    g_autofree char *date = care_instant_to_string(created);

    if (care_paper_get_title(self) != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, care_paper_get_title(self));
    if (care_paper_get_author(self) != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, care_paper_get_author(self));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Aftercare " CARE_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* The whole document as PDF. The date of making is the caller's, so that the same paper always gives the same
 * bytes and a stored hash can be checked. Fonts are embedded. */
GBytes *
care_paper_write_pdf(CarePaper *self, CareInstant created, GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        append_bytes, bytes, care_paper_get_width(self), care_paper_get_height(self));
    cairo_t *cr = cairo_create(surface);

    describe_pdf(self, surface, created);
    for (guint page = 0; page < care_paper_get_n_pages(self); page++) {
        care_paper_draw_page(self, cr, page);
        cairo_show_page(cr);
    }

    return finish(bytes, close_surface(cr, surface), error);
}
