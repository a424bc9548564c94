/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws every sample chart on one sheet a theme and width, to be looked at: chart-pictures FOLDER */
#include <math.h>

#include "chart/paint.h"
#include "samples.h"

#define PADDING 18

static void
draw_card(cairo_t *cr, const SampleChart *sample, const CareChartTheme *theme, double width, gboolean cursor)
{
    g_autoptr(CareChart) chart = sample->make();
    g_autoptr(CareChartLayout) layout = care_chart_layout_with_pango(chart, width, sample->height, theme);
    const CareColour *card = &theme->colours[CARE_ROLE_CARD];
    int focused = cursor ? care_chart_next(layout, -1, CARE_STEP_LAST) : -1;

    cairo_set_source_rgb(cr, card->red, card->green, card->blue);
    cairo_rectangle(cr, -PADDING, -PADDING, width + 2 * PADDING, sample->height + 2 * PADDING);
    cairo_fill(cr);
    care_chart_layout_draw(layout, cr, focused, cursor ? 1 : -1);
}

static void
draw_sheet(const char *folder, const char *name, const CareChartTheme *theme, double width, guint columns,
           gboolean cursor)
{
    double step_x = width + 3 * PADDING, step_y = 230 + 3 * PADDING;
    guint rows = ((guint)n_sample_charts + columns - 1) / columns;
    g_autofree char *file = g_strdup_printf("%s/%s.png", folder, name);
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(columns * step_x + PADDING), (int)(rows * step_y + PADDING + 210));
    cairo_t *cr = cairo_create(surface);
    double offset = 0;

    cairo_set_source_rgb(cr, theme->dark ? 0.13 : 0.96, theme->dark ? 0.13 : 0.96, theme->dark ? 0.15 : 0.96);
    cairo_paint(cr);
    for (guint i = 0; i < n_sample_charts; i++) {
        cairo_save(cr);
        cairo_translate(cr, i % columns * step_x + 2 * PADDING, i / columns * step_y + 2 * PADDING + offset);
        draw_card(cr, &sample_charts[i], theme, width, cursor);
        cairo_restore(cr);
        if (i % columns == columns - 1 && i < columns && columns > 2)
            offset = 210; /* the tall one is in the first row */
    }
    if (cairo_surface_write_to_png(surface, file) != CAIRO_STATUS_SUCCESS)
        g_error("cannot write %s", file);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

int
main(int argc, char *argv[])
{
    const char *folder = argc > 1 ? argv[1] : ".";

    g_mkdir_with_parents(folder, 0755);
    for (int dark = 0; dark < 2; dark++) {
        CareChartTheme theme = care_chart_theme(dark, FALSE);
        CareChartTheme contrast = care_chart_theme(dark, TRUE);
        g_autofree char *wide = g_strdup_printf("charts-%s-wide", dark ? "dark" : "light");
        g_autofree char *narrow = g_strdup_printf("charts-%s-narrow", dark ? "dark" : "light");
        g_autofree char *high = g_strdup_printf("charts-%s-contrast", dark ? "dark" : "light");
        g_autofree char *mirrored = g_strdup_printf("charts-%s-mirrored", dark ? "dark" : "light");

        draw_sheet(folder, wide, &theme, 454, 3, FALSE);
        draw_sheet(folder, narrow, &theme, 300, 4, FALSE);
        draw_sheet(folder, high, &contrast, 454, 3, TRUE);
        theme.rtl = TRUE;
        draw_sheet(folder, mirrored, &theme, 454, 3, FALSE);
    }
    return 0;
}
