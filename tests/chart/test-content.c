/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart/paint.h"
#include "chart/period.h"
#include "samples.h"

/* What charts say: labels, sentences, tables, units. In the C locale, so in English. */
static CareChart *
sample(const char *name)
{
    for (gsize i = 0; i < n_sample_charts; i++)
        if (g_str_equal(sample_charts[i].name, name))
            return sample_charts[i].make();
    g_assert_not_reached();
}

typedef struct {
    const char *name;
    CareUnit unit;
    double value;
    const char *text;
} UnitCase;

static const UnitCase units[] = {
    { "minutes", CARE_UNIT_DURATION, 45 * 60, "45 min" },
    { "at-once", CARE_UNIT_DURATION, 0, "0 min" },
    { "hours", CARE_UNIT_DURATION, 7200, "2 h" },
    { "hours-minutes", CARE_UNIT_DURATION, 6000, "1 h 40" },
    { "leading-zero", CARE_UNIT_DURATION, 3900, "1 h 05" },
    { "rounds-up", CARE_UNIT_DURATION, 3599, "1 h" },
    { "long", CARE_UNIT_DURATION, 31 * 3600 + 600, "31 h 10" },
    { "plus", CARE_UNIT_SCORE, 56.6, "+57" },
    { "minus", CARE_UNIT_SCORE, -12.2, "−12" },
    { "zero", CARE_UNIT_SCORE, -0.3, "0" },
    { "percent", CARE_UNIT_PERCENT, 0.579, "58%" },
    { "count", CARE_UNIT_COUNT, 412, "412" },
    { "days", CARE_UNIT_DAYS, 1.84, "1.8" },
};

static void
test_unit(gconstpointer data)
{
    const UnitCase *c = data;
    g_autofree char *text = care_unit_format(c->unit, NULL, c->value);

    g_assert_cmpstr(text, ==, c->text);
}

static void
test_money_tick_has_no_cents(void)
{
    g_autofree char *tick = care_unit_format_tick(CARE_UNIT_MONEY, "EUR", 400000, FALSE);
    g_autofree char *cents = care_unit_format_tick(CARE_UNIT_MONEY, "EUR", 50, FALSE);

    g_assert_null(strstr(tick, ".00"));
    g_assert_nonnull(strstr(tick, "4"));
    g_assert_nonnull(strstr(cents, ".50"));
}

static void
test_hours_name_their_unit_once(void)
{
    g_autofree char *inner = care_unit_format_tick(CARE_UNIT_DURATION, NULL, 4 * 3600, FALSE);
    g_autofree char *last = care_unit_format_tick(CARE_UNIT_DURATION, NULL, 6 * 3600, TRUE);

    g_assert_cmpstr(inner, ==, "4");
    g_assert_cmpstr(last, ==, "6 h");
}

static void
test_periods(void)
{
    const CareDate today = { 2026, 11, 24 };
    g_autofree char *running = care_period_short(CARE_PERIOD_QUARTER, (CareDate){ 2026, 10, 1 }, today);
    g_autofree char *whole = care_period_short(CARE_PERIOD_QUARTER, (CareDate){ 2026, 1, 1 }, today);
    g_autofree char *older = care_period_short(CARE_PERIOD_QUARTER, (CareDate){ 2025, 1, 1 }, today);
    g_autofree char *spoken = care_period_long(CARE_PERIOD_QUARTER, (CareDate){ 2026, 1, 1 });
    g_autofree char *month = care_period_long(CARE_PERIOD_MONTH, (CareDate){ 2026, 10, 1 });
    g_autofree char *week = care_period_long(CARE_PERIOD_WEEK, (CareDate){ 2026, 10, 12 });

    g_assert_cmpstr(running, ==, "Oct–Nov");
    g_assert_cmpstr(whole, ==, "Jan–Mar");
    g_assert_cmpstr(older, ==, "Jan–Mar 25");
    g_assert_cmpstr(spoken, ==, "January to March 2026");
    g_assert_cmpstr(month, ==, "October 2026");
    g_assert_cmpstr(week, ==, "week of 12 October 2026");
}

static void
test_running(void)
{
    const CareDate start = { 2026, 10, 1 };

    g_assert_true(care_period_is_running(CARE_PERIOD_MONTH, start, (CareDate){ 2026, 10, 31 }));
    g_assert_false(care_period_is_running(CARE_PERIOD_MONTH, start, (CareDate){ 2026, 11, 1 }));
    g_assert_false(care_period_is_running(CARE_PERIOD_MONTH, start, (CareDate){ 2026, 9, 30 }));
    g_assert_true(care_period_is_running(CARE_PERIOD_QUARTER, start, (CareDate){ 2026, 12, 31 }));
    g_assert_false(care_period_is_running(CARE_PERIOD_WEEK, start, (CareDate){ 2026, 10, 8 }));
}

