/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for paper: one way to set a run, used to measure it and to draw it, so that what was laid out is what is
 * printed. Nothing here keeps state; a context belongs to the thread that made it. */
#include "document/text-layout.h"

#define FAMILIES "Adwaita Sans, Inter, Cantarell, Noto Sans, sans-serif"

/* A context of 72 dpi without hinting: one unit is one point and widths do not depend on the scale of the
 * target, so a preview, a print and a PDF break their lines alike. Transfer full. */
PangoContext *
care_text_context_new(void)
{
    PangoFontMap *map = pango_cairo_font_map_get_default();
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_resolution(context, 72.0);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_destroy(options);

    return context;
}

static void
use_tabular_figures(PangoLayout *layout)
{
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();

    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(layout, attributes);
}

/* A layout of the text in a column of @width points; 0 or less: never wrapped. Transfer full. */
PangoLayout *
care_text_layout_new(PangoContext *context, const char *text, const CareTextStyle *style, double width)
{
    PangoLayout *layout = pango_layout_new(context);
    g_autoptr(PangoFontDescription) font = pango_font_description_new();

    pango_font_description_set_family_static(font, FAMILIES);
    pango_font_description_set_weight(font, style->weight);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_spacing(layout, style->size * 0.12 * PANGO_SCALE);
    pango_layout_set_text(layout, text, -1);
    if (style->tabular)
        use_tabular_figures(layout);
    if (width > 0) {
        pango_layout_set_width(layout, width * PANGO_SCALE);
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    }

    return layout;
}

/* The room the text takes, in points. Either result may be NULL. */
void
care_text_measure(PangoContext *context, const char *text, const CareTextStyle *style, double width,
                  double *out_width, double *out_height)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, width);
    PangoRectangle logical;

    pango_layout_get_extents(layout, NULL, &logical);
    if (out_width != NULL)
        *out_width = (double)logical.width / PANGO_SCALE;
    if (out_height != NULL)
        *out_height = (double)logical.height / PANGO_SCALE;
}

/* How far below its top the first line of the text stands, in points. Scripts differ, so texts side by side are
 * set level by this. */
double
care_text_baseline(PangoContext *context, const char *text, const CareTextStyle *style, double width)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, width);

    return (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
}

/* How many bytes of the text, cut at the end of a line, fit into @height points. At least one line is always
 * granted, so that a loop over the rest ends. */
gsize
care_text_fit(PangoContext *context, const char *text, const CareTextStyle *style, double width,
              double height)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, width);
    g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter(layout);

    while (pango_layout_iter_next_line(iter)) {
        PangoRectangle logical;

        pango_layout_iter_get_line_extents(iter, NULL, &logical);
        if ((double)(logical.y + logical.height) / PANGO_SCALE > height)
            return pango_layout_iter_get_index(iter);
    }

    return strlen(text);
}

static void
set_colour(cairo_t *cr, guint32 colour)
{
    cairo_set_source_rgb(cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                         (colour & 0xff) / 255.0);
}

/* Draws the text with its top at @y. Each line is placed by hand: Pango would move a line of Arabic to the other
 * side of its column, where it reads as part of the next one. */
void
care_text_draw(cairo_t *cr, PangoContext *context, const char *text, const CareTextStyle *style, double x,
               double y, double width)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, width);
    g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter(layout);

    set_colour(cr, style->colour);
    do {
        PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
        PangoRectangle logical;
        double free_room;

        pango_layout_line_get_extents(line, NULL, &logical);
        free_room = width - (double)logical.width / PANGO_SCALE;
        if (style->align == CARE_ALIGN_START)
            free_room = 0;
        else if (style->align == CARE_ALIGN_CENTER)
            free_room /= 2;
        cairo_move_to(cr, x + free_room, y + (double)pango_layout_iter_get_baseline(iter) / PANGO_SCALE);
        pango_cairo_show_layout_line(cr, line);
    } while (pango_layout_iter_next_line(iter));
}
