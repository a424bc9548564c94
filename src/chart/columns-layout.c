/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <math.h>

typedef struct {
    double left, right, top, bottom;
    CareScale y;
    CareTicks ticks;
    CareBands bands;
} Plot;

/* Ticks of money count in whole units of the currency, whose cents are the values. */
static CareTicks
value_ticks(CareChart *chart, guint most)
{
    double low, high;

    care_chart_value_range(chart, &low, &high);
    if (high - low <= 0)
        high = chart->unit == CARE_UNIT_MONEY ? 10000 : 1;
    return care_ticks_nice(low, high, most);
}

static char *
tick_text(CareChartLayout *layout, const Plot *plot, guint i)
{
    return care_unit_format_tick(layout->chart->unit, layout->chart->currency, care_ticks_at(&plot->ticks, i),
                                 TRUE);
}

static Plot
make_plot(CareChartLayout *layout)
{
    CareScene *scene = layout->scene;
    double s = layout->theme.scale;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    guint n = layout->chart->categories->len;
    Plot plot = { 0 };

    plot.ticks = value_ticks(layout->chart, 5);
    plot.top = 30 * s;
    plot.bottom = scene->height - 36 * s;
    for (guint i = 0; i < plot.ticks.n; i++) {
        g_autofree char *text = tick_text(layout, &plot, i);

        plot.left = MAX(plot.left, care_scene_measure(scene, text, small, FALSE) + 8);
    }
    plot.right = scene->width;
    plot.y = (CareScale){ plot.ticks.min, plot.ticks.max, plot.bottom, plot.top };
    plot.bands
        = care_bands(n, plot.left, plot.right, MIN(10.0 * s, (plot.right - plot.left) / MAX(n, 1) * 0.28));
    return plot;
}

/* The series are named once, in the order and colour of their columns. */
static void
add_names(CareChartLayout *layout, const Plot *plot)
{
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    double box = 10 * layout->theme.scale, y = 8 * layout->theme.scale, x = plot->left;

    for (guint i = 0; i < layout->chart->series->len; i++) {
        CareSeries *series = &g_array_index(layout->chart->series, CareSeries, i);
        double room = layout->scene->width - x - box - 6;

        if (room < 12)
            return;
        care_scene_rect(layout->scene, (CareBox){ x, y - box / 2, box, box }, series->role, 1.0)->radius = 2;
        x += box + 6;
        x += care_scene_text(layout->scene, x, y, 0.0, series->label, small, FALSE, 0.9, room)->box.width
             + 16;
    }
}

static void
add_ticks(CareChartLayout *layout, const Plot *plot)
{
    double small = care_layout_size(layout, CARE_TEXT_SMALL);

    for (guint i = 0; i < plot->ticks.n; i++) {
        double value = care_ticks_at(&plot->ticks, i);
        double y = care_scale_map(&plot->y, value);
        g_autofree char *text = tick_text(layout, plot, i);

        care_scene_line(layout->scene, plot->left, y, plot->right, y, 1.0, value == 0.0 ? 0.5 : 0.13);
        care_scene_text(layout->scene, plot->left - 8, y, 1.0, text, small, FALSE, CARE_ALPHA_DIM, 0);
    }
}

static double
label_width(CareChartLayout *layout, guint i)
{
    CareCategory *category = care_chart_category(layout->chart, i);
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    double width = care_scene_measure(layout->scene, category->label, small, FALSE);

    if (category->sublabel != NULL)
        width = MAX(width, care_scene_measure(layout->scene, category->sublabel, small, FALSE));
    return width;
}

static double
label_start(CareChartLayout *layout, const Plot *plot, guint i, double width)
{
    return CLAMP(care_bands_centre(&plot->bands, i) - width / 2, 0.0, layout->scene->width - width);
}

/* Every k-th label counted back from the last, the one people look for, with k as small as fits. */
static guint
label_every(CareChartLayout *layout, const Plot *plot)
{
    guint n = layout->chart->categories->len;

    for (guint every = 1; every < n; every++) {
        double free_until = G_MAXDOUBLE;
        gboolean fits = TRUE;

        for (guint back = 0; back < n && fits; back += every) {
            double width = label_width(layout, n - 1 - back);
            double x = label_start(layout, plot, n - 1 - back, width);

            fits = x + width + 6 <= free_until;
            free_until = x;
        }
        if (fits)
            return every;
    }
    return MAX(n, 1);
}

static void
add_labels(CareChartLayout *layout, const Plot *plot)
{
    guint n = layout->chart->categories->len, every = label_every(layout, plot);
    double small = care_layout_size(layout, CARE_TEXT_SMALL), s = layout->theme.scale;

    for (guint back = 0; back < n; back += every) {
        CareCategory *category = care_chart_category(layout->chart, n - 1 - back);
        double width = label_width(layout, n - 1 - back);
        double centre = label_start(layout, plot, n - 1 - back, width) + width / 2;

        care_scene_text(layout->scene, centre, plot->bottom + 11 * s, 0.5, category->label, small, FALSE,
                        CARE_ALPHA_DIM, 0);
        if (category->sublabel != NULL)
            care_scene_text(layout->scene, centre, plot->bottom + 26 * s, 0.5, category->sublabel, small,
                            FALSE, CARE_ALPHA_DIM, 0);
    }
}

static void
add_column(CareChartLayout *layout, const Plot *plot, guint category, guint series)
{
    CareCell *cell = care_chart_cell(layout->chart, category, series);
    double pitch = plot->bands.width / layout->chart->series->len;
    double x = care_bands_start(&plot->bands, category) + pitch * series;
    double width = MAX(pitch - (pitch > 5 ? 1.5 : 0.75), 1.0);
    double zero = care_scale_map(&plot->y, 0.0), y = care_scale_map(&plot->y, cell->value);
    CareBox bar = { x, MIN(y, zero), width, fabs(y - zero) };
    CareBox hit = { x, plot->top, pitch, plot->bottom - plot->top };
    CareBox box = bar;

    if (bar.height > 0) {
        care_scene_rect(layout->scene, bar, g_array_index(layout->chart->series, CareSeries, series).role,
                        1.0)
            ->hatched
            = care_chart_category(layout->chart, category)->partial;
    } else {
        box = (CareBox){ x, zero - 3, width, 6 }; /* nothing to see, yet something to stand on */
    }
    care_layout_add_mark(layout, box, hit, (int)series, (int)category, cell->spoken, cell->key);
}

/* Columns side by side, every one from the same zero line. */
void
care_layout_columns(CareChartLayout *layout)
{
    Plot plot = make_plot(layout);

    add_names(layout, &plot);
    add_ticks(layout, &plot);
    add_labels(layout, &plot);
    for (guint i = 0; i < layout->chart->categories->len; i++)
        for (guint j = 0; j < layout->chart->series->len; j++)
            if (!isnan(care_chart_cell(layout->chart, i, j)->value))
                add_column(layout, &plot, i, j);
}
