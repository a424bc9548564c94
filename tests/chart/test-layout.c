/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout.h"

#include <math.h>
#include <string.h>

#include "samples.h"

/* Every sample at these sizes, in both directions, keeps the same promises. */
static const double widths[] = { 300, 360, 399, 401, 454, 700, 1200 };

/* A wide font, so that a label that fits here fits everywhere. */
static double
measure(const char *text, double size, gboolean bold, gpointer user_data)
{
    return (double)g_utf8_strlen(text, -1) * size * (bold ? 0.62 : 0.56);
}

static CareChartLayout *
lay_out(const char *name, double width, gboolean rtl, double scale)
{
    for (gsize i = 0; i < n_sample_charts; i++) {
        if (g_str_equal(sample_charts[i].name, name)) {
            g_autoptr(CareChart) chart = sample_charts[i].make();
            CareChartTheme theme = care_chart_theme(FALSE, FALSE);

            theme.rtl = rtl;
            theme.scale = scale;
            return care_chart_layout_new(chart, width, sample_charts[i].height * scale, &theme, measure,
                                         NULL);
        }
    }
    g_assert_not_reached();
}

typedef void (*Check)(CareChartLayout *layout);

static void
for_all_sizes(const char *name, Check check)
{
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
        for (int rtl = 0; rtl < 2; rtl++) {
            g_autoptr(CareChartLayout) layout = lay_out(name, widths[i], rtl, 1.0);

            check(layout);
        }
    }
}

static CareSceneItem *
item_at(CareChartLayout *layout, guint i)
{
    return &g_array_index(layout->scene->items, CareSceneItem, i);
}

static void
check_no_overlap(CareChartLayout *layout)
{
    for (guint i = 0; i < layout->scene->items->len; i++) {
        CareSceneItem *a = item_at(layout, i);

        if (a->kind != CARE_ITEM_TEXT)
            continue;
        for (guint j = i + 1; j < layout->scene->items->len; j++) {
            CareSceneItem *b = item_at(layout, j);
            CareBox one, other;

            if (b->kind != CARE_ITEM_TEXT)
                continue;
            /* The letters themselves: boxes of lines may touch. */
            one = (CareBox){ a->box.x, a->box.y + a->size * 0.2, a->box.width, a->size * 0.9 };
            other = (CareBox){ b->box.x, b->box.y + b->size * 0.2, b->box.width, b->size * 0.9 };
            if (care_box_intersects(&one, &other))
                g_error("\"%s\" lies over \"%s\" at %.0f", a->text, b->text, layout->scene->width);
        }
    }
}

static void
check_inside(CareChartLayout *layout)
{
    for (guint i = 0; i < layout->scene->items->len; i++) {
        CareSceneItem *item = item_at(layout, i);

        if (item->kind == CARE_ITEM_PATH || item->kind == CARE_ITEM_LINE)
            continue;
        g_assert_cmpfloat(item->box.width, >=, 0);
        g_assert_cmpfloat(item->box.x, >=, -0.01);
        g_assert_cmpfloat(item->box.y, >=, -1.0);
        g_assert_cmpfloat(item->box.x + item->box.width, <=, layout->scene->width + 0.01);
        g_assert_cmpfloat(item->box.y + item->box.height, <=, layout->scene->height + 1.0);
    }
    for (guint i = 0; i < layout->scene->points->len; i++) {
        CarePoint point = g_array_index(layout->scene->points, CarePoint, i);

        g_assert_cmpfloat(point.x, >=, 0);
        g_assert_cmpfloat(point.x, <=, layout->scene->width);
        g_assert_cmpfloat(point.y, >=, 0);
        g_assert_cmpfloat(point.y, <=, layout->scene->height);
    }
}

