/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for paper: one way to set a run, used to measure it and to draw it, so that what was laid out is what is
 * printed. Nothing here keeps state; a context belongs to the thread that made it. */
#include "document/text-layout.h"

#define FAMILIES "Adwaita Sans, Inter, Cantarell, Noto Sans, sans-serif"

/* Of Adwaita Sans and Inter, as shares of the size. Every line is set by them, whatever its script: the letters of some
 * faces, Arabic above all, claim room by which rows and addresses would be of unequal height. */
#define ASCENT 0.96875
#define DESCENT 0.2412

/* A context of 72 dpi without hinting: one unit is one point and widths do not depend on the scale of the
 * target, so a preview, a print and a PDF break their lines alike. language: what Han is read as ("ja"), since the
 * same letter has another face in each; NULL: by the locale. Transfer full. */
PangoContext *
care_text_context_new(const char *language)
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
    if (language != NULL)
        pango_context_set_language(context, pango_language_from_string(language));

    return context;
}

/* Whether its faces come in regular and bold only, so that what is between them would look regular. */
static gboolean
has_no_medium(gunichar letter)
{
    switch (g_unichar_get_script(letter)) {
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
        return FALSE;
    default:
        return TRUE;
    }
}

static void
make_medium_bolder(PangoAttrList *attributes, const char *text)
{
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        PangoAttribute *weight;

        if (!has_no_medium(g_utf8_get_char(c)))
            continue;
        weight = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
        weight->start_index = (guint)(c - text);
        weight->end_index = (guint)(g_utf8_next_char(c) - text);
        pango_attr_list_change(attributes, weight);
    }
}

static void
set_attributes(PangoLayout *layout, const char *text, const CareTextStyle *style)
{
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();

    if (style->tabular)
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    if (style->weight >= PANGO_WEIGHT_MEDIUM && style->weight < PANGO_WEIGHT_BOLD)
        make_medium_bolder(attributes, text);
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
    pango_layout_set_text(layout, text, -1);
    set_attributes(layout, text, style);
    if (width > 0) {
        pango_layout_set_width(layout, width * PANGO_SCALE);
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    }

    return layout;
}

/* From one line to the next, in points. */
double
care_text_pitch(const CareTextStyle *style)
{
    return style->pitch > 0 ? style->pitch : style->size * 1.3;
}

/* How far below its top the first line of a text stands, in points; texts side by side are set level by this. */
double
care_text_baseline(const CareTextStyle *style)
{
    return care_text_pitch(style) / 2 + style->size * (ASCENT - DESCENT) / 2;
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
        *out_height = pango_layout_get_line_count(layout) * care_text_pitch(style);
}

/* How many bytes of the text, cut at the end of a line, fit into @height points. At least one line is always
 * granted, so that a loop over the rest ends. */
gsize
care_text_fit(PangoContext *context, const char *text, const CareTextStyle *style, double width,
              double height)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, width);
    int lines = MAX(1, (int)(height / care_text_pitch(style) + 1e-6));
    PangoLayoutLine *next = pango_layout_get_line_readonly(layout, lines);

    return next != NULL ? (gsize)pango_layout_line_get_start_index(next) : strlen(text);
}

static void
set_colour(cairo_t *cr, guint32 colour)
{
    cairo_set_source_rgb(cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                         (colour & 0xff) / 255.0);
}

/* Draws the text with its top at @y. Each line is placed by hand: Pango would move a line of Arabic to the other
 * side of its column, where it reads as part of the next one, and give each script a height of its own. */
void
care_text_draw(cairo_t *cr, PangoContext *context, const char *text, const CareTextStyle *style, double x,
               double y, double width)
{
    g_autoptr(PangoLayout) layout = care_text_layout_new(context, text, style, width);
    double baseline = y + care_text_baseline(style);

    set_colour(cr, style->colour);
    for (int i = 0; i < pango_layout_get_line_count(layout); i++, baseline += care_text_pitch(style)) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        PangoRectangle logical;
        double free_room;

        pango_layout_line_get_extents(line, NULL, &logical);
        free_room = width - (double)logical.width / PANGO_SCALE;
        if (style->align == CARE_ALIGN_START)
            free_room = 0;
        else if (style->align == CARE_ALIGN_CENTER)
            free_room /= 2;
        cairo_move_to(cr, x + free_room, baseline);
        pango_cairo_show_layout_line(cr, line);
    }
}
