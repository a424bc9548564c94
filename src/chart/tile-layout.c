/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <math.h>

#define SPARK_WIDTH 88.0
#define SPARK_HEIGHT 36.0
/* Room for the ring of the keyboard cursor. */
#define INSET 6.0

/* The first index of the least (direction -1) or greatest value; -1 without values. */
static int
extreme(CareChart *chart, int direction)
{
    int best = -1;

    for (guint i = 0; i < chart->categories->len; i++) {
        double value = care_chart_cell(chart, i, 0)->value;

        if (isnan(value))
            continue;
        if (best < 0 || (value - care_chart_cell(chart, (guint)best, 0)->value) * direction > 0)
            best = (int)i;
    }
    return best;
}

static int
last_known(CareChart *chart)
{
    for (int i = (int)chart->categories->len - 1; i >= 0; i--)
        if (!isnan(care_chart_cell(chart, (guint)i, 0)->value))
            return i;
    return -1;
}

static CarePoint
spark_point(CareChart *chart, const CareScale *y, CareBox box, guint i)
{
    double span = MAX(chart->categories->len - 1, 1);

    return (CarePoint){ box.x + box.width * i / span,
                        care_scale_map(y, care_chart_cell(chart, i, 0)->value) };
}

/* The line alone; a month without a value breaks it. */
static void
add_spark_line(CareChartLayout *layout, const CareScale *y, CareBox box)
{
    CareChart *chart = layout->chart;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(CarePoint));

    for (guint i = 0; i <= chart->categories->len; i++) {
        if (i < chart->categories->len && !isnan(care_chart_cell(chart, i, 0)->value)) {
            CarePoint point = spark_point(chart, y, box, i);

            g_array_append_val(points, point);
            continue;
        }
        if (points->len > 1)
            care_scene_path(layout->scene, (CarePoint *)points->data, points->len, 1.4, CARE_ROLE_TEXT)->alpha
                = 0.55;
        g_array_set_size(points, 0);
    }
}

/**
 * care_layout_spark:
 *
 * A line without axes over its own low and high, both marked, the last point in colour (look: sparkline). It shows
 * the way things go; it is not for comparing levels.
 */
void
care_layout_spark(CareChartLayout *layout, CareBox box)
{
    CareChart *chart = layout->chart;
    int low = extreme(chart, -1), high = extreme(chart, 1), last = last_known(chart);
    double r = 4.0;
    CareBox inner = { box.x + r + 1, box.y + r + 1, box.width - 2 * r - 2, box.height - 2 * r - 2 };
    CareScale y = { 0, 1, inner.y + inner.height, inner.y };
    double pitch;

    if (last < 0)
        return;
    y.from = care_chart_cell(chart, (guint)low, 0)->value;
    y.to = care_chart_cell(chart, (guint)high, 0)->value;
    if (y.to <= y.from) {
        y.from -= 1;
        y.to += 1;
    }
    add_spark_line(layout, &y, inner);
    for (int k = 0; k < 2; k++) {
        CarePoint point = spark_point(chart, &y, inner, (guint)(k == 0 ? low : high));

        care_scene_dot(layout->scene, CARE_ITEM_DOT, point.x, point.y, 2.2, CARE_ROLE_TEXT)->alpha = 0.75;
    }
    CarePoint end = spark_point(chart, &y, inner, (guint)last);
    care_scene_dot(layout->scene, CARE_ITEM_DOT, end.x, end.y, r, CARE_ROLE_GOOD);

    if (chart->kind != CARE_CHART_SPARK)
        return;
    pitch = inner.width / MAX(chart->categories->len - 1, 1);
    for (guint i = 0; i < chart->categories->len; i++) {
        CareCell *cell = care_chart_cell(chart, i, 0);
        CarePoint at = spark_point(chart, &y, inner, i);

        if (!isnan(cell->value))
            care_layout_add_mark(layout, (CareBox){ at.x - r, at.y - r, 2 * r, 2 * r },
                                 (CareBox){ at.x - pitch / 2, box.y, pitch, box.height }, 0, (int)i,
                                 cell->spoken, cell->key);
    }
}

/* Name, figure, range · n, sentence; the small line at the figure's end. One mark: the whole tile. */
void
care_layout_tile(CareChartLayout *layout)
{
    CareChart *chart = layout->chart;
    CareScene *scene = layout->scene;
    double s = layout->theme.scale, width = scene->width - 2 * INSET;
    double spark = MIN(SPARK_WIDTH * s, width * 0.4);
    CareBox all = { 0, 0, scene->width, scene->height };
    gboolean has_spark = last_known(chart) >= 0;
    double room = has_spark ? width - spark - 12 * s : width;

    care_scene_text(scene, INSET, 9 * s, 0, chart->title, 12 * s, TRUE, CARE_ALPHA_DIM, width);
    if (chart->figure != NULL)
        care_scene_text(scene, INSET, 38 * s, 0, chart->figure, 28 * s, TRUE, 1.0, room);
    if (chart->range != NULL)
        care_scene_text(scene, INSET, 68 * s, 0, chart->range, 12 * s, FALSE, CARE_ALPHA_DIM, width);
    if (chart->reading != NULL)
        care_scene_text(scene, INSET, 92 * s, 0, chart->reading, 14 * s, FALSE, 1.0, width);
    if (has_spark)
        care_layout_spark(layout, (CareBox){ INSET + width - spark, 20 * s, spark, SPARK_HEIGHT * s });
    care_layout_add_mark(layout, all, all, 0, 0, chart->reading, chart->key);
}
