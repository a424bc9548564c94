/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board shows of a fixed shop, and the rows behind each figure. Today is Tuesday 24 November 2026. */
#include "common/insights-shop.h"
#include "ui/init.h"
#include "ui/insights/chart-card.h"
#include "ui/insights/insights-figures.h"
#include "ui/insights/insights-row.h"
#include "ui/insights/insights-rows.h"

static CareInsights *
compute(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareDate from, to;
    CareInsights *insights;

    care_insights_default_period(care_clock_today(shop->clock), &from, &to);
    insights = care_insights_compute(care_store_reader(shop->store), shop->clock, from, to, &error);
    g_assert_no_error(error);
    return insights;
}

static CareChart *
find_chart(GtkWidget *root, const char *title)
{
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        CareChart *found = NULL;

        if (CARE_IS_CHART_CARD(c))
            found = care_chart_view_get_chart(care_chart_card_get_view(CARE_CHART_CARD(c)));
        else
            found = find_chart(c, title);
        if (found && g_str_has_prefix(care_chart_get_title(found), title))
            return found;
    }
    return NULL;
}

/* The lines of a chart's table, the last n of them. */
static char *
table_end(GtkWidget *board, const char *title, guint n)
{
    CareChart *chart = find_chart(board, title);
    g_autoptr(GString) text = g_string_new(NULL);
    GPtrArray *rows;

    g_assert_nonnull(chart);
    rows = care_chart_table(chart)->rows;
    g_assert_cmpuint(rows->len, >=, n);
    for (guint i = rows->len - n; i < rows->len; i++) {
        g_autofree char *line = g_strjoinv("|", rows->pdata[i]);

        g_string_append_printf(text, "%s\n", line);
    }
    return g_string_free_and_steal(g_steal_pointer(&text));
}

static GtkWidget *
board_of(Shop *shop)
{
    g_autoptr(CareInsights) insights = compute(shop);
    GtkWidget *board = g_object_ref_sink(g_object_new(CARE_TYPE_INSIGHTS_BOARD, NULL));

    care_insights_board_show(CARE_INSIGHTS_BOARD(board), insights, care_clock_today(shop->clock),
                             care_clock_zone(shop->clock));
    return board;
}

/* "title value" of the rows behind a key, one a line; "none" where a key has no rows. */
static char *
rows_of(Shop *shop, const char *key)
{
    g_autoptr(CareInsights) insights = compute(shop);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *count = NULL;
    g_autofree char *expected = NULL;
    g_autoptr(GListModel) rows = care_insights_rows(shop->store, insights, key, &count);

    if (!rows)
        return g_strdup("none");
    for (guint i = 0; i < g_list_model_get_n_items(rows); i++) {
        g_autoptr(CareInsightsRow) row = g_list_model_get_item(rows, i);
        const char *value = care_insights_row_get_value(row);

        g_string_append_printf(text, "%s%s%s\n", care_insights_row_get_title(row), value ? " " : "",
                               value ? value : "");
    }
    expected = g_strdup_printf("%u %s", g_list_model_get_n_items(rows),
                               g_list_model_get_n_items(rows) == 1 ? "entry" : "entries");
    g_assert_cmpstr(count, ==, expected);
    return g_string_free_and_steal(g_steal_pointer(&text));
}

static void
assert_rows(Shop *shop, const char *key, const char *expected)
{
    g_autofree char *rows = rows_of(shop, key);

    g_assert_cmpstr(rows, ==, expected);
}

/* In a quarter, too, each customer counts once, with the latest answer; the rows are those that were counted. */
static void
test_scores(Shop *shop, gconstpointer data)
{
    g_autoptr(GtkWidget) board = NULL;
    g_autofree char *table = NULL;

    insights_customers(shop, 2);
    insights_feedback(shop, 1, "2026-03-01T10:00:00Z", 10, 0);
    insights_feedback(shop, 1, "2026-10-02T10:00:00Z", 6, 0);
    insights_feedback(shop, 1, "2026-10-20T10:00:00Z", 9, 0);
    insights_feedback(shop, 2, "2026-11-24T10:00:00Z", 8, 0);
    board = board_of(shop);
    table = table_end(board, "Recommend", 4);
    g_assert_cmpstr(table, ==,
                    "January to March 2026|0|0|1|1|too few|–\n"
                    "April to June 2026|0|0|0|0|too few|–\n"
                    "July to September 2026|0|0|0|0|too few|–\n"
                    "October to December 2026 so far|0|1|1|2|too few|–\n");
    assert_rows(shop, "nps:2026-10-01:promoters", "Customer 1 9 of 10\n");
    assert_rows(shop, "nps:2026-10-01:detractors", "");
    assert_rows(shop, "nps:2026-01-01:promoters", "Customer 1 10 of 10\n");
    assert_rows(shop, "nps", "Customer 2 8 of 10\nCustomer 1 9 of 10\n");
}

static void
test_first_answers(Shop *shop, gconstpointer data)
{
    g_autoptr(GtkWidget) board = NULL;
    g_autofree char *table = NULL;

    insights_customers(shop, 5);
    insights_waits(shop);
    board = board_of(shop);
    table = table_end(board, "First", 3);
    g_assert_cmpstr(table, ==,
                    "week of 9 November 2026|20 min|1|\n"
                    "week of 16 November 2026|3 h|3|\n"
                    "week of 23 November 2026 so far|–|0|\n");
    assert_rows(shop, "frt:2026-11-16", "Customer 4\nCustomer 1\nCustomer 2\n");
    assert_rows(shop, "frt:2026-11-23", "Customer 5\n");
}