static void
check_reachable(CareChartLayout *layout)
{
    guint n = care_chart_n_marks(layout);
    g_autofree gboolean *seen = g_new0(gboolean, n + 1);
    g_autoptr(GQueue) queue = g_queue_new();
    guint reached = 0;

    if (n == 0) {
        g_assert_cmpint(care_chart_next(layout, -1, CARE_STEP_RIGHT), ==, -1);
        return;
    }
    g_queue_push_tail(queue, GINT_TO_POINTER(care_chart_next(layout, -1, CARE_STEP_RIGHT)));
    while (!g_queue_is_empty(queue)) {
        int mark = GPOINTER_TO_INT(g_queue_pop_head(queue));

        if (seen[mark])
            continue;
        seen[mark] = TRUE;
        reached++;
        for (CareStep step = CARE_STEP_LEFT; step <= CARE_STEP_DOWN; step++)
            g_queue_push_tail(queue, GINT_TO_POINTER(care_chart_next(layout, mark, step)));
    }
    g_assert_cmpuint(reached, ==, n);
    g_assert_cmpint(care_chart_next(layout, 0, CARE_STEP_LAST), ==, (int)n - 1);
    g_assert_cmpint(care_chart_next(layout, (int)n - 1, CARE_STEP_FIRST), ==, 0);
}

/* What the pointer finds in the middle of a mark is that mark: tooltip and cursor say the same. */
static void
check_hit(CareChartLayout *layout)
{
    for (guint i = 0; i < care_chart_n_marks(layout); i++) {
        const CareMark *mark = care_chart_mark(layout, (int)i);
        int hit
            = care_chart_hit(layout, mark->box.x + mark->box.width / 2, mark->box.y + mark->box.height / 2);

        g_assert_cmpint(hit, ==, (int)i);
    }
    g_assert_cmpint(care_chart_hit(layout, -50, -50), ==, -1);
}

static void
check_labels(CareChartLayout *layout)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < care_chart_n_marks(layout); i++) {
        const CareMark *mark = care_chart_mark(layout, (int)i);

        g_assert_nonnull(mark->label);
        g_assert_cmpuint(strlen(mark->label), >, 0);
        g_assert_true(g_utf8_validate(mark->label, -1, NULL));
        if (care_chart_get_kind(layout->chart) != CARE_CHART_SPARK)
            g_assert_nonnull(mark->key);
        if (mark->key != NULL)
            g_assert_true(g_hash_table_add(keys, (gpointer)mark->key));
    }
}

static void
check_steps_follow_the_screen(CareChartLayout *layout)
{
    for (guint i = 0; i < care_chart_n_marks(layout); i++) {
        int right = care_chart_next(layout, (int)i, CARE_STEP_RIGHT);
        const CareMark *from = care_chart_mark(layout, (int)i), *to = care_chart_mark(layout, right);

        if (to != from)
            g_assert_cmpfloat(to->box.x, >, from->box.x);
        if (to != from)
            g_assert_cmpint(care_chart_next(layout, right, CARE_STEP_LEFT), ==, (int)i);
    }
}

static const struct {
    const char *name;
    Check check;
} checks[] = {
    { "labels-do-not-overlap", check_no_overlap },
    { "all-inside", check_inside },
    { "all-reachable", check_reachable },
    { "hit", check_hit },
    { "labelled", check_labels },
    { "steps-follow-the-screen", check_steps_follow_the_screen },
};

typedef struct {
    const char *name;
    Check check;
} SampleCheck;

static void
test_sample(gconstpointer data)
{
    const SampleCheck *test = data;

    for_all_sizes(test->name, test->check);
}

static void
test_large_text(gconstpointer data)
{
    g_autoptr(CareChartLayout) layout = lay_out(data, 700, FALSE, 1.5);

    check_no_overlap(layout);
    check_inside(layout);
}

/* The rectangles of a role, in the order they were drawn. */
static GArray *
rects_of(CareChartLayout *layout, CareRole role)
{
    GArray *rects = g_array_new(FALSE, FALSE, sizeof(CareBox));

    for (guint i = 0; i < layout->scene->items->len; i++) {
        CareSceneItem *item = item_at(layout, i);

        if (item->kind == CARE_ITEM_RECT && item->role == role && item->alpha == 1.0 && item->radius == 0)
            g_array_append_val(rects, item->box);
    }
    return rects;
}

