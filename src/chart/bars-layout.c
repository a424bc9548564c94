/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <math.h>

/* Less of the room than this for the longest bar, and the notes move below. */
#define LEAST_SHARE 0.35

typedef struct {
    double start, per_unit, pitch, thickness, label_width;
    gboolean notes_beside;
} Frame;

/* What stands behind the bar of a row: the value and, beside it, the note. */
static double
tail_width(CareChartLayout *layout, guint i, gboolean note)
{
    CareCategory *row = care_chart_category(layout->chart, i);
    double width = 8
                   + care_scene_measure(layout->scene, care_chart_cell(layout->chart, i, 0)->text,
                                        care_layout_size(layout, CARE_TEXT_STRONG), TRUE);

    if (note && row->note != NULL)
        width += 9
                 + care_scene_measure(layout->scene, row->note, care_layout_size(layout, CARE_TEXT_SMALL),
                                      FALSE);
    return width;
}

/* Pixels a unit may have so that every bar and what stands behind it fit. */
static double
per_unit(CareChartLayout *layout, double room, gboolean notes)
{
    double most = G_MAXDOUBLE;

    for (guint i = 0; i < layout->chart->categories->len; i++) {
        double value = care_chart_cell(layout->chart, i, 0)->value;

        if (value > 0)
            most = MIN(most, MAX(room - tail_width(layout, i, notes), 0) / value);
    }
    return most < G_MAXDOUBLE ? most : 0.0;
}

static Frame
make_frame(CareChartLayout *layout)
{
    CareScene *scene = layout->scene;
    double low, high, room;
    Frame frame = { 0 };

    care_chart_value_range(layout->chart, &low, &high);
    frame.label_width = MIN(care_layout_widest(layout, TRUE), scene->width * 0.4);
    frame.start = frame.label_width + 18 * layout->theme.scale;
    room = scene->width - frame.start;
    frame.per_unit = per_unit(layout, room, TRUE);
    frame.notes_beside = frame.per_unit * high >= room * LEAST_SHARE && !care_layout_is_narrow(layout);
    for (guint i = 0; i < layout->chart->categories->len && frame.notes_beside; i++)
        frame.notes_beside = tail_width(layout, i, TRUE) <= room;
    if (!frame.notes_beside)
        frame.per_unit = per_unit(layout, room, FALSE);
    frame.pitch = scene->height / MAX(layout->chart->categories->len, 1);
    frame.thickness = MIN(20 * layout->theme.scale, frame.pitch * 0.45);
    return frame;
}

static void
add_row(CareChartLayout *layout, const Frame *frame, guint i)
{
    CareScene *scene = layout->scene;
    CareCategory *row = care_chart_category(layout->chart, i);
    CareCell *cell = care_chart_cell(layout->chart, i, 0);
    CareRole role = cell->own_role ? cell->role : g_array_index(layout->chart->series, CareSeries, 0).role;
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    gboolean below = row->note != NULL && !frame->notes_beside && frame->pitch >= small * 3;
    double y = frame->pitch * (i + 0.5) - (below ? small * 0.7 : 0);
    double width = MAX(cell->value, 0.0) * frame->per_unit;
    double x = frame->start + width + 8;
    CareBox bar = { frame->start, y - frame->thickness / 2, width, frame->thickness };
    CareBox box = bar, hit = { 0, frame->pitch * i, scene->width, frame->pitch };

    care_layout_row_label(layout, i, 0.0, y, frame->label_width);
    if (width > 0)
        care_scene_rect(scene, bar, role, 1.0)->hatched = row->partial;
    x += care_scene_text(scene, x, y, 0.0, cell->text, care_layout_size(layout, CARE_TEXT_STRONG), TRUE, 1.0,
                         0)
             ->box.width;
    box.width = x - box.x;
    if (row->note != NULL && frame->notes_beside)
        care_scene_text(scene, x + 9, y, 0.0, row->note, small, FALSE, CARE_ALPHA_DIM, 0);
    else if (below)
        care_scene_text(scene, frame->start, y + frame->thickness / 2 + small * 0.85, 0.0, row->note, small,
                        FALSE, CARE_ALPHA_DIM, scene->width - frame->start);
    care_layout_add_mark(layout, box, hit, (int)i, 0, cell->spoken, cell->key);
}

/* One bar a row from a common zero, its value and a few words behind it. */
void
care_layout_bars(CareChartLayout *layout)
{
    Frame frame = make_frame(layout);

    for (guint i = 0; i < layout->chart->categories->len; i++)
        if (!isnan(care_chart_cell(layout->chart, i, 0)->value))
            add_row(layout, &frame, i);
}
