/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HATCH_PITCH 6.0

static void
set_colour(cairo_t *cr, const CareChartTheme *theme, CareRole role, double tone, double alpha)
{
    CareColour colour = care_chart_theme_colour(theme, role, tone);

    cairo_set_source_rgba(cr, colour.red, colour.green, colour.blue, alpha);
}

/* Tabular figures, so that numbers under each other line up. */
static void
set_text(PangoLayout *text, const CareChartTheme *theme, const char *string, double size, gboolean bold)
{
    g_autoptr(PangoFontDescription) font = pango_font_description_new();
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();

    pango_font_description_set_family(font, theme->font != NULL ? theme->font : "Adwaita Sans, Inter, Sans");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_font_description(text, font);
    pango_layout_set_attributes(text, attributes);
    pango_layout_set_single_paragraph_mode(text, TRUE);
    pango_layout_set_text(text, string, -1);
}

/* What care_chart_layout_with_pango() measures with. */
typedef struct {
    PangoLayout *text;
    const CareChartTheme *theme;
} Ruler;

static double
measure(const char *text, double size, gboolean bold, gpointer user_data)
{
    Ruler *ruler = user_data;
    PangoRectangle logical;

    set_text(ruler->text, ruler->theme, text, size, bold);
    pango_layout_get_extents(ruler->text, NULL, &logical);
    return ceil((double)logical.width / PANGO_SCALE);
}

/**
 * care_chart_layout_with_pango:
 *
 * A layout measured with the fonts it is drawn with. Main thread, or any one thread: the font map is per thread.
 *
 * Returns: (transfer full)
 */
CareChartLayout *
care_chart_layout_with_pango(CareChart *chart, double width, double height, const CareChartTheme *theme)
{
    PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    g_autoptr(PangoLayout) text = NULL;
    Ruler ruler = { .theme = theme };

    /* Unrounded, so that widths hold at any scale and on paper. */
    pango_context_set_round_glyph_positions(context, FALSE);
    text = pango_layout_new(context);
    g_object_unref(context);
    ruler.text = text;
    return care_chart_layout_new(chart, width, height, theme, measure, &ruler);
}

