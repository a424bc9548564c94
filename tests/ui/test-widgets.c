/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shared widgets: folding, the timeline's months, the lane's signals, undo. */

#include "display.h"

#include "ui/kit/avatar.h"
#include "ui/kit/columns.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/wrap.h"
#include "ui/parts/person-row.h"
#include "ui/parts/plan-lane.h"
#include "ui/parts/timeline-row.h"
#include "ui/parts/timeline.h"
#include "ui/kit/toast.h"

static void
add_squares(GtkWidget *columns, int n)
{
    for (int i = 0; i < n; i++) {
        GtkWidget *square = gtk_drawing_area_new();

        gtk_widget_set_size_request(square, 50, 40);
        care_columns_append(CARE_COLUMNS(columns), square, -i);
    }
}

static void
test_columns_fold(void)
{
    g_autoptr(GtkWidget) columns = g_object_ref_sink(care_columns_new(100, 10));
    const struct {
        int width, height;
    } at[] = { { 430, 40 }, { 429, 90 }, { 210, 90 }, { 209, 190 }, { 50, 190 } };

    add_squares(columns, 4);
    for (guint i = 0; i < G_N_ELEMENTS(at); i++) {
        int minimum;

        gtk_widget_measure(columns, GTK_ORIENTATION_VERTICAL, at[i].width, &minimum, NULL, NULL, NULL);
        g_assert_cmpint(minimum, ==, at[i].height);
    }
}

/* Unfolded the children keep their own order, folded the order of what matters. */
static void
test_columns_order(void)
{
    g_autoptr(GtkWidget) columns = g_object_ref_sink(care_columns_new(100, 10));
    GtkWidget *first;
    graphene_rect_t bounds;

    add_squares(columns, 4);
    first = gtk_widget_get_first_child(columns);
    gtk_widget_allocate(columns, 430, 40, -1, NULL);
    g_assert_true(gtk_widget_compute_bounds(first, columns, &bounds));
    g_assert_cmpfloat(bounds.origin.x, ==, 0);
    gtk_widget_allocate(columns, 210, 90, -1, NULL);
    g_assert_true(gtk_widget_compute_bounds(first, columns, &bounds));
    g_assert_cmpfloat(bounds.origin.x, ==, 110);
    g_assert_cmpfloat(bounds.origin.y, ==, 50);
}

static void
test_columns_empty(void)
{
    g_autoptr(GtkWidget) columns = g_object_ref_sink(care_columns_new(100, 10));
    int minimum = -1;

    gtk_widget_measure(columns, GTK_ORIENTATION_VERTICAL, 300, &minimum, NULL, NULL, NULL);
    g_assert_cmpint(minimum, ==, 0);
}

static GtkWidget *
wrap_of_two(void)
{
    GtkWidget *wrap = g_object_ref_sink(care_wrap_new(10, 0));

    for (int i = 0; i < 2; i++) {
        GtkWidget *square = gtk_drawing_area_new();

        gtk_widget_set_size_request(square, 50, 40);
        care_wrap_append(CARE_WRAP(wrap), square);
    }
    return wrap;
}

/* Beside each other as long as there is room, and from the side that text begins on, alone in a line, too. */
static void
test_wrap(void)
{
    const struct {
        GtkTextDirection direction;
        int width, height;
        float first_x, second_x, second_y;
    } at[] = {
        { GTK_TEXT_DIR_LTR, 110, 40, 0, 60, 0 },   { GTK_TEXT_DIR_LTR, 109, 90, 0, 0, 50 },
        { GTK_TEXT_DIR_RTL, 120, 40, 70, 10, 0 },  { GTK_TEXT_DIR_RTL, 109, 90, 59, 59, 50 },
        { GTK_TEXT_DIR_RTL, 200, 40, 150, 90, 0 },
    };
    g_autoptr(GtkWidget) wrap = wrap_of_two();

    for (gsize i = 0; i < G_N_ELEMENTS(at); i++) {
        graphene_rect_t first, second;
        int minimum;

        gtk_widget_set_direction(wrap, at[i].direction);
        gtk_widget_measure(wrap, GTK_ORIENTATION_VERTICAL, at[i].width, &minimum, NULL, NULL, NULL);
        g_assert_cmpint(minimum, ==, at[i].height);
        gtk_widget_allocate(wrap, at[i].width, at[i].height, -1, NULL);
        g_assert_true(gtk_widget_compute_bounds(gtk_widget_get_first_child(wrap), wrap, &first));
        g_assert_true(gtk_widget_compute_bounds(gtk_widget_get_last_child(wrap), wrap, &second));
        g_assert_cmpfloat(first.origin.x, ==, at[i].first_x);
        g_assert_cmpfloat(second.origin.x, ==, at[i].second_x);
        g_assert_cmpfloat(second.origin.y, ==, at[i].second_y);
    }
}

