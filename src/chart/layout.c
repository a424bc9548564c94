/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
care_layout_add_mark(CareChartLayout *layout, CareBox box, CareBox hit, int row, int column,
                     const char *label, const char *key)
{
    CareMark mark = { .box = box, .hit = hit, .row = row, .column = column, .label = label, .key = key };

    g_array_append_val(layout->marks, mark);
}

/* The width the labels of all categories need. */
double
care_layout_widest(CareChartLayout *layout, gboolean sublabels)
{
    double widest = 0.0;

    for (guint i = 0; i < layout->chart->categories->len; i++) {
        CareCategory *category = care_chart_category(layout->chart, i);

        if (category->label != NULL)
            widest = MAX(widest, care_scene_measure(layout->scene, category->label,
                                                    care_layout_size(layout, CARE_TEXT_NORMAL), FALSE));
        if (sublabels && category->sublabel != NULL)
            widest = MAX(widest, care_scene_measure(layout->scene, category->sublabel,
                                                    care_layout_size(layout, CARE_TEXT_SMALL), FALSE));
    }
    return widest;
}

/* A category's label at the start of its row, its second line under it; together centred on @y. */
void
care_layout_row_label(CareChartLayout *layout, guint category, double x, double y, double most)
{
    CareCategory *row = care_chart_category(layout->chart, category);
    double normal = care_layout_size(layout, CARE_TEXT_NORMAL);
    double small = care_layout_size(layout, CARE_TEXT_SMALL);
    double half = row->sublabel != NULL ? small * 0.6 : 0.0;

    care_scene_text(layout->scene, x, y - half, 0.0, row->label, normal, FALSE, 0.9, most);
    if (row->sublabel != NULL)
        care_scene_text(layout->scene, x, y + normal * 0.6, 0.0, row->sublabel, small, FALSE, CARE_ALPHA_DIM,
                        most);
}

/* Words into lines no wider than @most. */
static char **
wrap(CareScene *scene, const char *text, double size, double most)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autoptr(GStrvBuilder) lines = g_strv_builder_new();
    g_autofree char *line = NULL;

    for (char **word = words; *word != NULL; word++) {
        g_autofree char *longer = line != NULL ? g_strjoin(" ", line, *word, NULL) : g_strdup(*word);

        if (line != NULL && care_scene_measure(scene, longer, size, FALSE) > most) {
            g_strv_builder_add(lines, line);
            g_set_str(&line, *word);
        } else {
            g_set_str(&line, longer);
        }
    }
    if (line != NULL)
        g_strv_builder_add(lines, line);
    return g_strv_builder_end(lines);
}

static void
layout_empty(CareChartLayout *layout)
{
    CareScene *scene = layout->scene;
    const char *text = layout->chart->empty != NULL ? layout->chart->empty : _("Nothing to show yet.");
    double size = care_layout_size(layout, CARE_TEXT_STRONG), height = size * 1.4;
    g_auto(GStrv) lines = wrap(scene, text, size, scene->width - 24);
    guint n = g_strv_length(lines);

    for (guint i = 0; i < n; i++)
        care_scene_text(scene, scene->width / 2, scene->height / 2 + height * (i - (n - 1) / 2.0), 0.5,
                        lines[i], size, FALSE, CARE_ALPHA_DIM, scene->width - 12);
}

static void
layout_kind(CareChartLayout *layout)
{
    CareBox all = { 0, 0, layout->scene->width, layout->scene->height };

    switch (layout->chart->kind) {
    case CARE_CHART_PARTS:
        care_layout_parts(layout);
        break;
    case CARE_CHART_TREND:
        care_layout_trend(layout);
        break;
    case CARE_CHART_COLUMNS:
        care_layout_columns(layout);
        break;
    case CARE_CHART_BARS:
        care_layout_bars(layout);
        break;
    case CARE_CHART_GRID:
        care_layout_grid(layout);
        break;
    case CARE_CHART_SPARK:
        care_layout_spark(layout, all);
        break;
    case CARE_CHART_TILE:
        care_layout_tile(layout);
        break;
    }
}

static void
mirror(CareChartLayout *layout)
{
    double width = layout->scene->width;

    care_scene_mirror(layout->scene);
    for (guint i = 0; i < layout->marks->len; i++) {
        CareMark *mark = &g_array_index(layout->marks, CareMark, i);

        mark->box.x = width - mark->box.x - mark->box.width;
        mark->hit.x = width - mark->hit.x - mark->hit.width;
    }
}

/**
 * care_chart_layout_new:
 * @theme: copied; its font must outlive the layout
 * @text_width: measures text; tests pass their own, so geometry needs no fonts
 *
 * Computes where everything of a chart goes at one size, without drawing it.
 *
 * Returns: (transfer full)
 */