static void
test_parts_fill_the_bar(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(CareChartLayout) layout = lay_out("nps", widths[i], FALSE, 1.0);
        g_autoptr(GArray) bad = rects_of(layout, CARE_ROLE_BAD), grey = rects_of(layout, CARE_ROLE_NEUTRAL);
        g_autoptr(GArray) good = rects_of(layout, CARE_ROLE_GOOD);
        double whole = -1;

        g_assert_cmpuint(good->len, ==, 4);
        for (guint row = 0; row < 4; row++) {
            CareBox *a = &g_array_index(bad, CareBox, row), *b = &g_array_index(grey, CareBox, row);
            CareBox *c = &g_array_index(good, CareBox, row);
            double width = c->x + c->width - a->x;

            g_assert_cmpfloat_with_epsilon(a->x + a->width + 2, b->x, 1e-9);
            g_assert_cmpfloat_with_epsilon(b->x + b->width + 2, c->x, 1e-9);
            if (row > 0)
                g_assert_cmpfloat_with_epsilon(width, whole, 1e-9);
            whole = width;
        }
        /* 4, 6, 13 of 23 */
        g_assert_cmpfloat_with_epsilon(g_array_index(bad, CareBox, 0).width / (whole - 4), 4.0 / 23, 1e-9);
        g_assert_cmpfloat_with_epsilon(g_array_index(good, CareBox, 0).width / (whole - 4), 13.0 / 23, 1e-9);
    }
}

static void
test_whiskers_inside_the_axis(gconstpointer data)
{
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(CareChartLayout) layout = lay_out(data, widths[i], FALSE, 1.0);
        double first = G_MAXDOUBLE, last = 0;
        guint whiskers = 0;

        for (guint k = 0; k < layout->scene->items->len; k++) {
            CareSceneItem *item = item_at(layout, k);

            if (item->kind == CARE_ITEM_LINE && item->box.width == 0 && item->alpha < 0.2) {
                first = MIN(first, item->box.x);
                last = MAX(last, item->box.x);
            }
        }
        for (guint k = 0; k < layout->scene->items->len; k++) {
            CareSceneItem *item = item_at(layout, k);

            if (item->kind != CARE_ITEM_LINE || item->box.height != 0)
                continue;
            whiskers++;
            g_assert_cmpfloat(item->box.x, >=, first);
            g_assert_cmpfloat(item->box.x + item->box.width, <=, last);
            g_assert_cmpfloat(item->box.width, >, 0);
        }
        g_assert_cmpuint(whiskers, >, 0);
    }
}

/* A range that reaches below 0 is not cut off there: the axis goes down to −100. */
static void
test_whisker_is_as_long_as_the_range(void)
{
    CareNps nps = care_nps(3, 2, 9);
    g_autoptr(CareChartLayout) layout = lay_out("nps-few", 454, FALSE, 1.0);
    double first = G_MAXDOUBLE, last = 0;

    for (guint i = 0; i < layout->scene->items->len; i++) {
        CareSceneItem *item = item_at(layout, i);

        if (item->kind == CARE_ITEM_LINE && item->box.width == 0 && item->alpha < 0.2) {
            first = MIN(first, item->box.x);
            last = MAX(last, item->box.x);
        }
    }
    for (guint i = 0; i < layout->scene->items->len; i++) {
        CareSceneItem *item = item_at(layout, i);

        if (item->kind == CARE_ITEM_LINE && item->box.height == 0)
            g_assert_cmpfloat_with_epsilon(item->box.width / (last - first), (nps.high - nps.low) / 200,
                                           1e-9);
    }
}

/* Under ten answers: one dot for each, and no score anywhere. */
static void
test_too_few_are_dots(void)
{
    g_autoptr(CareChartLayout) layout = lay_out("nps-few", 454, FALSE, 1.0);
    guint shapes = 0, scores = 0;

    for (guint i = 0; i < layout->scene->items->len; i++) {
        CareSceneItem *item = item_at(layout, i);

        shapes
            += item->kind == CARE_ITEM_DOT || item->kind == CARE_ITEM_RING || item->kind == CARE_ITEM_DIAMOND;
        scores += item->kind == CARE_ITEM_TEXT && item->size > 12.5 && item->bold;
    }
    g_assert_cmpuint(scores, ==, 1);         /* only the quarter with 14 answers */
    g_assert_cmpuint(shapes, ==, 9 + 4 + 1); /* and the point of its whisker */
}