/* Eleven numbers stand as six and five, not as eight and three. */
static void
test_wrap_even(void)
{
    static const int beside[][2] = { { 11, 1000 }, { 6, 470 }, { 4, 230 }, { 1, 50 } };
    g_autoptr(GtkWidget) wrap = wrap_of_two();

    for (int i = 2; i < 11; i++) {
        GtkWidget *square = gtk_drawing_area_new();

        gtk_widget_set_size_request(square, 50, 40);
        care_wrap_append(CARE_WRAP(wrap), square);
    }
    g_object_set(wrap, "even", TRUE, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(beside); i++) {
        int height, in_first = 0;

        gtk_widget_measure(wrap, GTK_ORIENTATION_VERTICAL, beside[i][1], &height, NULL, NULL, NULL);
        gtk_widget_allocate(wrap, beside[i][1], height, -1, NULL);
        for (GtkWidget *child = gtk_widget_get_first_child(wrap); child;
             child = gtk_widget_get_next_sibling(child)) {
            graphene_rect_t bounds;

            g_assert_true(gtk_widget_compute_bounds(child, wrap, &bounds));
            in_first += bounds.origin.y == 0;
        }
        g_assert_cmpint(in_first, ==, beside[i][0]);
    }
}

/* What expands has the rest of its line. */
static void
test_wrap_expands(void)
{
    g_autoptr(GtkWidget) wrap = wrap_of_two();
    GtkWidget *first = gtk_widget_get_first_child(wrap);

    gtk_widget_set_hexpand(first, TRUE);
    gtk_widget_allocate(wrap, 200, 40, -1, NULL);
    g_assert_cmpint(gtk_widget_get_width(first), ==, 140);
    gtk_widget_allocate(wrap, 100, 90, -1, NULL);
    g_assert_cmpint(gtk_widget_get_width(first), ==, 100);
}

static GListStore *
entries_new(guint n)
{
    GListStore *store = g_list_store_new(CARE_TYPE_TIMELINE_ENTRY);

    for (guint i = 0; i < n; i++) {
        g_autofree char *month = g_strdup_printf("Month %u", i / 3);
        g_autoptr(CareTimelineEntry) entry = care_timeline_entry_new(
            "job", i + 1, "care-wrench-symbolic", CARE_TONE_NEUTRAL, month, "Fri 20", "Done");

        g_list_store_append(store, entry);
    }
    return store;
}

static GtkListBox *
list_in(GtkWidget *widget)
{
    if (GTK_IS_LIST_BOX(widget))
        return GTK_LIST_BOX(widget);
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c)) {
        GtkListBox *found = list_in(c);

        if (found)
            return found;
    }
    return NULL;
}

static guint
count_rows(GtkWidget *timeline)
{
    guint n = 0;

    while (gtk_list_box_get_row_at_index(list_in(timeline), n))
        n++;
    return n;
}

static void
test_timeline_months(void)
{
    g_autoptr(GtkWidget) timeline = g_object_ref_sink(g_object_new(CARE_TYPE_TIMELINE, NULL));
    g_autoptr(GListStore) entries = entries_new(7);
    GtkListBox *list;

    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(entries));
    list = list_in(timeline);
    for (guint i = 0; i < 7; i++) {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index(list, i);

        g_assert_cmpint(gtk_list_box_row_get_header(row) != NULL, ==, i % 3 == 0);
    }
}

static void
wait_for_rows(GtkWidget *timeline, guint n)
{
    while (count_rows(timeline) < n)
        g_main_context_iteration(NULL, TRUE);
}

static void
test_timeline_pages(void)
{
    g_autoptr(GtkWidget) timeline = g_object_ref_sink(g_object_new(CARE_TYPE_TIMELINE, NULL));
    g_autoptr(GListStore) entries = entries_new(120);

    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(entries));
    g_assert_cmpuint(count_rows(timeline), >=, 8); /* what is seen is there at once, */
    g_assert_cmpuint(count_rows(timeline), <, 24);
    wait_for_rows(timeline, 50); /* the rest of the page follows */
    test_settle();
    g_assert_cmpuint(count_rows(timeline), ==, 50);
    g_list_store_remove(entries, 0);
    g_assert_cmpuint(count_rows(timeline), ==, 50);
    g_list_store_splice(entries, 0, 100, NULL, 0);
    g_assert_cmpuint(count_rows(timeline), ==, 19);
    care_timeline_set_entries(CARE_TIMELINE(timeline), NULL);
    g_assert_cmpuint(count_rows(timeline), ==, 0);
}