/* The label of the mark with a key. */
static const char *
label_of(CareChartLayout *layout, const char *key)
{
    for (guint i = 0; i < care_chart_n_marks(layout); i++) {
        const CareMark *mark = care_chart_mark(layout, (int)i);

        if (g_strcmp0(mark->key, key) == 0)
            return mark->label;
    }
    g_error("no mark with the key %s", key);
}

typedef struct {
    const char *path;
    const char *chart;
    const char *key;
    const char *label;
} LabelCase;

static const LabelCase labels[] = {
    { "parts", "nps", "nps:2026-01-01:promoters", "January to March 2026, 13 answers of 9–10" },
    { "one-answer", "nps", "nps:2026-07-01:detractors", "July to September 2026, 1 answer of 0–6" },
    { "so-far", "nps", "nps:2026-10-01:passives", "October to December 2026, 3 answers of 7–8, so far" },
    { "score", "nps", "nps:2026-01-01:score",
      "January to March 2026, score +39, between +5 and +64, 23 answers" },
    { "signal", "frt", "frt:2026-10-19", "week of 19 October 2026, 5 h 36, 4 messages, stands out" },
    { "rhythm", "rhythm", "rhythm:late", "Late, 38, 1½ times their usual interval" },
    { "cell", "retention", "retention:2025-07-01:1",
      "July to September 2025, 33% came again, 20 of 61, 1 quarter later" },
    { "cell-so-far", "retention", "retention:2025-07-01:5",
      "July to September 2025, 56% came again, 34 of 61, 5 quarters later, so far" },
};

static void
test_label(gconstpointer data)
{
    const LabelCase *c = data;
    CareChartTheme theme = care_chart_theme(FALSE, FALSE);
    g_autoptr(CareChart) chart = sample(c->chart);
    g_autoptr(CareChartLayout) layout = care_chart_layout_with_pango(chart, 454, 230, &theme);

    g_assert_cmpstr(label_of(layout, c->key), ==, c->label);
}

static void
test_money_label(void)
{
    CareChartTheme theme = care_chart_theme(FALSE, FALSE);
    g_autoptr(CareChart) chart = sample("revenue");
    g_autoptr(CareChartLayout) layout = care_chart_layout_with_pango(chart, 454, 230, &theme);
    g_autofree char *money = care_money_format(421000, "EUR");
    g_autofree char *expected = g_strdup_printf("October 2026, invoiced %s", money);

    g_assert_cmpstr(label_of(layout, "revenue:2026-10-01:invoiced"), ==, expected);
}

typedef struct {
    const char *chart;
    const char *sentence;
} ReadingCase;

static const ReadingCase readings[] = {
    { "nps", "Higher than in July to September 2026, but not yet a sure change." },
    { "nps-few", "The first quarter with enough answers; there is nothing to compare it with yet." },
    { "frt", "The week of 19 October 2026 stands out." },
    { "frt-few", "What is usual shows after 6 weeks with messages." },
    { "frt-gaps", "No week stands out; the differences are the usual ones." },
    { "rhythm", "38 are late. A call now still feels natural." },
    { "rhythm-zero", "Nobody is late." },
    { "nps-tile", "Two in three say 9 or 10." },
    { "nps-tile-few", "A score is shown from 10 answers on." },
    { "frt-tile", "One in ten waits over 3 h 50." },
    { "repeat-tile", "Six in ten come again." },
    { "billing-tile", "3 jobs are waiting now." },
    { "revenue", "€4,210.00 invoiced in October 2026. Today €2,396.20 is open in all." },
};

static void
test_reading(gconstpointer data)
{
    const ReadingCase *c = data;
    g_autoptr(CareChart) chart = sample(c->chart);

    g_assert_cmpstr(care_chart_get_reading(chart), ==, c->sentence);
}

static void
test_sure_change(void)
{
    const CareNpsQuarter quarters[] = {
        { { 2026, 1, 1 }, care_nps(10, 20, 70) },
        { { 2026, 4, 1 }, care_nps(70, 20, 10) },
    };
    g_autoptr(CareChart) up = care_nps_chart_new(quarters, 2, (CareDate){ 2026, 11, 24 });

    g_assert_cmpstr(care_chart_get_reading(up), ==,
                    "Higher than in January to March 2026, by more than chance.");
}

static void
test_few_answers_name_no_score(void)
{
    g_autoptr(CareChart) chart = sample("nps-few");
    const CareChartTable *table = care_chart_table(chart);
    char **few = g_ptr_array_index(table->rows, 1);

    g_assert_cmpstr(few[4], ==, "9");
    g_assert_cmpstr(few[5], ==, "too few");
    g_assert_cmpstr(few[6], ==, "–");
}

