/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <math.h>

#define POINT_RADIUS 3.5
#define SIGNAL_RADIUS 7.0
/* Of a run, whose eight and more points stand close together. */
#define RUN_RADIUS 5.0

/* The plot of a trend: where values and weeks lie, and what labels already stand there. */
typedef struct {
    double left, right, top, bottom;
    CareScale y;
    CareTicks ticks;
    GArray *taken; /* CareBox */
} Plot;

static double
point_x(CareChartLayout *layout, const Plot *plot, guint i)
{
    guint n = layout->chart->categories->len;
    double inset = 10.0;

    if (n < 2)
        return (plot->left + plot->right) / 2;
    return plot->left + inset + (plot->right - plot->left - 2 * inset) * i / (n - 1);
}

static double
value_at(CareChartLayout *layout, guint i)
{
    return care_chart_cell(layout->chart, i, 0)->value;
}

static char *
tick_text(CareChartLayout *layout, const Plot *plot, guint i)
{
    double value = care_ticks_at(&plot->ticks, i);

    return care_unit_format_tick(layout->chart->unit, layout->chart->currency, value, i + 1 == plot->ticks.n);
}

static double
label_gutter(CareChartLayout *layout)
{
    CareChart *chart = layout->chart;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);

    if (!chart->has_limits || care_layout_is_narrow(layout))
        return 6;
    return 10
           + MAX(care_scene_measure(layout->scene, chart->mean_label, small, FALSE),
                 care_scene_measure(layout->scene, chart->upper_label, small, FALSE));
}

static Plot
make_plot(CareChartLayout *layout)
{
    CareChart *chart = layout->chart;
    CareScene *scene = layout->scene;
    double s = layout->theme.scale;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    double low, high;
    Plot plot = { .taken = g_array_new(FALSE, FALSE, sizeof(CareBox)) };

    care_chart_value_range(chart, &low, &high);
    if (chart->has_limits)
        high = MAX(high, chart->upper);
    high *= 1.03;
    plot.ticks
        = chart->unit == CARE_UNIT_DURATION ? care_ticks_duration(high, 5) : care_ticks_nice(low, high, 5);
    plot.top = (chart->has_limits && care_layout_is_narrow(layout) ? 34 : 12) * s;
    plot.bottom = scene->height - 24 * s;
    plot.right = scene->width - label_gutter(layout);
    for (guint i = 0; i < plot.ticks.n; i++) {
        g_autofree char *text = tick_text(layout, &plot, i);

        plot.left = MAX(plot.left, care_scene_measure(scene, text, small, FALSE) + 8);
    }
    plot.y = (CareScale){ plot.ticks.min, plot.ticks.max, plot.bottom, plot.top };
    return plot;
}

static void
add_ticks(CareChartLayout *layout, const Plot *plot)
{
    double small = care_layout_size(layout, CARE_TEXT_SMALL);

    for (guint i = 0; i < plot->ticks.n; i++) {
        double y = care_scale_map(&plot->y, care_ticks_at(&plot->ticks, i));
        g_autofree char *text = tick_text(layout, plot, i);

        care_scene_line(layout->scene, plot->left, y, plot->right, y, 1.0,
                        care_ticks_at(&plot->ticks, i) == 0.0 ? 0.5 : 0.13);
        care_scene_text(layout->scene, plot->left - 8, y, 1.0, text, small, FALSE, CARE_ALPHA_DIM, 0);
    }
}

/* Beside their lines, kept a line apart; in a narrow chart both in one line above. */
static void
add_limit_labels(CareChartLayout *layout, const Plot *plot, double mean_y, double upper_y)
{
    CareChart *chart = layout->chart;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    double near = small * 1.35 - (mean_y - upper_y);

    if (care_layout_is_narrow(layout)) {
        g_autofree char *both = g_strdup_printf("%s · %s", chart->mean_label, chart->upper_label);

        care_scene_text(layout->scene, 0, 8 * layout->theme.scale, 0.0, both, small, FALSE, CARE_ALPHA_DIM,
                        layout->scene->width);
        return;
    }
    if (near > 0) {
        mean_y += near / 2;
        upper_y -= near / 2;
    }
    care_scene_text(layout->scene, plot->right + 8, upper_y, 0.0, chart->upper_label, small, FALSE,
                    CARE_ALPHA_DIM, 0);
    care_scene_text(layout->scene, plot->right + 8, mean_y, 0.0, chart->mean_label, small, FALSE,
                    CARE_ALPHA_DIM, 0);
}