CareChartLayout *
care_chart_layout_new(CareChart *chart, double width, double height, const CareChartTheme *theme,
                      CareTextWidth text_width, gpointer text_data)
{
    CareChartLayout *layout = g_new0(CareChartLayout, 1);
    gboolean small = chart->kind == CARE_CHART_SPARK;

    layout->chart = g_object_ref(chart);
    layout->theme = *theme;
    layout->marks = g_array_new(FALSE, FALSE, sizeof(CareMark));
    layout->scene = care_scene_new(MAX(width, small ? 20 : CARE_CHART_MIN_WIDTH),
                                   MAX(height, small ? 12 : CARE_CHART_MIN_HEIGHT), &layout->theme,
                                   text_width, text_data);
    if (care_chart_is_empty(chart) && chart->kind != CARE_CHART_TILE && !small)
        layout_empty(layout);
    else
        layout_kind(layout);
    if (theme->rtl)
        mirror(layout);
    layout->scene->text_width = NULL; /* it is only lent for the time of this call */
    layout->scene->text_data = NULL;
    return layout;
}

void
care_chart_layout_free(CareChartLayout *layout)
{
    g_object_unref(layout->chart);
    care_scene_free(layout->scene);
    g_array_unref(layout->marks);
    g_free(layout);
}

guint
care_chart_n_marks(CareChartLayout *layout)
{
    return layout->marks->len;
}

/* NULL for -1, no mark. */
const CareMark *
care_chart_mark(CareChartLayout *layout, int mark)
{
    if (mark < 0 || (guint)mark >= layout->marks->len)
        return NULL;
    return &g_array_index(layout->marks, CareMark, mark);
}

/* The mark under a point, or -1. Where areas overlap, what is drawn there wins over what is only near. */
int
care_chart_hit(CareChartLayout *layout, double x, double y)
{
    int near = -1;

    for (int i = (int)layout->marks->len - 1; i >= 0; i--) {
        const CareMark *mark = care_chart_mark(layout, i);

        if (care_box_contains(&mark->box, x, y))
            return i;
        if (care_box_contains(&mark->hit, x, y))
            near = i;
    }
    return near;
}

/* The nearest mark beside @from in its row, or -1. */
static int
step_in_row(CareChartLayout *layout, const CareMark *from, int direction)
{
    int best = -1, distance = G_MAXINT;

    for (guint i = 0; i < layout->marks->len; i++) {
        const CareMark *mark = care_chart_mark(layout, (int)i);
        int away = (mark->column - from->column) * direction;

        if (mark->row != from->row || away <= 0 || away >= distance)
            continue;
        best = (int)i;
        distance = away;
    }
    return best;
}

/* In the nearest row up or down, the mark of the nearest column; or -1. */
static int
step_to_row(CareChartLayout *layout, const CareMark *from, int direction)
{
    int best = -1, row_away = G_MAXINT, column_away = G_MAXINT;

    for (guint i = 0; i < layout->marks->len; i++) {
        const CareMark *mark = care_chart_mark(layout, (int)i);
        int rows = (mark->row - from->row) * direction;
        int columns = ABS(mark->column - from->column);

        if (rows <= 0 || rows > row_away || (rows == row_away && columns >= column_away))
            continue;
        best = (int)i;
        row_away = rows;
        column_away = columns;
    }
    return best;
}

/**
 * care_chart_next:
 * @mark: where the cursor is, or -1
 *
 * Where a key takes the cursor; the same mark at the edge; -1 only if there are no marks. Left and right are those
 * of the screen.
 */
int
care_chart_next(CareChartLayout *layout, int mark, CareStep step)
{
    int last = (int)layout->marks->len - 1;
    const CareMark *from = care_chart_mark(layout, mark);
    int next;

    if (last < 0)
        return -1;
    if (step == CARE_STEP_FIRST || (from == NULL && step != CARE_STEP_LAST))
        return 0;
    if (step == CARE_STEP_LAST)
        return last;
    if (step == CARE_STEP_LEFT || step == CARE_STEP_RIGHT)
        next = step_in_row(layout, from, (step == CARE_STEP_RIGHT) != layout->theme.rtl ? 1 : -1);
    else
        next = step_to_row(layout, from, step == CARE_STEP_DOWN ? 1 : -1);
    return next >= 0 ? next : mark;
}

/* The height that gives every row its room at the usual text size. */
int
care_chart_preferred_height(CareChart *chart)
{
    int rows = (int)chart->categories->len;

    switch (chart->kind) {
    case CARE_CHART_PARTS:
        return MAX(24 + rows * 52, 120);
    case CARE_CHART_BARS:
        return MAX(rows * 52, 104);
    case CARE_CHART_GRID:
        return MAX(24 + rows * 38, 100);
    case CARE_CHART_SPARK:
        return 36;
    case CARE_CHART_TILE:
        return 108;
    case CARE_CHART_TREND:
    case CARE_CHART_COLUMNS:
    default:
        return 232;
    }
}