static void
trace_rect(cairo_t *cr, const CareBox *box, double radius)
{
    double r = MIN(radius, MIN(box->width, box->height) / 2);

    if (r <= 0) {
        cairo_rectangle(cr, box->x, box->y, box->width, box->height);
        return;
    }
    cairo_new_sub_path(cr);
    cairo_arc(cr, box->x + box->width - r, box->y + r, r, -G_PI_2, 0);
    cairo_arc(cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI_2);
    cairo_arc(cr, box->x + r, box->y + box->height - r, r, G_PI_2, G_PI);
    cairo_arc(cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
    cairo_close_path(cr);
}

/* Slanted lines in the colour of the card: not finished yet. */
static void
hatch(cairo_t *cr, const CareChartTheme *theme, const CareBox *box)
{
    cairo_save(cr);
    cairo_rectangle(cr, box->x, box->y, box->width, box->height);
    cairo_clip(cr);
    set_colour(cr, theme, CARE_ROLE_CARD, 0, 0.5);
    cairo_set_line_width(cr, 2.0);
    /* Anchored to the whole picture, so that the lines of neighbours meet. */
    for (double x = floor((box->x - box->height) / HATCH_PITCH) * HATCH_PITCH; x < box->x + box->width;
         x += HATCH_PITCH) {
        cairo_move_to(cr, x, box->y + box->height);
        cairo_line_to(cr, x + box->height, box->y);
    }
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void
paint_rect(cairo_t *cr, const CareChartTheme *theme, const CareSceneItem *item)
{
    trace_rect(cr, &item->box, item->radius);
    set_colour(cr, theme, item->role, item->tone, item->alpha);
    cairo_fill(cr);
    if (item->hatched)
        hatch(cr, theme, &item->box);
    if (theme->high_contrast && item->alpha == 1.0) {
        CareBox inner = { item->box.x + 0.5, item->box.y + 0.5, MAX(item->box.width - 1, 0),
                          MAX(item->box.height - 1, 0) };

        trace_rect(cr, &inner, item->radius);
        set_colour(cr, theme, CARE_ROLE_TEXT, 0, 1.0);
        cairo_set_line_width(cr, 1.0);
        cairo_stroke(cr);
    }
}

static void
set_dashes(cairo_t *cr, gboolean dashed)
{
    static const double dashes[] = { 4.0, 3.0 };

    cairo_set_dash(cr, dashes, dashed ? 2 : 0, 0);
}

/* Thin straight lines on whole pixels, or they blur over two. */
static double
crisp(double at, double width)
{
    return width <= 1.0 ? floor(at) + 0.5 : at;
}

static void
paint_line(cairo_t *cr, const CareChartTheme *theme, const CareSceneItem *item)
{
    gboolean upright = item->box.width == 0, level = item->box.height == 0;
    double x = upright ? crisp(item->box.x, item->line_width) : item->box.x;
    double y = level ? crisp(item->box.y, item->line_width) : item->box.y;

    set_colour(cr, theme, item->role, item->tone,
               theme->high_contrast ? MIN(item->alpha * 2, 1) : item->alpha);
    cairo_set_line_width(cr, item->line_width);
    set_dashes(cr, item->dashed);
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x + item->box.width, y + item->box.height);
    cairo_stroke(cr);
    set_dashes(cr, FALSE);
}

static void
paint_path(cairo_t *cr, const CareChartTheme *theme, const CareScene *scene, const CareSceneItem *item)
{
    set_colour(cr, theme, item->role, item->tone, item->alpha);
    cairo_set_line_width(cr, item->line_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    set_dashes(cr, item->dashed);
    for (guint i = 0; i < item->n; i++) {
        CarePoint point = g_array_index(scene->points, CarePoint, item->first + i);

        cairo_line_to(cr, point.x, point.y);
    }
    cairo_stroke(cr);
    set_dashes(cr, FALSE);
}

static void
trace_shape(cairo_t *cr, const CareSceneItem *item, double r)
{
    double x = item->box.x + item->box.width / 2, y = item->box.y + item->box.height / 2;

    cairo_new_path(cr);
    if (item->kind == CARE_ITEM_DIAMOND) {
        cairo_move_to(cr, x, y - r);
        cairo_line_to(cr, x + r, y);
        cairo_line_to(cr, x, y + r);
        cairo_line_to(cr, x - r, y);
        cairo_close_path(cr);
    } else {
        cairo_arc(cr, x, y, r, 0, 2 * G_PI);
    }
}

/* Points stand on a ring of the card's colour, so that the line they lie on does not swallow them. */
static void
paint_dot(cairo_t *cr, const CareChartTheme *theme, const CareSceneItem *item)
{
    double r = item->box.width / 2;

    if (item->kind == CARE_ITEM_RING) {
        trace_shape(cr, item, r);
        set_colour(cr, theme, CARE_ROLE_CARD, 0, 1.0);
        cairo_fill(cr);
        trace_shape(cr, item, r - item->line_width / 2);
        set_colour(cr, theme, item->role, item->tone, item->alpha);
        cairo_set_line_width(cr, item->line_width);
        cairo_stroke(cr);
        return;
    }
    if (item->line_width > 0) {
        trace_shape(cr, item, r + item->line_width);
        set_colour(cr, theme, CARE_ROLE_CARD, 0, 1.0);
        cairo_fill(cr);
    }
    trace_shape(cr, item, r);
    set_colour(cr, theme, item->role, item->tone, item->alpha);
    cairo_fill(cr);
}

/* Whether the first letter belongs to a script from the right to the left. */
static gboolean
is_rtl(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!g_unichar_isalpha(letter))
            continue;
        switch (g_unichar_get_script(letter)) {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
            return TRUE;
        default:
            return FALSE;
        }
    }
    return FALSE;
}