static void
add_limits(CareChartLayout *layout, const Plot *plot)
{
    CareChart *chart = layout->chart;
    double lower = care_scale_map(&plot->y, chart->lower);
    double mean = care_scale_map(&plot->y, chart->mean);
    double upper = care_scale_map(&plot->y, chart->upper);
    double width = plot->right - plot->left;

    care_scene_rect(layout->scene, (CareBox){ plot->left, upper, width, lower - upper }, CARE_ROLE_TEXT,
                    layout->theme.dark ? 0.06 : 0.05);
    care_scene_line(layout->scene, plot->left, mean, plot->right, mean, 1.5, 0.6);
    care_scene_line(layout->scene, plot->left, upper, plot->right, upper, 1.2, 0.7)->dashed = TRUE;
    if (chart->lower > plot->ticks.min)
        care_scene_line(layout->scene, plot->left, lower, plot->right, lower, 1.2, 0.7)->dashed = TRUE;
    add_limit_labels(layout, plot, mean, upper);
    for (int i = 0; i < 3; i++) {
        CareBox line = { plot->left, (i == 0 ? mean : i == 1 ? upper : lower) - 1, width, 2 };

        g_array_append_val(plot->taken, line);
    }
}

/* Names the weeks that have one, as far as there is room. */
static void
add_week_labels(CareChartLayout *layout, const Plot *plot)
{
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    double free_from = -G_MAXDOUBLE;
    double y = plot->bottom + 14 * layout->theme.scale;

    for (guint i = 0; i < layout->chart->categories->len; i++) {
        CareCategory *category = care_chart_category(layout->chart, i);
        double width, x;

        if (category->label == NULL)
            continue;
        width = care_scene_measure(layout->scene, category->label, small, FALSE);
        x = CLAMP(point_x(layout, plot, i) - width / 2, 0, layout->scene->width - width);
        if (x < free_from)
            continue;
        care_scene_text(layout->scene, x, y, 0.0, category->label, small, FALSE, CARE_ALPHA_DIM, 0);
        free_from = x + width + 10;
    }
}

/* Weeks without a value break the line; the way to the running one is dashed. */
static void
add_line(CareChartLayout *layout, const Plot *plot)
{
    CareChart *chart = layout->chart;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(CarePoint));

    for (guint i = 0; i <= chart->categories->len; i++) {
        gboolean end = i == chart->categories->len || isnan(value_at(layout, i));
        gboolean partial = !end && care_chart_category(chart, i)->partial;
        CarePoint point = { 0 };

        if (!end)
            point = (CarePoint){ point_x(layout, plot, i), care_scale_map(&plot->y, value_at(layout, i)) };
        if ((end || partial) && points->len > 1)
            care_scene_path(layout->scene, (CarePoint *)points->data, points->len, 1.8, CARE_ROLE_GOOD);
        if (partial && points->len > 0) {
            CarePoint last[] = { g_array_index(points, CarePoint, points->len - 1), point };

            care_scene_path(layout->scene, last, 2, 1.8, CARE_ROLE_GOOD)->dashed = TRUE;
        }
        if (end || partial)
            g_array_set_size(points, 0);
        else
            g_array_append_val(points, point);
    }
}

/* Whether the line beside point i runs through a box. */
static gboolean
line_crosses(CareChartLayout *layout, const Plot *plot, guint i, const CareBox *box)
{
    guint last = layout->chart->categories->len - 1;

    for (guint j = i > 0 ? i - 1 : 0; j < MIN(i + 1, last); j++) {
        double x1 = point_x(layout, plot, j), x2 = point_x(layout, plot, j + 1);
        double y1 = care_scale_map(&plot->y, value_at(layout, j));
        double y2 = care_scale_map(&plot->y, value_at(layout, j + 1));

        if (isnan(value_at(layout, j)) || isnan(value_at(layout, j + 1)))
            continue;
        for (double t = 0; t <= 1; t += 1.0 / 24)
            if (care_box_contains(box, x1 + (x2 - x1) * t, y1 + (y2 - y1) * t))
                return TRUE;
    }
    return FALSE;
}

