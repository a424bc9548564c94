/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <math.h>

/* Gap between two parts of a bar, and the least width that holds its count (look: Charts). */
#define PART_GAP 2.0
#define COUNT_WIDTH 28.0
#define DOT_PITCH 12.0

/* The columns of a chart of parts: labels, bars, score, whisker axis. */
typedef struct {
    double label_width;
    double bar_start, bar_end;
    double score_end, score_width;
    double header, top, pitch, thickness;
    CareScale axis;
    CareTicks ticks;
} Frame;

static char *
score_text(CareCategory *category)
{
    return care_unit_format(CARE_UNIT_SCORE, NULL, category->score);
}

/* 0…100 unless a range reaches below 0. */
static CareTicks
axis_ticks(CareChart *chart, gboolean narrow)
{
    double low = 0.0;

    for (guint i = 0; i < chart->categories->len; i++) {
        CareCategory *category = care_chart_category(chart, i);

        if (category->has_score)
            low = MIN(low, MIN(category->low, category->score));
    }
    if (low >= 0.0)
        return (CareTicks){ .min = 0, .max = 100, .step = narrow ? 100 : 50, .n = narrow ? 2 : 3 };
    return (CareTicks){ .min = -100, .max = 100, .step = 100, .n = 3 };
}

static double
widest_score(CareChartLayout *layout, const char *heading)
{
    double widest
        = care_scene_measure(layout->scene, heading, care_layout_size(layout, CARE_TEXT_SMALL), FALSE);

    for (guint i = 0; i < layout->chart->categories->len; i++) {
        CareCategory *category = care_chart_category(layout->chart, i);
        g_autofree char *text = score_text(category);

        if (category->has_score)
            widest = MAX(widest, care_scene_measure(layout->scene, text,
                                                    care_layout_size(layout, CARE_TEXT_STRONG), TRUE));
    }
    return widest;
}

static Frame
make_frame(CareChartLayout *layout, const char *heading)
{
    CareScene *scene = layout->scene;
    gboolean narrow = care_layout_is_narrow(layout);
    double s = layout->theme.scale;
    double end_half = care_scene_measure(scene, "100", care_layout_size(layout, CARE_TEXT_SMALL), FALSE) / 2;
    double axis_width = CLAMP(scene->width * (narrow ? 0.22 : 0.26), 56, 220);
    Frame frame = { 0 };
    double axis_end = scene->width - end_half - 1;
    double axis_start = axis_end - axis_width;

    frame.ticks = axis_ticks(layout->chart, narrow);
    frame.axis = (CareScale){ frame.ticks.min, frame.ticks.max, axis_start, axis_end };
    frame.label_width = MIN(care_layout_widest(layout, TRUE), scene->width * 0.3);
    frame.score_width = widest_score(layout, heading);
    frame.score_end = axis_start - (frame.ticks.min < 0 ? 18 : 10) * s;
    frame.bar_start = frame.label_width + (narrow ? 12 : 16) * s;
    frame.bar_end = frame.score_end - frame.score_width - (narrow ? 10 : 22) * s;
    frame.bar_end = MAX(frame.bar_end, frame.bar_start + 24);
    frame.header = 8 * s;
    frame.top = 22 * s;
    frame.pitch = (scene->height - frame.top) / MAX(layout->chart->categories->len, 1);
    frame.thickness = MIN(22 * s, frame.pitch * 0.5);
    return frame;
}

static double
row_total(CareChart *chart, guint category, guint *parts)
{
    double total = 0.0;

    *parts = 0;
    for (guint i = 0; i < chart->series->len; i++) {
        double value = care_chart_cell(chart, category, i)->value;

        if (!(value > 0))
            continue;
        total += value;
        (*parts)++;
    }
    return total;
}

/* Over the bars; where they are too short for it, it begins over the labels. */
static void
add_heading_line(CareChartLayout *layout, const Frame *frame, const char *text)
{
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    gboolean fits
        = care_scene_measure(layout->scene, text, small, FALSE) <= frame->bar_end - frame->bar_start;

    care_scene_text(layout->scene, fits ? frame->bar_start : frame->bar_end, frame->header, fits ? 0.0 : 1.0,
                    text, small, FALSE, CARE_ALPHA_DIM, frame->bar_end);
}