/* What is emptied or thrown away while it still grows must not grow. */
static void
test_timeline_stops(void)
{
    g_autoptr(GtkWidget) timeline = g_object_ref_sink(g_object_new(CARE_TYPE_TIMELINE, NULL));
    g_autoptr(GListStore) many = entries_new(120);
    g_autoptr(GListStore) few = entries_new(3);

    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(many));
    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(few));
    g_assert_cmpuint(count_rows(timeline), ==, 3);
    g_usleep(400 * 1000);
    test_settle();
    g_assert_cmpuint(count_rows(timeline), ==, 3);
    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(many));
    g_clear_object(&timeline);
    g_usleep(400 * 1000);
    test_settle();
}

static void
test_timeline_tools(void)
{
    g_autoptr(GtkWidget) timeline = g_object_ref_sink(g_object_new(CARE_TYPE_TIMELINE, NULL));
    g_autoptr(GListStore) entries = entries_new(4);
    GtkWidget *tools = gtk_button_new_with_label("Print");

    care_timeline_set_tools(CARE_TIMELINE(timeline), tools);
    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(entries));
    g_assert_true(gtk_widget_is_ancestor(tools, timeline));
    g_list_store_remove(entries, 0);
    g_assert_true(gtk_widget_is_ancestor(tools, timeline));
}

static void
on_step(CarePlanLane *lane, guint index, gpointer user_data)
{
    *(int *)user_data = index;
}

static void
test_lane(void)
{
    static const CareLaneStep steps[] = {
        { "care-wrench-symbolic", CARE_TONE_OWED, "start", "Thu 26 Nov", "Hand-over", "promised 16:00" },
        { "care-heart-symbolic", CARE_TONE_NEUTRAL, "after 1 day", "Fri 27 Nov", "Thank-you", "" },
    };
    g_autoptr(GtkWidget) lane = g_object_ref_sink(g_object_new(CARE_TYPE_PLAN_LANE, NULL));
    GtkListBoxRow *row;
    int activated = -1;

    g_signal_connect(lane, "step-activated", G_CALLBACK(on_step), &activated);
    care_plan_lane_set_steps(CARE_PLAN_LANE(lane), steps, G_N_ELEMENTS(steps));
    row = gtk_list_box_get_row_at_index(list_in(lane), 1);
    g_signal_emit_by_name(list_in(lane), "row-activated", row);
    g_assert_cmpint(activated, ==, 1);
    g_assert_cmpstr(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), ==, "Fri 27 Nov");

    care_plan_lane_set_steps(CARE_PLAN_LANE(lane), steps, 1);
    g_assert_null(gtk_list_box_get_row_at_index(list_in(lane), 1));
}

static void
append(gpointer user_data)
{
    GString *log = g_object_get_data(user_data, "log");

    g_string_append(log, g_object_get_data(user_data, "name"));
}

static GObject *
deed_new(GString *log, const char *name)
{
    GObject *deed = g_object_new(G_TYPE_OBJECT, NULL);

    g_object_set_data(deed, "log", log);
    g_object_set_data(deed, "name", (gpointer)name);
    return deed;
}

/* The last deed first, each once; a closed toast leaves its deed undoable. */
static void
test_undo(void)
{
    g_autoptr(GString) log = g_string_new(NULL);
    GtkWidget *window = gtk_window_new();
    GtkWidget *overlay = adw_toast_overlay_new();

    gtk_window_set_child(GTK_WINDOW(window), overlay);
    care_toast_set_overlay(window, ADW_TOAST_OVERLAY(overlay));
    g_assert_false(care_toast_undo_last(overlay));
    care_toast_undo(overlay, "Bea Koch deleted", append, deed_new(log, "a"), g_object_unref);
    care_toast_undo(overlay, "Job & more deleted", append, deed_new(log, "b"), g_object_unref);
    adw_toast_overlay_dismiss_all(ADW_TOAST_OVERLAY(overlay));
    g_assert_true(care_toast_undo_last(overlay));
    g_assert_true(care_toast_undo_last(overlay));
    g_assert_false(care_toast_undo_last(overlay));
    g_assert_cmpstr(log->str, ==, "ba");
    gtk_window_destroy(GTK_WINDOW(window));
}

