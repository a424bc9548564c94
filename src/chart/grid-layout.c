/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <math.h>

#define CELL_GAP 3.0

typedef struct {
    double label_width, size_end, start, top;
    double width, height;
    double low, high;
} Frame;

static double
widest_note(CareChartLayout *layout)
{
    double widest = 0.0;

    for (guint i = 0; i < layout->chart->categories->len; i++) {
        CareCategory *row = care_chart_category(layout->chart, i);

        if (row->note != NULL)
            widest = MAX(widest, care_scene_measure(layout->scene, row->note,
                                                    care_layout_size(layout, CARE_TEXT_NORMAL), FALSE));
    }
    return widest;
}

/* Shades span what was observed: the numbers carry the level, the shade the order. */
static void
find_range(CareChart *chart, double *low, double *high)
{
    *low = G_MAXDOUBLE;
    *high = -G_MAXDOUBLE;
    for (guint i = 0; i < chart->categories->len; i++) {
        for (guint j = 0; j < chart->series->len; j++) {
            double value = care_chart_cell(chart, i, j)->value;

            if (isnan(value))
                continue;
            *low = MIN(*low, value);
            *high = MAX(*high, value);
        }
    }
}

static Frame
make_frame(CareChartLayout *layout)
{
    CareScene *scene = layout->scene;
    double s = layout->theme.scale, gap = (care_layout_is_narrow(layout) ? 8 : 16) * s;
    Frame frame = { .top = 22 * s };
    guint rows = layout->chart->categories->len, columns = layout->chart->series->len;

    frame.label_width = MIN(care_layout_widest(layout, FALSE), scene->width * 0.34);
    frame.size_end = frame.label_width + gap + widest_note(layout);
    frame.start = frame.size_end + gap * 0.75;
    frame.width = (scene->width - frame.start + CELL_GAP) / MAX(columns, 1);
    frame.height = MIN((scene->height - frame.top + CELL_GAP) / MAX(rows, 1), 38 * s);
    find_range(layout->chart, &frame.low, &frame.high);
    return frame;
}

/* The first heading says what the numbers of the others mean; without room for it the label column does. */
static void
add_headings(CareChartLayout *layout, const Frame *frame)
{
    CareChart *chart = layout->chart;
    double small = care_layout_size(layout, CARE_TEXT_SMALL), y = 8 * layout->theme.scale;
    double first
        = chart->heading != NULL ? care_scene_measure(layout->scene, chart->heading, small, FALSE) : 0;
    gboolean inside = first > 0 && first <= frame->width * 1.35;

    if (first > 0 && !inside)
        care_scene_text(layout->scene, 0, y, 0.0, chart->heading_short, small, FALSE, CARE_ALPHA_DIM,
                        frame->start - 4);
    for (guint j = 0; j < chart->series->len; j++) {
        const char *label = g_array_index(chart->series, CareSeries, j).label;
        double centre = frame->start + frame->width * j + (frame->width - CELL_GAP) / 2;

        if (j == 0 && inside)
            care_scene_text(layout->scene, frame->start, y, 0.0, chart->heading, small, FALSE, CARE_ALPHA_DIM,
                            0);
        else
            care_scene_text(layout->scene, centre, y, 0.5, label, small, FALSE, CARE_ALPHA_DIM, 0);
    }
}

static void
add_cell(CareChartLayout *layout, const Frame *frame, guint i, guint j)
{
    CareCell *cell = care_chart_cell(layout->chart, i, j);
    double span = frame->high - frame->low;
    double tone = span > 0 ? (cell->value - frame->low) / span : 0.5;
    double size = care_layout_size(layout, CARE_TEXT_NORMAL);
    CareBox box = { frame->start + frame->width * j, frame->top + frame->height * i, frame->width - CELL_GAP,
                    frame->height - CELL_GAP };
    CareSceneItem *item = care_scene_rect(layout->scene, box, CARE_ROLE_HEAT, 1.0);

    item->tone = tone;
    item->radius = 3;
    if (care_scene_measure(layout->scene, cell->text, size, TRUE) > box.width - 2)
        size = care_layout_size(layout, CARE_TEXT_SMALL);
    item = care_scene_text(layout->scene, box.x + box.width / 2, box.y + box.height / 2, 0.5, cell->text,
                           size, TRUE, 1.0, 0);
    item->role = care_colour_text_on(care_chart_theme_colour(&layout->theme, CARE_ROLE_HEAT, tone));
    item->ground = CARE_ROLE_HEAT;
    item->tone = tone;
    care_layout_add_mark(layout, box, box, (int)i, (int)j, cell->spoken, cell->key);
}

/* A number in each cell on a shade of one hue; what was not observed is absent. */
void
care_layout_grid(CareChartLayout *layout)
{
    Frame frame = make_frame(layout);
    double size = care_layout_size(layout, CARE_TEXT_NORMAL);

    add_headings(layout, &frame);
    for (guint i = 0; i < layout->chart->categories->len; i++) {
        CareCategory *row = care_chart_category(layout->chart, i);
        double y = frame.top + frame.height * i + (frame.height - CELL_GAP) / 2;

        care_scene_text(layout->scene, 0, y, 0.0, row->label, size, FALSE, 0.9, frame.label_width);
        if (row->note != NULL)
            care_scene_text(layout->scene, frame.size_end, y, 1.0, row->note, size, FALSE, CARE_ALPHA_DIM, 0);
        for (guint j = 0; j < layout->chart->series->len; j++)
            if (!isnan(care_chart_cell(layout->chart, i, j)->value))
                add_cell(layout, &frame, i, j);
    }
}