/* Words run as their script does, whatever the direction of the chart; bare figures keep their sign in front. */
static void
set_direction(PangoLayout *layout, const char *text)
{
    pango_context_set_base_dir(pango_layout_get_context(layout),
                               is_rtl(text) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_context_changed(layout);
}

static void
paint_text(cairo_t *cr, PangoLayout *layout, const CareChartTheme *theme, const CareSceneItem *item)
{
    PangoRectangle logical;
    double y;

    set_direction(layout, item->text);
    set_text(layout, theme, item->text, item->size, item->bold);
    /* One more pixel: a measured width must not become an ellipsis by rounding. */
    pango_layout_set_width(layout, (int)((item->box.width + 1) * PANGO_SCALE));
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_alignment(layout, theme->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_get_extents(layout, NULL, &logical);
    y = item->box.y + (item->box.height - (double)logical.height / PANGO_SCALE) / 2;
    if (item->plain) {
        CareBox ground = { item->box.x - 3, item->box.y + 1, item->box.width + 6, item->box.height - 2 };

        trace_rect(cr, &ground, 3);
        set_colour(cr, theme, item->ground, item->tone, 1.0);
        cairo_fill(cr);
    }
    set_colour(cr, theme, item->role, 0, theme->high_contrast ? 1.0 : item->alpha);
    cairo_move_to(cr, item->box.x, y);
    pango_cairo_show_layout(cr, layout);
}

/* The keyboard cursor: the text colour on a ring of the card's, to be seen on every mark. */
static void
paint_focus(cairo_t *cr, CareChartLayout *layout, const CareMark *mark, double alpha)
{
    CareBox ring
        = { MAX(mark->box.x - 3, 1), MAX(mark->box.y - 3, 1), mark->box.width + 6, mark->box.height + 6 };

    ring.width = MIN(ring.width, layout->scene->width - 1 - ring.x);
    ring.height = MIN(ring.height, layout->scene->height - 1 - ring.y);
    trace_rect(cr, &ring, 5);
    set_colour(cr, &layout->theme, CARE_ROLE_CARD, 0, alpha);
    cairo_set_line_width(cr, 4.0);
    cairo_stroke(cr);
    trace_rect(cr, &ring, 5);
    set_colour(cr, &layout->theme, CARE_ROLE_TEXT, 0, alpha);
    cairo_set_line_width(cr, 2.0);
    cairo_stroke(cr);
}

static void
paint_hover(cairo_t *cr, CareChartLayout *layout, const CareMark *mark)
{
    trace_rect(cr, &mark->box, 2);
    set_colour(cr, &layout->theme, CARE_ROLE_TEXT, 0, 0.14);
    cairo_fill(cr);
}

/**
 * care_chart_layout_draw:
 * @focused: the mark with the keyboard cursor, or -1
 * @hovered: the mark under the pointer, or -1
 *
 * Draws at the origin of @cr, on whatever ground is there. The same for screen, PNG, SVG and PDF.
 */
void
care_chart_layout_draw(CareChartLayout *layout, cairo_t *cr, int focused, int hovered)
{
    PangoContext *context = pango_cairo_create_context(cr);
    g_autoptr(PangoLayout) text = NULL;
    const CareMark *mark;

    pango_context_set_round_glyph_positions(context, FALSE);
    text = pango_layout_new(context);
    g_object_unref(context);
    cairo_save(cr);
    for (guint i = 0; i < layout->scene->items->len; i++) {
        const CareSceneItem *item = &g_array_index(layout->scene->items, CareSceneItem, i);

        cairo_new_path(cr);
        switch (item->kind) {
        case CARE_ITEM_RECT:
            paint_rect(cr, &layout->theme, item);
            break;
        case CARE_ITEM_LINE:
            paint_line(cr, &layout->theme, item);
            break;
        case CARE_ITEM_PATH:
            paint_path(cr, &layout->theme, layout->scene, item);
            break;
        case CARE_ITEM_DOT:
        case CARE_ITEM_RING:
        case CARE_ITEM_DIAMOND:
            paint_dot(cr, &layout->theme, item);
            break;
        case CARE_ITEM_TEXT:
            paint_text(cr, text, &layout->theme, item);
            break;
        }
    }
    if ((mark = care_chart_mark(layout, hovered)) != NULL)
        paint_hover(cr, layout, mark);
    if ((mark = care_chart_mark(layout, focused)) != NULL)
        paint_focus(cr, layout, mark, 1.0);
    cairo_restore(cr);
}