/* What an old deed holds is let go of when it falls off the stack, and all of it with the window. */
static void
test_undo_lets_go(void)
{
    g_autoptr(GString) log = g_string_new(NULL);
    GtkWidget *window = gtk_window_new();
    GtkWidget *overlay = adw_toast_overlay_new();
    GObject *first = deed_new(log, "1"), *last = NULL;

    gtk_window_set_child(GTK_WINDOW(window), overlay);
    care_toast_set_overlay(window, ADW_TOAST_OVERLAY(overlay));
    g_object_add_weak_pointer(first, (gpointer *)&first);
    care_toast_undo(overlay, "Deleted", append, first, g_object_unref);
    for (int i = 0; i < 20; i++) {
        last = deed_new(log, "x");
        care_toast_undo(overlay, "Deleted", append, last, g_object_unref);
    }
    g_assert_null(first);
    g_object_add_weak_pointer(last, (gpointer *)&last);
    gtk_window_destroy(GTK_WINDOW(window));
    test_settle();
    g_assert_null(last);
    g_assert_cmpstr(log->str, ==, "");
}

/* Initials are those of words. */
static void
test_avatar(void)
{
    static const char *const names[][2] = { { "Greta Amp & Sons <i>", "Greta Amp Sons" },
                                            { "Zed Zapp A&B", "Zed Zapp A&B" },
                                            { "Łucja Żak (Berlin)", "Łucja Żak" },
                                            { "& Co", "Co" },
                                            { "…", "" },
                                            { NULL, "" } };
    g_autoptr(GtkWidget) avatar = g_object_ref_sink(adw_avatar_new(32, NULL, TRUE));

    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        care_avatar_set_name(ADW_AVATAR(avatar), names[i][0]);
        g_assert_cmpstr(adw_avatar_get_text(ADW_AVATAR(avatar)), ==, names[i][1]);
    }
}

static GtkWidget *
label_of(GtkWidget *widget, const char *text)
{
    GtkWidget *found
        = GTK_IS_LABEL(widget) && g_str_equal(gtk_label_get_text(GTK_LABEL(widget)), text) ? widget : NULL;

    for (GtkWidget *c = gtk_widget_get_first_child(widget); c && !found; c = gtk_widget_get_next_sibling(c))
        found = label_of(c, text);
    return found;
}

static float
start_of_title(GtkWidget *row)
{
    graphene_rect_t bounds;
    int height;

    gtk_widget_measure(row, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
    gtk_widget_allocate(row, 300, height, -1, NULL);
    g_assert_true(gtk_widget_compute_bounds(label_of(row, "Ann Lee"), row, &bounds));
    return bounds.origin.x;
}

/* Without the avatar the words begin where those of any row do. */
static void
test_person_without_avatar(void)
{
    g_autoptr(GtkWidget) person = g_object_ref_sink(care_person_row_new("Ann Lee", NULL, "Today"));
    g_autoptr(GtkWidget) plain = g_object_ref_sink(care_plain_row_new("Ann Lee", "Today"));
    float beside = start_of_title(person);

    care_person_row_set_show_avatar(CARE_PERSON_ROW(person), FALSE);
    g_assert_cmpfloat(start_of_title(person), ==, start_of_title(plain));
    care_person_row_set_show_avatar(CARE_PERSON_ROW(person), TRUE);
    g_assert_cmpfloat(start_of_title(person), ==, beside);
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/ui/columns/fold", test_columns_fold);
    g_test_add_func("/ui/columns/order", test_columns_order);
    g_test_add_func("/ui/columns/empty", test_columns_empty);
    g_test_add_func("/ui/avatar", test_avatar);
    g_test_add_func("/ui/person-row/without-avatar", test_person_without_avatar);
    g_test_add_func("/ui/wrap/lines", test_wrap);
    g_test_add_func("/ui/wrap/even", test_wrap_even);
    g_test_add_func("/ui/wrap/expands", test_wrap_expands);
    g_test_add_func("/ui/timeline/months", test_timeline_months);
    g_test_add_func("/ui/timeline/pages", test_timeline_pages);
    g_test_add_func("/ui/timeline/stops", test_timeline_stops);
    g_test_add_func("/ui/timeline/tools", test_timeline_tools);
    g_test_add_func("/ui/lane", test_lane);
    g_test_add_func("/ui/undo/order", test_undo);
    g_test_add_func("/ui/undo/lets-go", test_undo_lets_go);
    return g_test_run();
}
