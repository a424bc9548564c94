/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "display.h"
#include "insights-sample.h"
#include "ui/init.h"
#include "ui/insights/chart-card.h"
#include "ui/insights/figure-tile.h"
#include "ui/insights/insights-page.h"
#include "ui/insights/insights-row.h"
#include "ui/insights/rows-page.h"

/* A window with a filled board. */
typedef struct {
    GtkWidget *window;
    CareInsightsBoard *board;
    char *requested;
} Fixture;

static void
on_rows_requested(Fixture *fixture, const char *key)
{
    g_set_str(&fixture->requested, key);
}

static void
settle(void)
{
    while (g_main_context_iteration(NULL, FALSE))
        ;
}

/* Waits for the first frame, without which nothing has a size. */
static void
wait_for_size(GtkWidget *widget)
{
    while (gtk_widget_get_width(widget) == 0)
        g_main_context_iteration(NULL, TRUE);
}

static void
set_up(Fixture *fixture, gconstpointer data)
{
    fixture->window = adw_window_new();
    fixture->board = CARE_INSIGHTS_BOARD(g_object_new(CARE_TYPE_INSIGHTS_BOARD, NULL));
    g_signal_connect_swapped(fixture->board, "rows-requested", G_CALLBACK(on_rows_requested), fixture);
    adw_window_set_content(ADW_WINDOW(fixture->window), GTK_WIDGET(fixture->board));
    gtk_window_set_default_size(GTK_WINDOW(fixture->window), GPOINTER_TO_INT(data), 800);
    insights_sample_fill(fixture->board);
    gtk_window_present(GTK_WINDOW(fixture->window));
    wait_for_size(GTK_WIDGET(fixture->board));
    settle();
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    gtk_window_destroy(GTK_WINDOW(fixture->window));
    g_free(fixture->requested);
    settle();
}