static void
test_columns_stand_on_zero(gconstpointer data)
{
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(CareChartLayout) layout = lay_out(data, widths[i], FALSE, 1.0);
        double zero = NAN;

        for (guint k = 0; k < layout->scene->items->len; k++) {
            CareSceneItem *item = item_at(layout, k);

            if (item->kind == CARE_ITEM_LINE && item->alpha == 0.5)
                zero = item->box.y;
        }
        g_assert_false(isnan(zero));
        for (guint k = 0; k < layout->scene->items->len; k++) {
            CareSceneItem *item = item_at(layout, k);

            if (item->kind != CARE_ITEM_RECT || item->radius > 0)
                continue;
            if (fabs(item->box.y - zero) > 1e-9)
                g_assert_cmpfloat_with_epsilon(item->box.y + item->box.height, zero, 1e-9);
        }
    }
}

static void
test_columns_are_in_proportion(void)
{
    g_autoptr(CareChartLayout) layout = lay_out("revenue", 454, FALSE, 1.0);
    g_autoptr(GArray) invoiced = rects_of(layout, CARE_ROLE_GOOD);

    g_assert_cmpuint(invoiced->len, ==, 12);
    g_assert_cmpfloat_with_epsilon(g_array_index(invoiced, CareBox, 5).height
                                       / g_array_index(invoiced, CareBox, 0).height,
                                   702300.0 / 412050.0, 1e-9);
}

static void
test_bars_start_together(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(CareChartLayout) layout = lay_out("rhythm", widths[i], FALSE, 1.0);
        g_autoptr(GArray) good = rects_of(layout, CARE_ROLE_GOOD), late = rects_of(layout, CARE_ROLE_BAD);
        CareBox *most = &g_array_index(good, CareBox, 0), *due = &g_array_index(good, CareBox, 1);

        g_assert_cmpfloat(most->x, ==, due->x);
        g_assert_cmpfloat(most->x, ==, g_array_index(late, CareBox, 0).x);
        g_assert_cmpfloat_with_epsilon(due->width / most->width, 96.0 / 412.0, 1e-9);
    }
}

static void
test_running_period_is_hatched(gconstpointer data)
{
    g_autoptr(CareChartLayout) layout = lay_out(data, 454, FALSE, 1.0);
    guint hatched = 0, named = 0;

    for (guint i = 0; i < layout->scene->items->len; i++) {
        hatched += item_at(layout, i)->hatched;
        named += g_strcmp0(item_at(layout, i)->text, "so far") == 0;
    }
    g_assert_cmpuint(hatched, ==, 3);
    g_assert_cmpuint(named, ==, 1);
}

static void
test_signal_is_a_diamond_with_its_value(void)
{
    g_autoptr(CareChartLayout) layout = lay_out("frt", 454, FALSE, 1.0);
    guint diamonds = 0, named = 0;

    for (guint i = 0; i < layout->scene->items->len; i++) {
        diamonds += item_at(layout, i)->kind == CARE_ITEM_DIAMOND;
        named += g_strcmp0(item_at(layout, i)->text, "5 h 36") == 0;
    }
    g_assert_cmpuint(diamonds, ==, 1);
    g_assert_cmpuint(named, ==, 1);
}

static void
test_gap_breaks_the_line(void)
{
    g_autoptr(CareChartLayout) layout = lay_out("frt-gaps", 454, FALSE, 1.0);

    /* Of twelve weeks three have no message; none of them became a zero. */
    g_assert_cmpuint(care_chart_n_marks(layout), ==, 9);
}

static void
test_unobserved_cells_are_absent(void)
{
    g_autoptr(CareChartLayout) layout = lay_out("retention", 454, FALSE, 1.0);

    g_assert_cmpuint(care_chart_n_marks(layout), ==, 5 + 4 + 3 + 2 + 1);
}