static void
test_table(gconstpointer data)
{
    g_autoptr(CareChart) chart = sample(data);
    const CareChartTable *table = care_chart_table(chart);

    if (!care_chart_is_empty(chart) && !g_str_equal(data, "spark"))
        g_assert_cmpuint(table->rows->len, >, 0);
    for (guint i = 0; i < table->rows->len; i++)
        g_assert_cmpuint(g_strv_length(g_ptr_array_index(table->rows, i)), ==, table->n_columns);
}

static void
test_table_values(void)
{
    g_autoptr(CareChart) chart = sample("nps");
    const CareChartTable *table = care_chart_table(chart);
    char **row = g_ptr_array_index(table->rows, 0);
    static const char *const expected[]
        = { "January to March 2026", "4", "6", "13", "23", "+39", "+5 to +64", NULL };

    g_assert_cmpuint(table->rows->len, ==, 4);
    for (guint i = 0; expected[i] != NULL; i++)
        g_assert_cmpstr(row[i], ==, expected[i]);
    row = g_ptr_array_index(table->rows, 3);
    g_assert_cmpstr(row[0], ==, "October to December 2026 so far");
}

static void
test_summary(gconstpointer data)
{
    g_autoptr(CareChart) chart = sample(data);
    g_autofree char *summary = care_chart_summary(chart);

    g_assert_cmpuint(strlen(summary), >, 0);
    if (care_chart_get_figure(chart) != NULL)
        g_assert_null(strstr(summary, "Nothing to show"));
    if (care_chart_get_reading(chart) != NULL)
        g_assert_nonnull(strstr(summary, care_chart_get_reading(chart)));
}

static void
test_empty(gconstpointer data)
{
    g_autoptr(CareChart) chart = sample(data);

    g_assert_true(care_chart_is_empty(chart));
}

/* The same drawing code on a picture, on paper and in a file; every sample, in each theme, leaves ink and no error. */
static void
test_draws(gconstpointer data)
{
    g_autoptr(CareChart) chart = sample(data);

    for (int variant = 0; variant < 8; variant++) {
        CareChartTheme theme = care_chart_theme(variant & 1, (variant & 2) != 0);
        cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create(surface);
        g_autoptr(CareChartLayout) layout = NULL;
        double x, y, width, height;

        theme.rtl = (variant & 4) != 0;
        layout = care_chart_layout_with_pango(chart, 454, 230, &theme);
        care_chart_layout_draw(layout, cr, 0, 1);
        g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_recording_surface_ink_extents(surface, &x, &y, &width, &height);
        g_assert_cmpfloat(width, >, 40);
        g_assert_cmpfloat(x, >=, -2);
        g_assert_cmpfloat(x + width, <=, 456);
        cairo_destroy(cr);
        cairo_surface_destroy(surface);
    }
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autofree char *path = g_strdup_printf("/chart/unit/%s", units[i].name);

        g_test_add_data_func(path, &units[i], test_unit);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        g_autofree char *path = g_strdup_printf("/chart/label/%s", labels[i].path);

        g_test_add_data_func(path, &labels[i], test_label);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
        g_autofree char *path = g_strdup_printf("/chart/reading/%s", readings[i].chart);

        g_test_add_data_func(path, &readings[i], test_reading);
    }
    for (gsize i = 0; i < n_sample_charts; i++) {
        g_autofree char *table = g_strdup_printf("/chart/table/%s", sample_charts[i].name);
        g_autofree char *summary = g_strdup_printf("/chart/summary/%s", sample_charts[i].name);
        g_autofree char *draws = g_strdup_printf("/chart/draws/%s", sample_charts[i].name);

        g_test_add_data_func(table, sample_charts[i].name, test_table);
        g_test_add_data_func(summary, sample_charts[i].name, test_summary);
        g_test_add_data_func(draws, sample_charts[i].name, test_draws);
    }
    g_test_add_func("/chart/unit/money-tick", test_money_tick_has_no_cents);
    g_test_add_func("/chart/unit/hour-ticks", test_hours_name_their_unit_once);
    g_test_add_func("/chart/period/labels", test_periods);
    g_test_add_func("/chart/period/running", test_running);
    g_test_add_func("/chart/label/money", test_money_label);
    g_test_add_func("/chart/reading/sure-change", test_sure_change);
    g_test_add_func("/chart/few-answers-name-no-score", test_few_answers_name_no_score);
    g_test_add_func("/chart/table-values", test_table_values);
    g_test_add_data_func("/chart/empty/nps", "nps-empty", test_empty);
    g_test_add_data_func("/chart/empty/frt", "frt-empty", test_empty);
    g_test_add_data_func("/chart/empty/revenue", "revenue-empty", test_empty);
    g_test_add_data_func("/chart/empty/rhythm", "rhythm-empty", test_empty);
    return g_test_run();
}