/* The names of the parts over the first whole bar; where they would touch, in one line over all bars. */
static void
add_heading(CareChartLayout *layout, const Frame *frame, const double *starts)
{
    CareChart *chart = layout->chart;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    g_autoptr(GString) line = g_string_new(NULL);
    gboolean apart = starts != NULL && !care_layout_is_narrow(layout);
    double free_from = 0.0;

    for (guint i = 0; i < chart->series->len; i++) {
        const char *name = g_array_index(chart->series, CareSeries, i).label;

        g_string_append_printf(line, "%s%s", i > 0 ? " · " : "", name);
        if (!apart)
            continue;
        apart = !isnan(starts[i]) && starts[i] >= free_from;
        free_from = starts[i] + care_scene_measure(layout->scene, name, small, FALSE) + 8;
    }
    if (!apart || free_from > frame->bar_end + 8) {
        add_heading_line(layout, frame, line->str);
        return;
    }
    for (guint i = 0; i < chart->series->len; i++)
        care_scene_text(layout->scene, starts[i], frame->header, 0.0,
                        g_array_index(chart->series, CareSeries, i).label, small, FALSE, CARE_ALPHA_DIM, 0);
}

static void
add_axis(CareChartLayout *layout, const Frame *frame, const char *heading)
{
    CareScene *scene = layout->scene;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);

    care_scene_text(scene, frame->score_end, frame->header, 1.0, heading, small, FALSE, CARE_ALPHA_DIM,
                    frame->score_width);
    for (guint i = 0; i < frame->ticks.n; i++) {
        double value = care_ticks_at(&frame->ticks, i);
        double x = care_scale_map(&frame->axis, value);
        g_autofree char *text = value < 0 ? g_strdup_printf("−%.0f", -value) : g_strdup_printf("%.0f", value);

        care_scene_line(scene, x, frame->top, x, scene->height, 1.0, 0.16);
        care_scene_text(scene, x, frame->header, 0.5, text, small, FALSE, CARE_ALPHA_DIM, 0);
    }
}

static void
add_part(CareChartLayout *layout, guint category, guint series, CareBox box)
{
    CareCell *cell = care_chart_cell(layout->chart, category, series);
    CareRole role = g_array_index(layout->chart->series, CareSeries, series).role;
    gboolean hatched = care_chart_category(layout->chart, category)->partial;
    double size = care_layout_size(layout, CARE_TEXT_NORMAL);
    CareBox hit = { box.x - PART_GAP / 2, box.y - 6, box.width + PART_GAP, box.height + 12 };

    care_scene_rect(layout->scene, box, role, 1.0)->hatched = hatched;
    if (box.width >= COUNT_WIDTH
        && care_scene_measure(layout->scene, cell->text, size, TRUE) + 6 <= box.width) {
        CareSceneItem *text = care_scene_text(layout->scene, box.x + box.width / 2, box.y + box.height / 2,
                                              0.5, cell->text, size, TRUE, 1.0, 0);

        text->role = care_colour_text_on(care_chart_theme_colour(&layout->theme, role, 0));
        text->plain = hatched;
        text->ground = role;
    }
    care_layout_add_mark(layout, box, hit, (int)category, (int)series, cell->spoken, cell->key);
}

static void
add_bar(CareChartLayout *layout, const Frame *frame, guint category, double y, double *starts)
{
    guint parts;
    double total = row_total(layout->chart, category, &parts);
    double room = frame->bar_end - frame->bar_start - PART_GAP * (parts - 1);
    double x = frame->bar_start;

    for (guint i = 0; i < layout->chart->series->len; i++) {
        double value = care_chart_cell(layout->chart, category, i)->value;
        CareBox box = { x, y - frame->thickness / 2, room * value / total, frame->thickness };

        starts[i] = NAN;
        if (!(value > 0))
            continue;
        starts[i] = x;
        add_part(layout, category, i, box);
        x += box.width + PART_GAP;
    }
}