static gboolean
is_free(CareChartLayout *layout, const Plot *plot, guint i, const CareBox *box)
{
    if (box->x < plot->left || box->x + box->width > plot->right || box->y < 0
        || box->y + box->height > plot->bottom)
        return FALSE;
    for (guint k = 0; k < plot->taken->len; k++)
        if (care_box_intersects(box, &g_array_index(plot->taken, CareBox, k)))
            return FALSE;
    return !line_crosses(layout, plot, i, box);
}

/* Writes a signal's value beside it, on the first side that is free; if none is, the tooltip has to do. */
static void
add_signal_label(CareChartLayout *layout, Plot *plot, guint i, double x, double y)
{
    const char *text = care_chart_cell(layout->chart, i, 0)->text;
    double size = care_layout_size(layout, CARE_TEXT_NORMAL);
    double width = care_scene_measure(layout->scene, text, size, TRUE);
    double height = size * 1.3, gap = SIGNAL_RADIUS + 7;
    const CareBox sides[] = {
        { x - gap - width, y - height / 2, width, height },
        { x + gap, y - height / 2, width, height },
        { x - width / 2, y - gap - height / 2 - 2, width, height },
        { x - width / 2, y + gap - height / 2 + 2, width, height },
    };

    for (gsize k = 0; k < G_N_ELEMENTS(sides); k++) {
        if (!is_free(layout, plot, i, &sides[k]))
            continue;
        care_scene_text(layout->scene, sides[k].x, sides[k].y + height / 2, 0.0, text, size, TRUE, 1.0, 0);
        g_array_append_val(plot->taken, sides[k]);
        return;
    }
}

static void
add_point(CareChartLayout *layout, Plot *plot, guint i)
{
    CareCell *cell = care_chart_cell(layout->chart, i, 0);
    CareCategory *category = care_chart_category(layout->chart, i);
    gboolean signal = (cell->flags & CARE_CELL_SIGNAL) != 0;
    double x = point_x(layout, plot, i), y = care_scale_map(&plot->y, cell->value);
    double r = !signal ? POINT_RADIUS : (cell->flags & CARE_CELL_NAMED) ? SIGNAL_RADIUS : RUN_RADIUS;
    double pitch = i > 0 ? x - point_x(layout, plot, i - 1) : 40;
    CareBox box = { x - r - 2, y - r - 2, 2 * r + 4, 2 * r + 4 };
    CareBox hit = { x - pitch / 2, plot->top, pitch, plot->bottom - plot->top };
    CareItemKind kind = signal ? CARE_ITEM_DIAMOND : category->partial ? CARE_ITEM_RING : CARE_ITEM_DOT;
    CareSceneItem *dot
        = care_scene_dot(layout->scene, kind, x, y, r, signal ? CARE_ROLE_BAD : CARE_ROLE_GOOD);

    dot->line_width = kind == CARE_ITEM_RING ? 1.8 : 1.5;
    g_array_append_val(plot->taken, box);
    care_layout_add_mark(layout, box, hit, 0, (int)i, cell->spoken, cell->key);
}

/* A line over time on the band of what is usual (rule M11, XmR). */
void
care_layout_trend(CareChartLayout *layout)
{
    CareChart *chart = layout->chart;
    Plot plot = make_plot(layout);

    add_ticks(layout, &plot);
    if (chart->has_limits)
        add_limits(layout, &plot);
    add_week_labels(layout, &plot);
    add_line(layout, &plot);
    for (guint i = 0; i < chart->categories->len; i++)
        if (!isnan(value_at(layout, i)))
            add_point(layout, &plot, i);
    for (guint i = 0; i < chart->categories->len; i++) {
        CareCell *cell = care_chart_cell(chart, i, 0);

        if (!isnan(cell->value) && (cell->flags & CARE_CELL_NAMED) != 0)
            add_signal_label(layout, &plot, i, point_x(layout, &plot, i),
                             care_scale_map(&plot.y, cell->value));
    }
    g_array_unref(plot.taken);
}