static void
test_revenue(Shop *shop, gconstpointer data)
{
    g_autoptr(GtkWidget) board = NULL;
    g_autofree char *table = NULL;
    const char *expected = "December 2025|€0.00|€0.00|€60.00\n"
                           "January 2026|€200.00|€0.00|€260.00\n"
                           "February 2026|−€50.00|€200.00|€10.00\n"
                           "March 2026|€0.00|€0.00|€10.00\n";

    insights_customers(shop, 1);
    insights_revenue(shop);
    board = board_of(shop);
    table = table_end(board, "Invoiced and Paid", 12);
    g_assert_true(g_str_has_prefix(table, expected));
    g_assert_true(g_str_has_suffix(table, "November 2026 so far|€0.00|€0.00|€10.00\n"));
    assert_rows(shop, "revenue:2026-01-01:invoiced", "Customer 1 €200.00\n");
    assert_rows(shop, "revenue:2026-02-01:invoiced", "Customer 1 €50.00\n");
    assert_rows(shop, "revenue:2026-02-01:paid", "Customer 1 €200.00\n");
    assert_rows(shop, "revenue:2025-12-01:outstanding", "Customer 1 €100.00\n");
    assert_rows(shop, "revenue:2026-01-01:outstanding", "Customer 1 €100.00\nCustomer 1 €200.00\n");
}

static void
test_rhythm(Shop *shop, gconstpointer data)
{
    g_autoptr(GtkWidget) board = NULL;
    g_autofree char *table = NULL;

    insights_customers(shop, 3);
    insights_visits(shop, 1, NULL, (int[]){ 136, 106, 76, 46, 0 });
    insights_visits(shop, 2, NULL, (int[]){ 150, 120, 90, 60, 0 });
    insights_visits(shop, 3, NULL, (int[]){ 151, 121, 91, 61, 0 });
    board = board_of(shop);
    table = table_end(board, "Quiet Customers", 2);
    g_assert_cmpstr(table, ==, "Late|2|1½ times their usual interval\nLapsed|1|twice their usual interval\n");
    assert_rows(shop, "rhythm:late", "Customer 2\nCustomer 1\n");
    assert_rows(shop, "rhythm:lapsed", "Customer 3\n");
    assert_rows(shop, "rhythm:due", "");
    assert_rows(shop, "rhythm:soon", "none");
    assert_rows(shop, "weather:2026-01-01", "none");
}

/* In the year before the last twelve months, 1 and 2 came first; only 1 was there again within a year. */
static void
test_repeat(Shop *shop, gconstpointer data)
{
    insights_customers(shop, 3);
    insights_visits(shop, 1, NULL, (int[]){ 500, 300, 0 });
    insights_visits(shop, 2, NULL, (int[]){ 480, 0 });
    insights_visits(shop, 3, NULL, (int[]){ 100, 50, 0 });
    assert_rows(shop, "repeat", "Customer 2 Not within a year\nCustomer 1 Came back\n");
}

static void
finish(Shop *shop, int customer, const char *at, const char *issued)
{
    CareId job = insights_job(shop, customer, "2026-11-01", NULL, 0);

    insights_write(shop,
                   "UPDATE job SET number = '2026-%d', agreed = 100, finished = %" G_GINT64_FORMAT
                   " WHERE id = %d",
                   customer, insights_at(at), (int)job);
    if (issued)
        insights_write(shop,
                       "INSERT INTO invoice (number, type, state, customer, job, currency, prices, issued, "
                       "gross, payable, "
                       "created, changed) VALUES ('R-%d', '380', 'issued', %d, %d, 'EUR', 'gross', '%s', "
                       "100, 100, 0, 0)",
                       customer, customer, (int)job, issued);
}

static void
test_billing(Shop *shop, gconstpointer data)
{
    insights_customers(shop, 4);
    finish(shop, 1, "2026-11-10T10:00:00Z", "2026-11-13");
    finish(shop, 2, "2026-11-12T10:00:00Z", NULL);
    finish(shop, 3, "2026-11-16T10:00:00Z", "2026-11-14");
    finish(shop, 4, "2025-11-10T10:00:00Z", NULL);
    assert_rows(shop, "billing", "Customer 3 Billed before\nCustomer 2 Not billed yet\nCustomer 1 3 days\n");
}

static void
test_empty(Shop *shop, gconstpointer data)
{
    g_autoptr(CareInsights) before = compute(shop);
    g_autoptr(CareInsights) after = NULL;

    g_assert_true(care_insights_is_empty(before));
    insights_customers(shop, 1);
    insights_feedback(shop, 1, "2026-03-01T10:00:00Z", 0, 0);
    after = compute(shop);
    g_assert_false(care_insights_is_empty(after));
}

int
main(int argc, char *argv[])
{
    static const struct {
        const char *path;
        void (*test)(Shop *shop, gconstpointer data);
    } tests[] = {
        { "/insights-figures/scores", test_scores },
        { "/insights-figures/first-answers", test_first_answers },
        { "/insights-figures/revenue", test_revenue },
        { "/insights-figures/rhythm", test_rhythm },
        { "/insights-figures/repeat", test_repeat },
        { "/insights-figures/billing", test_billing },
        { "/insights-figures/empty", test_empty },
    };

    g_test_init(&argc, &argv, NULL);
    adw_init();
    care_ui_init();
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Shop, NULL, shop_set_up, tests[i].test, shop_tear_down);
    return g_test_run();
}