/* One mark for each answer: too few for a share. Full, hollow and pointed, so that colour is not all that tells. */
static void
add_answers(CareChartLayout *layout, const Frame *frame, guint category, double y)
{
    static const CareItemKind shapes[] = { CARE_ITEM_DIAMOND, CARE_ITEM_RING, CARE_ITEM_DOT };
    CareChart *chart = layout->chart;
    guint parts;
    double total = row_total(chart, category, &parts);
    double room = frame->bar_end - frame->bar_start - 8 * layout->theme.scale;
    double pitch
        = MIN(DOT_PITCH * layout->theme.scale, room / MAX(total + (parts > 0 ? parts - 1 : 0) * 0.5, 1));
    double r = MIN(4.0 * layout->theme.scale, pitch * 0.42);
    double x = frame->bar_start + r;

    for (guint i = 0; i < chart->series->len; i++) {
        CareCell *cell = care_chart_cell(chart, category, i);
        CareBox box = { x - r - 1, y - r - 3, pitch * (cell->value - 1) + 2 * r + 2, 2 * r + 6 };

        if (!(cell->value > 0))
            continue;
        for (int k = 0; k < (int)cell->value; k++, x += pitch)
            care_scene_dot(layout->scene, shapes[MIN(i, G_N_ELEMENTS(shapes) - 1)], x, y, r,
                           g_array_index(chart->series, CareSeries, i).role)
                ->line_width
                = 2.0;
        care_layout_add_mark(layout, box, box, (int)category, (int)i, cell->spoken, cell->key);
        x += pitch * 0.5;
    }
}

static void
add_whisker(CareChartLayout *layout, const Frame *frame, guint category, double y)
{
    CareScene *scene = layout->scene;
    CareCategory *row = care_chart_category(layout->chart, category);
    double low = care_scale_map(&frame->axis, row->low);
    double high = care_scale_map(&frame->axis, row->high);
    double cap = 4.5 * layout->theme.scale;
    g_autofree char *text = score_text(row);
    CareBox box = { frame->score_end - frame->score_width, y - frame->thickness / 2, 0, frame->thickness };

    care_scene_text(scene, frame->score_end, y, 1.0, text, care_layout_size(layout, CARE_TEXT_STRONG), TRUE,
                    1.0, 0);
    care_scene_line(scene, low, y, high, y, 1.5, 0.75);
    care_scene_line(scene, low, y - cap, low, y + cap, 1.5, 0.75);
    care_scene_line(scene, high, y - cap, high, y + cap, 1.5, 0.75);
    care_scene_dot(scene, CARE_ITEM_DOT, care_scale_map(&frame->axis, row->score), y, 4.5, CARE_ROLE_GOOD)
        ->line_width
        = 1.5;

    box.width = frame->axis.end + 5 - box.x;
    care_layout_add_mark(layout, box, box, (int)category, (int)layout->chart->series->len, row->score_spoken,
                         row->score_key);
}

static void
add_too_few(CareChartLayout *layout, const Frame *frame, guint category, double y)
{
    CareCategory *row = care_chart_category(layout->chart, category);
    double x = frame->score_end - frame->score_width;
    double size = care_layout_size(layout, CARE_TEXT_SMALL);
    CareSceneItem *text = care_scene_text(layout->scene, x, y, 0.0, row->too_few, size, FALSE, CARE_ALPHA_DIM,
                                          layout->scene->width - x);

    /* Over the lines of the axis, on its own ground. */
    text->plain = TRUE;
    text->ground = CARE_ROLE_CARD;
}

/* Stacked bars of one whole each, the score and its range on an axis of their own beside them. */
void
care_layout_parts(CareChartLayout *layout)
{
    CareChart *chart = layout->chart;
    const char *heading = chart->heading != NULL ? chart->heading : "";
    Frame frame = make_frame(layout, heading);
    g_autofree double *first = NULL;

    add_axis(layout, &frame, heading);
    for (guint i = 0; i < chart->categories->len; i++) {
        CareCategory *row = care_chart_category(chart, i);
        double y = frame.top + frame.pitch * (i + 0.5);
        g_autofree double *starts = g_new0(double, chart->series->len + 1);
        guint parts;

        care_layout_row_label(layout, i, 0.0, y, frame.label_width);
        if (row->too_few != NULL) {
            add_answers(layout, &frame, i, y);
            add_too_few(layout, &frame, i, y);
        } else if (row_total(chart, i, &parts) > 0) {
            add_bar(layout, &frame, i, y, starts);
            if (i == 0)
                first = g_steal_pointer(&starts);
        }
        if (row->has_score)
            add_whisker(layout, &frame, i, y);
    }
    add_heading(layout, &frame, first);
}