/* The n-th descendant of a type, depth first. */
static GtkWidget *
find(GtkWidget *root, GType type, guint *n)
{
    for (GtkWidget *child = gtk_widget_get_first_child(root); child;
         child = gtk_widget_get_next_sibling(child)) {
        GtkWidget *found;

        if (g_type_is_a(G_OBJECT_TYPE(child), type) && (*n)-- == 0)
            return child;
        found = find(child, type, n);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static gpointer
nth(Fixture *fixture, GType type, guint n)
{
    return find(GTK_WIDGET(fixture->board), type, &n);
}

static CareChartView *
view_of(Fixture *fixture, guint card)
{
    return care_chart_card_get_view(CARE_CHART_CARD(nth(fixture, CARE_TYPE_CHART_CARD, card)));
}

static gboolean
press(CareChartView *view, guint key)
{
    g_autoptr(GListModel) controllers = gtk_widget_observe_controllers(GTK_WIDGET(view));

    for (guint i = 0; i < g_list_model_get_n_items(controllers); i++) {
        g_autoptr(GtkEventController) controller = g_list_model_get_item(controllers, i);
        gboolean handled = FALSE;

        if (!GTK_IS_EVENT_CONTROLLER_KEY(controller))
            continue;
        g_signal_emit_by_name(controller, "key-pressed", key, 0, 0, &handled);
        return handled;
    }
    g_assert_not_reached();
}

static void
test_shows_all(Fixture *fixture, gconstpointer data)
{
    g_assert_nonnull(nth(fixture, CARE_TYPE_FIGURE_TILE, 3));
    g_assert_null(nth(fixture, CARE_TYPE_FIGURE_TILE, 4));
    g_assert_nonnull(nth(fixture, CARE_TYPE_CHART_CARD, 4));
    g_assert_null(nth(fixture, CARE_TYPE_CHART_CARD, 5));
}

static void
test_tile_opens_rows(Fixture *fixture, gconstpointer data)
{
    static const char *const keys[] = { "nps", "frt", "repeat", "billing" };

    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_signal_emit_by_name(nth(fixture, CARE_TYPE_FIGURE_TILE, i), "clicked");
        g_assert_cmpstr(fixture->requested, ==, keys[i]);
    }
}

static void
test_keyboard_walks(Fixture *fixture, gconstpointer data)
{
    CareChartView *view = view_of(fixture, 0);

    g_assert_true(gtk_widget_grab_focus(GTK_WIDGET(view)));
    g_assert_true(press(view, GDK_KEY_Home));
    g_assert_cmpstr(care_chart_view_get_cursor_label(view), ==, "January to March 2026, 4 answers of 0–6");
    g_assert_true(press(view, GDK_KEY_Right));
    g_assert_cmpstr(care_chart_view_get_cursor_label(view), ==, "January to March 2026, 6 answers of 7–8");
    g_assert_true(press(view, GDK_KEY_Down));
    g_assert_cmpstr(care_chart_view_get_cursor_label(view), ==, "April to June 2026, 6 answers of 7–8");
    g_assert_true(press(view, GDK_KEY_End));
    g_assert_nonnull(strstr(care_chart_view_get_cursor_label(view), "score +74"));
}

static void
test_keyboard_stays_at_the_edge(Fixture *fixture, gconstpointer data)
{
    CareChartView *view = view_of(fixture, 0);

    press(view, GDK_KEY_Home);
    g_assert_true(press(view, GDK_KEY_Left));
    g_assert_cmpint(care_chart_view_get_cursor(view), ==, 0);
    g_assert_true(press(view, GDK_KEY_Up));
    g_assert_cmpint(care_chart_view_get_cursor(view), ==, 0);
}

static void
test_enter_opens_rows(Fixture *fixture, gconstpointer data)
{
    CareChartView *view = view_of(fixture, 2);

    press(view, GDK_KEY_End);
    g_assert_true(press(view, GDK_KEY_Return));
    g_assert_cmpstr(fixture->requested, ==, "revenue:2026-11-01:outstanding");
}

static void
test_enter_without_cursor(Fixture *fixture, gconstpointer data)
{
    g_assert_false(press(view_of(fixture, 2), GDK_KEY_Return));
    g_assert_null(fixture->requested);
}

static void
test_other_keys_pass(Fixture *fixture, gconstpointer data)
{
    g_assert_false(press(view_of(fixture, 0), GDK_KEY_Tab));
    g_assert_false(press(view_of(fixture, 0), GDK_KEY_a));
}

static void
test_role_and_name(Fixture *fixture, gconstpointer data)
{
    for (guint i = 0; i < 5; i++) {
        CareChartView *view = view_of(fixture, i);

        g_assert_cmpint(gtk_accessible_get_accessible_role(GTK_ACCESSIBLE(view)), ==,
                        GTK_ACCESSIBLE_ROLE_IMG);
        gtk_test_accessible_assert_property(view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            care_chart_get_title(care_chart_view_get_chart(view)));
        g_assert_true(
            gtk_test_accessible_has_property(GTK_ACCESSIBLE(view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
        g_assert_true(gtk_widget_get_focusable(GTK_WIDGET(view)));
    }
}

static void
test_table_twin(Fixture *fixture, gconstpointer data)
{
    CareChartCard *card = nth(fixture, CARE_TYPE_CHART_CARD, 0);
    guint first = 0;
    GtkWidget *table;

    g_assert_true(gtk_widget_activate_action(GTK_WIDGET(card), "card.show-table", NULL));
    table = find(GTK_WIDGET(card), GTK_TYPE_COLUMN_VIEW, &first);
    g_assert_nonnull(table);
    g_assert_cmpuint(g_list_model_get_n_items(gtk_column_view_get_columns(GTK_COLUMN_VIEW(table))), ==, 7);
    g_assert_cmpuint(
        g_list_model_get_n_items(G_LIST_MODEL(gtk_column_view_get_model(GTK_COLUMN_VIEW(table)))), ==, 4);
    gtk_widget_activate_action(GTK_WIDGET(card), "card.show-table", NULL);
    g_assert_true(gtk_widget_get_child_visible(GTK_WIDGET(care_chart_card_get_view(card))));
}

static void
test_fresh_figures_keep_the_table(Fixture *fixture, gconstpointer data)
{
    CareChartCard *card = nth(fixture, CARE_TYPE_CHART_CARD, 1);
    gboolean table = FALSE;

    g_object_set(card, "show-table", TRUE, NULL);
    insights_sample_fill(fixture->board);
    g_assert_true(nth(fixture, CARE_TYPE_CHART_CARD, 1) == (gpointer)card);
    g_object_get(card, "show-table", &table, NULL);
    g_assert_true(table);
    g_assert_null(nth(fixture, CARE_TYPE_FIGURE_TILE, 4));
}

static void
test_empty_shop(Fixture *fixture, gconstpointer data)
{
    insights_sample_fill_empty(fixture->board);
    settle();
    for (guint i = 0; i < 5; i++) {
        g_assert_true(care_chart_is_empty(care_chart_view_get_chart(view_of(fixture, i))));
        g_assert_false(press(view_of(fixture, i), GDK_KEY_Right));
    }
    g_signal_emit_by_name(nth(fixture, CARE_TYPE_FIGURE_TILE, 0), "clicked");
    g_assert_cmpstr(fixture->requested, ==, "nps");
}

static void
test_fits(Fixture *fixture, gconstpointer data)
{
    int width = GPOINTER_TO_INT(data), minimum;

    gtk_widget_measure(GTK_WIDGET(fixture->board), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                       NULL);
    g_assert_cmpint(minimum, <=, 360);
    g_assert_cmpint(gtk_widget_get_width(GTK_WIDGET(fixture->board)), <=, MAX(width, minimum));
    for (guint i = 0; i < 5; i++)
        g_assert_cmpint(gtk_widget_get_width(GTK_WIDGET(view_of(fixture, i))), >=, 250);
}

static CareChart *
chart_of(Fixture *fixture, guint card)
{
    return care_chart_view_get_chart(view_of(fixture, card));
}

/* Right-aligned figures have theirs above their end. */
static void
check_headings(GtkWidget *columns)
{
    GtkWidget *heading = gtk_widget_get_first_child(gtk_widget_get_first_child(columns));
    graphene_rect_t box;
    guint n = 0;

    while ((heading = gtk_widget_get_next_sibling(heading))) {
        guint first = 0;
        GtkWidget *words = find(heading, GTK_TYPE_LABEL, &first);
        float end;

        g_assert_true(gtk_widget_compute_bounds(words, heading, &box));
        end = box.origin.x + box.size.width;
        g_assert_cmpfloat((float)gtk_widget_get_width(heading) - end, <=, 12.0f);
        n++;
    }
    g_assert_cmpuint(n, >, 0);
}

static gboolean
is_table_shown(Fixture *fixture, guint card)
{
    GtkWidget *within = nth(fixture, CARE_TYPE_CHART_CARD, card);
    guint first = 0, second = 0;

    return gtk_widget_get_mapped(find(within, GTK_TYPE_COLUMN_VIEW, &first))
           != gtk_widget_get_mapped(find(within, GTK_TYPE_LIST_BOX, &second));
}

/* On a busy machine the first frame is late. */
static void
wait_for_tables(Fixture *fixture)
{
    gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;

    for (guint i = 0; i < 5; i++)
        while (!is_table_shown(fixture, i) && g_get_monotonic_time() < end)
            g_main_context_iteration(NULL, FALSE);
}

/* Whichever of the two is shown has room for all that it says; narrow, no table of months does in columns. */
static void
test_tables_fit(Fixture *fixture, gconstpointer data)
{
    guint n_rows = 0;

    for (guint i = 0; i < 5; i++)
        g_object_set(nth(fixture, CARE_TYPE_CHART_CARD, i), "show-table", TRUE, NULL);
    wait_for_tables(fixture);
    for (gint64 end = g_get_monotonic_time() + 300000; g_get_monotonic_time() < end;)
        g_main_context_iteration(NULL, FALSE);
    for (guint i = 0; i < 5; i++) {
        GtkWidget *card = nth(fixture, CARE_TYPE_CHART_CARD, i);
        guint first = 0, second = 0;
        GtkWidget *columns = find(card, GTK_TYPE_COLUMN_VIEW, &first);
        GtkWidget *rows = find(card, GTK_TYPE_LIST_BOX, &second);
        GtkWidget *shown = gtk_widget_get_mapped(columns) ? columns : rows;
        int needed;

        g_assert_true(gtk_widget_get_mapped(columns) != gtk_widget_get_mapped(rows));
        gtk_widget_measure(shown, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
        if (shown == columns)
            check_headings(columns);
        if (shown == rows)
            g_assert_cmpint(needed, <=, gtk_widget_get_width(gtk_widget_get_parent(shown)));
        g_assert_cmpint(gtk_widget_get_height(shown), >=,
                        20 * (int)care_chart_table(chart_of(fixture, i))->rows->len);
        g_assert_cmpint(gtk_widget_get_width(card), <=, GPOINTER_TO_INT(data));
        n_rows += shown == rows;
    }
    g_assert_cmpuint(n_rows, >=, GPOINTER_TO_INT(data) == 360 ? 2 : 0);
}

/* The rows of a figure come as a page with a way back, and a row opens its record. */
static void
on_open_action(GSimpleAction *action, GVariant *parameter, char **opened)
{
    g_autofree char *text = g_variant_print(parameter, FALSE);

    g_set_str(opened, text);
}

static GtkWidget *
find_label(GtkWidget *within, const char *text)
{
    for (guint i = 0;; i++) {
        guint n = i;
        GtkWidget *label = find(within, GTK_TYPE_LABEL, &n);

        if (label == NULL || g_str_equal(gtk_label_get_text(GTK_LABEL(label)), text))
            return label;
    }
}

static void
test_rows_open_records(void)
{
    GtkWidget *window = adw_window_new();
    g_autoptr(GListStore) rows = g_list_store_new(CARE_TYPE_INSIGHTS_ROW);
    g_autoptr(CareInsightsRow) row
        = care_insights_row_new("feedback", 7, "Bea Koch would recommend you", "Fri 20 Nov", "9 of 10");
    g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new();
    g_autoptr(GSimpleAction) action = g_simple_action_new("open", G_VARIANT_TYPE("(sx)"));
    g_autofree char *opened = NULL;
    CareRowsPage *page;
    guint first = 0;
    GtkWidget *list;

    g_list_store_append(rows, row);
    page = care_rows_page_new("13 answers of 9–10", NULL, G_LIST_MODEL(rows));
    g_signal_connect(action, "activate", G_CALLBACK(on_open_action), &opened);
    g_action_map_add_action(G_ACTION_MAP(group), G_ACTION(action));
    gtk_widget_insert_action_group(window, "win", G_ACTION_GROUP(group));
    adw_window_set_content(ADW_WINDOW(window), GTK_WIDGET(page));
    gtk_window_present(GTK_WINDOW(window));
    settle();
    list = find(GTK_WIDGET(page), GTK_TYPE_LIST_VIEW, &first);
    g_assert_false(gtk_label_get_wrap(GTK_LABEL(find_label(list, "9 of 10"))));
    g_signal_emit_by_name(list, "activate", 0);
    g_assert_cmpstr(opened, ==, "('feedback', 7)");
    gtk_window_destroy(GTK_WINDOW(window));
    settle();
}

static void
test_page_goes_to_rows_and_back(void)
{
    GtkWidget *window = adw_window_new();
    CareInsightsPage *page = g_object_new(CARE_TYPE_INSIGHTS_PAGE, NULL);
    g_autoptr(GListStore) rows = g_list_store_new(CARE_TYPE_INSIGHTS_ROW);
    guint first = 0;
    AdwNavigationView *view;

    adw_window_set_content(ADW_WINDOW(window), GTK_WIDGET(page));
    view = ADW_NAVIGATION_VIEW(find(GTK_WIDGET(page), ADW_TYPE_NAVIGATION_VIEW, &first));
    care_insights_page_show_rows(page, "Late", NULL, G_LIST_MODEL(rows));
    g_assert_true(CARE_IS_ROWS_PAGE(adw_navigation_view_get_visible_page(view)));
    care_insights_page_show_rows(page, "Lapsed", NULL, G_LIST_MODEL(rows));
    g_assert_cmpstr(adw_navigation_page_get_title(adw_navigation_view_get_visible_page(view)), ==, "Lapsed");
    adw_navigation_view_pop(view);
    g_assert_cmpstr(adw_navigation_page_get_tag(adw_navigation_view_get_visible_page(view)), ==, "figures");
    gtk_window_destroy(GTK_WINDOW(window));
    settle();
}

/* A shop that cannot be read says so; figures that were there are not left standing, and the way on is a button. */
static void
test_page_says_what_went_wrong(void)
{
    g_autoptr(CareContext) context = test_context_new();
    GtkWidget *window = adw_window_new();
    GtkWidget *page, *stack;
    guint first = 0, button = 0;

    care_store_close(care_context_get_store(context));
    page = g_object_new(CARE_TYPE_INSIGHTS_PAGE, "context", context, NULL);
    adw_window_set_content(ADW_WINDOW(window), page);
    stack = find(page, GTK_TYPE_STACK, &first);
    settle();
    g_assert_cmpstr(gtk_stack_get_visible_child_name(GTK_STACK(stack)), ==, "trouble");
    g_assert_nonnull(find_label(page, "The shop was closed meanwhile. Nothing was changed."));
    g_assert_nonnull(find(gtk_stack_get_visible_child(GTK_STACK(stack)), GTK_TYPE_BUTTON, &button));
    gtk_window_destroy(GTK_WINDOW(window));
    settle();
}

int
main(int argc, char *argv[])
{
    static const struct {
        const char *path;
        void (*test)(Fixture *fixture, gconstpointer data);
        int width;
    } tests[] = {
        { "shows-all", test_shows_all, 1040 },
        { "tile-opens-rows", test_tile_opens_rows, 1040 },
        { "keyboard-walks", test_keyboard_walks, 1040 },
        { "keyboard-stays-at-the-edge", test_keyboard_stays_at_the_edge, 1040 },
        { "enter-opens-rows", test_enter_opens_rows, 1040 },
        { "enter-without-cursor", test_enter_without_cursor, 1040 },
        { "other-keys-pass", test_other_keys_pass, 1040 },
        { "role-and-name", test_role_and_name, 1040 },
        { "table-twin", test_table_twin, 1040 },
        { "fresh-figures-keep-the-table", test_fresh_figures_keep_the_table, 1040 },
        { "empty-shop", test_empty_shop, 1040 },
        { "fits/narrow", test_fits, 360 },
        { "fits/middle", test_fits, 700 },
        { "fits/wide", test_fits, 1280 },
        { "tables-fit/narrow", test_tables_fit, 360 },
        { "tables-fit/wide", test_tables_fit, 1280 },
    };

    g_setenv("GTK_A11Y", "test", TRUE);
    g_setenv("GSK_RENDERER", "cairo", TRUE);
    g_test_init(&argc, &argv, NULL);
    adw_init();
    care_ui_init();
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/insights/%s", tests[i].path);

        g_test_add(path, Fixture, GINT_TO_POINTER(tests[i].width), set_up, tests[i].test, tear_down);
    }
    g_test_add_func("/insights/rows/open-records", test_rows_open_records);
    g_test_add_func("/insights/page/trouble", test_page_says_what_went_wrong);
    g_test_add_func("/insights/rows/and-back", test_page_goes_to_rows_and_back);
    return g_test_run();
}