static void
test_zero_month_keeps_its_mark(void)
{
    g_autoptr(CareChartLayout) layout = lay_out("revenue-negative", 454, FALSE, 1.0);

    g_assert_cmpuint(care_chart_n_marks(layout), ==, 12);
}

static void
test_mirrored(void)
{
    g_autoptr(CareChartLayout) ltr = lay_out("revenue", 454, FALSE, 1.0),
                               rtl = lay_out("revenue", 454, TRUE, 1.0);

    for (guint i = 0; i < care_chart_n_marks(ltr); i++) {
        const CareMark *a = care_chart_mark(ltr, (int)i), *b = care_chart_mark(rtl, (int)i);

        g_assert_cmpfloat_with_epsilon(a->box.x, 454 - b->box.x - b->box.width, 1e-9);
        g_assert_cmpfloat(a->box.y, ==, b->box.y);
    }
}

static void
test_tiny(gconstpointer data)
{
    for (gsize i = 0; i < n_sample_charts; i++) {
        g_autoptr(CareChart) chart = sample_charts[i].make();
        CareChartTheme theme = care_chart_theme(FALSE, FALSE);
        g_autoptr(CareChartLayout) layout = care_chart_layout_new(chart, 1, 1, &theme, measure, NULL);

        for (guint k = 0; k < layout->scene->items->len; k++)
            g_assert_true(isfinite(item_at(layout, k)->box.x));
    }
}

int
main(int argc, char *argv[])
{
    static SampleCheck tests[G_N_ELEMENTS(checks) * 64];
    gsize n = 0;

    g_test_init(&argc, &argv, NULL);
    g_assert_cmpuint(n_sample_charts, <, 64);
    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++) {
        for (gsize k = 0; k < n_sample_charts; k++) {
            g_autofree char *path = g_strdup_printf("/chart/%s/%s", checks[i].name, sample_charts[k].name);

            tests[n] = (SampleCheck){ sample_charts[k].name, checks[i].check };
            g_test_add_data_func(path, &tests[n++], test_sample);
        }
    }
    for (gsize k = 0; k < n_sample_charts; k++) {
        g_autofree char *path = g_strdup_printf("/chart/large-text/%s", sample_charts[k].name);

        g_test_add_data_func(path, sample_charts[k].name, test_large_text);
    }
    g_test_add_func("/chart/parts/fill-the-bar", test_parts_fill_the_bar);
    g_test_add_data_func("/chart/parts/whiskers-inside", "nps", test_whiskers_inside_the_axis);
    g_test_add_data_func("/chart/parts/whiskers-below-zero", "nps-few", test_whiskers_inside_the_axis);
    g_test_add_func("/chart/parts/whisker-length", test_whisker_is_as_long_as_the_range);
    g_test_add_func("/chart/parts/too-few-are-dots", test_too_few_are_dots);
    g_test_add_data_func("/chart/columns/stand-on-zero", "revenue", test_columns_stand_on_zero);
    g_test_add_data_func("/chart/columns/hang-from-zero", "revenue-negative", test_columns_stand_on_zero);
    g_test_add_func("/chart/columns/in-proportion", test_columns_are_in_proportion);
    g_test_add_func("/chart/columns/zero-keeps-its-mark", test_zero_month_keeps_its_mark);
    g_test_add_func("/chart/bars/start-together", test_bars_start_together);
    g_test_add_data_func("/chart/running/parts", "nps", test_running_period_is_hatched);
    g_test_add_data_func("/chart/running/columns", "revenue", test_running_period_is_hatched);
    g_test_add_func("/chart/trend/signal", test_signal_is_a_diamond_with_its_value);
    g_test_add_func("/chart/trend/gap", test_gap_breaks_the_line);
    g_test_add_func("/chart/grid/unobserved", test_unobserved_cells_are_absent);
    g_test_add_func("/chart/mirrored", test_mirrored);
    g_test_add_data_func("/chart/tiny", NULL, test_tiny);
    return g_test_run();
}
