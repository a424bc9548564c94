/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cursor goes when a place is entered whose widgets have just been shown, and when what it stood on is gone. */

#include "ui/focus-keeper.h"

#include <string.h>

#include "display.h"

typedef struct {
    GtkWindow *window;
    GtkWidget *place;
    GtkWidget *first;
    GtkWidget *second;
    GtkWidget *next; /* what the page suggests */
    CareFocusKeeper *keeper;
} Fixture;

static GtkWidget *
make_place(Fixture *f)
{
    GtkWidget *view = adw_toolbar_view_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);

    f->first = gtk_button_new_with_label("First");
    f->second = gtk_button_new_with_label("Second");
    gtk_box_append(GTK_BOX(box), f->first);
    gtk_box_append(GTK_BOX(box), f->second);
    f->next = gtk_button_new_with_label("Next");
    gtk_widget_add_css_class(f->next, "suggested-action");
    gtk_box_append(GTK_BOX(box), f->next);
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), box);
    return GTK_WIDGET(adw_navigation_page_new(view, "Place"));
}

static void
set_up(Fixture *f, gconstpointer data)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *outside = gtk_button_new_with_label("Outside");

    f->place = make_place(f);
    gtk_box_append(GTK_BOX(box), outside);
    gtk_box_append(GTK_BOX(box), f->place);
    f->window = GTK_WINDOW(adw_application_window_new(NULL));
    adw_application_window_set_content(ADW_APPLICATION_WINDOW(f->window), box);
    f->keeper = care_focus_keeper_new(ADW_APPLICATION_WINDOW(f->window), f->place);
    gtk_widget_set_visible(f->second, FALSE);
    gtk_window_present(f->window);
    gtk_widget_grab_focus(outside);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    gtk_window_destroy(f->window);
    g_clear_object(&f->keeper);
    test_settle();
}

static gboolean
on_frame(GtkWidget *widget, GdkFrameClock *clock, gpointer drawn)
{
    *(gboolean *)drawn = TRUE;
    return G_SOURCE_REMOVE;
}

/* The next frame is some time away then: idle work comes before it. */
static void
wait_for_frame(Fixture *f)
{
    gboolean drawn = FALSE;

    gtk_widget_add_tick_callback(GTK_WIDGET(f->window), on_frame, &drawn, NULL);
    while (!drawn)
        g_main_context_iteration(NULL, TRUE);
}

static gboolean
is_inside(Fixture *f)
{
    GtkWidget *focus = gtk_window_get_focus(f->window);

    return focus && gtk_widget_is_ancestor(focus, f->place);
}

/* What was hidden a moment ago is not laid out yet, and Tab would take it for the uppermost. */
static void
test_just_shown(Fixture *f, gconstpointer data)
{
    gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;

    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_set_visible(f->second, TRUE);
    care_focus_keeper_enter(f->keeper, f->place);
    while (!is_inside(f) && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(gtk_window_get_focus(f->window) == f->first);
}

/* A button has done what it said and is gone: Tab would come to the one beside it, and what the page suggests is next. */
static void
test_next_step(Fixture *f, gconstpointer data)
{
    gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;

    gtk_widget_set_visible(f->second, TRUE);
    gtk_widget_grab_focus(f->first);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_set_visible(f->first, FALSE);
    while (gtk_window_get_focus(f->window) != f->next && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(gtk_window_get_focus(f->window) == f->next);
}

static void
wait_for_focus(Fixture *f, GtkWidget *widget)
{
    gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;

    while (gtk_window_get_focus(f->window) != widget && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(gtk_window_get_focus(f->window) == widget);
}

/* Who puts the cursor on what is about to show, as on a filter, means it, though what had it is gone before it shows. */
static void
test_about_to_show(Fixture *f, gconstpointer data)
{
    GtkWidget *revealer = gtk_revealer_new();
    GtkWidget *box = adw_toolbar_view_get_content(
        ADW_TOOLBAR_VIEW(adw_navigation_page_get_child(ADW_NAVIGATION_PAGE(f->place))));
    GtkWidget *filter = gtk_button_new_with_label("Filter");

    gtk_revealer_set_child(GTK_REVEALER(revealer), filter);
    gtk_box_append(GTK_BOX(box), revealer);
    gtk_widget_set_visible(f->second, TRUE);
    gtk_widget_grab_focus(f->first);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_grab_focus(filter);
    g_assert_false(gtk_widget_get_mapped(filter));
    gtk_revealer_set_reveal_child(GTK_REVEALER(revealer), TRUE);
    gtk_box_remove(GTK_BOX(box), f->first);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    test_settle();
    g_assert_true(gtk_window_get_focus(f->window) == filter);
}

/* What it did is taken back, and it is there again: whoever stayed where they were put is on it. */
static void
test_taken_back(Fixture *f, gconstpointer moves_on)
{
    gtk_widget_set_visible(f->second, TRUE);
    gtk_widget_grab_focus(f->first);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_set_visible(f->first, FALSE);
    wait_for_focus(f, f->next);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    if (moves_on)
        gtk_widget_grab_focus(f->second);
    gtk_widget_set_visible(f->first, TRUE);
    for (int i = 0; moves_on && i < 5; i++)
        wait_for_frame(f);
    wait_for_focus(f, moves_on ? f->second : f->first);
}

static GtkWidget *
list_new(int n)
{
    GtkWidget *list = gtk_list_box_new();

    for (int i = 0; i < n; i++)
        gtk_list_box_append(GTK_LIST_BOX(list), gtk_button_new_with_label("Row"));
    return list;
}

static GtkWidget *
row_of(GtkWidget *list, int index)
{
    return GTK_WIDGET(gtk_list_box_get_row_at_index(GTK_LIST_BOX(list), index));
}

static gboolean
has_cursor(Fixture *f, GtkWidget *widget)
{
    GtkWidget *focus = gtk_window_get_focus(f->window);

    return focus && (focus == widget || gtk_widget_is_ancestor(focus, widget));
}

static void
wait_for_cursor(Fixture *f, GtkWidget *widget)
{
    gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;

    while (!has_cursor(f, widget) && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(has_cursor(f, widget));
}

static GtkWidget *
view_new(GtkWidget *content)
{
    GtkWidget *view = adw_toolbar_view_new();
    GtkWidget *bar = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);

    gtk_box_append(GTK_BOX(bar), gtk_button_new_with_label("In the header"));
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), bar);
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), content);
    return view;
}

/* The last line of a group goes, and the group with it: GTK would take the first button of the header. */
static void
test_group_gone(Fixture *f, gconstpointer data)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *gone = list_new(1);
    GtkWidget *empty = list_new(0);
    GtkWidget *left = list_new(2);

    gtk_box_append(GTK_BOX(box), gone);
    gtk_box_append(GTK_BOX(box), empty);
    gtk_widget_set_visible(empty, FALSE);
    gtk_box_append(GTK_BOX(box), left);
    adw_navigation_page_set_child(ADW_NAVIGATION_PAGE(f->place), view_new(box));
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_child_focus(row_of(gone, 0), GTK_DIR_TAB_FORWARD);
    gtk_list_box_remove_all(GTK_LIST_BOX(gone));
    gtk_widget_set_visible(gone, FALSE);
    wait_for_cursor(f, row_of(left, 0));
}

static AdwDialog *
dialog_new(Fixture *f, GtkWidget *content)
{
    AdwDialog *dialog = adw_dialog_new();

    adw_dialog_set_child(dialog, view_new(content));
    adw_dialog_present(dialog, GTK_WIDGET(f->window));
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    return dialog;
}

/* Something is saved in a dialog over a dialog, whose list is made anew: one goes on at the same line. */
static void
test_below_a_dialog(Fixture *f, gconstpointer data)
{
    GtkWidget *list = list_new(3);
    AdwDialog *over;

    dialog_new(f, list);
    gtk_widget_child_focus(row_of(list, 1), GTK_DIR_TAB_FORWARD);
    over = dialog_new(f, gtk_entry_new());
    g_assert_false(has_cursor(f, list));
    gtk_list_box_remove_all(GTK_LIST_BOX(list));
    for (int i = 0; i < 3; i++)
        gtk_list_box_append(GTK_LIST_BOX(list), gtk_button_new_with_label("New Row"));
    adw_dialog_force_close(over);
    wait_for_cursor(f, row_of(list, 1));
}

/* Rows that open what they are called by, "cab" three of them. */
static GtkWidget *
records_new(const char *names)
{
    GtkWidget *list = gtk_list_box_new();

    for (const char *c = names; *c; c++) {
        GtkWidget *row = gtk_list_box_row_new();

        gtk_actionable_set_action_target(GTK_ACTIONABLE(row), "(sx)", "gift", (gint64)*c);
        gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), gtk_label_new("A gift"));
        gtk_list_box_append(GTK_LIST_BOX(list), row);
    }
    return list;
}

/* A page that is made anew with all its lists, below a dialog in which a row's thing was edited: it may have moved. */
static void
test_lists_made_anew(Fixture *f, gconstpointer data)
{
    const char *now = data;
    GtkWidget *bin = adw_bin_new(), *list = records_new("abc");
    AdwDialog *over;

    adw_bin_set_child(ADW_BIN(bin), list);
    gtk_box_append(GTK_BOX(adw_toolbar_view_get_content(
                       ADW_TOOLBAR_VIEW(adw_navigation_page_get_child(ADW_NAVIGATION_PAGE(f->place))))),
                   bin);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_grab_focus(row_of(list, 0));
    over = dialog_new(f, gtk_entry_new());
    list = records_new(now);
    adw_bin_set_child(ADW_BIN(bin), list);
    adw_dialog_force_close(over);
    wait_for_cursor(f, row_of(list, (int)(strchr(now, 'a') - now)));
}

/* The same thing has a row in a list that does not show, too, and that comes first. */
static void
test_first_is_hidden(Fixture *f, gconstpointer data)
{
    GtkWidget *bin = adw_bin_new(), *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *hidden = records_new("ab"), *greyed = records_new("ab"), *list = records_new("ab");
    AdwDialog *over;

    adw_bin_set_child(ADW_BIN(bin), list);
    gtk_box_append(GTK_BOX(adw_toolbar_view_get_content(
                       ADW_TOOLBAR_VIEW(adw_navigation_page_get_child(ADW_NAVIGATION_PAGE(f->place))))),
                   bin);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_grab_focus(row_of(list, 0));
    over = dialog_new(f, gtk_entry_new());
    list = records_new("ba");
    gtk_widget_set_visible(hidden, FALSE);
    gtk_widget_set_sensitive(greyed, FALSE);
    gtk_box_append(GTK_BOX(box), hidden);
    gtk_box_append(GTK_BOX(box), greyed);
    gtk_box_append(GTK_BOX(box), list);
    adw_bin_set_child(ADW_BIN(bin), box);
    adw_dialog_force_close(over);
    wait_for_cursor(f, row_of(list, 1));
}

static GtkWidget *
adder_new(GType type)
{
    GtkWidget *adder = g_object_new(type, NULL);

    gtk_actionable_set_detailed_action_name(GTK_ACTIONABLE(adder), "win.create(('gift', int64 97))");
    gtk_widget_set_focusable(adder, TRUE);
    return adder;
}

/* What adds a record is a row of a list that is empty, and a button above one that is not. */
static void
test_adds_another(Fixture *f, gconstpointer data)
{
    GtkWidget *bin = adw_bin_new(), *list = gtk_list_box_new();
    GtkWidget *adder = adder_new(GTK_TYPE_LIST_BOX_ROW);
    g_autoptr(GSimpleAction) create = g_simple_action_new("create", G_VARIANT_TYPE("(sx)"));
    AdwDialog *over;

    g_action_map_add_action(G_ACTION_MAP(f->window), G_ACTION(create));
    gtk_list_box_append(GTK_LIST_BOX(list), adder);
    adw_bin_set_child(ADW_BIN(bin), list);
    gtk_box_append(GTK_BOX(adw_toolbar_view_get_content(
                       ADW_TOOLBAR_VIEW(adw_navigation_page_get_child(ADW_NAVIGATION_PAGE(f->place))))),
                   bin);
    for (int i = 0; i < 5; i++)
        wait_for_frame(f);
    gtk_widget_grab_focus(adder);
    for (int i = 0; i < 2; i++) {
        GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);

        over = dialog_new(f, gtk_entry_new());
        adder = adder_new(GTK_TYPE_BUTTON);
        gtk_box_append(GTK_BOX(box), records_new("a")); /* a gift of the number that the customer has */
        gtk_box_append(GTK_BOX(box), adder);
        adw_bin_set_child(ADW_BIN(bin), box);
        adw_dialog_force_close(over);
        wait_for_cursor(f, adder);
    }
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add("/ui/focus-keeper/just-shown", Fixture, NULL, set_up, test_just_shown, tear_down);
    g_test_add("/ui/focus-keeper/about-to-show", Fixture, NULL, set_up, test_about_to_show, tear_down);
    g_test_add("/ui/focus-keeper/next-step", Fixture, NULL, set_up, test_next_step, tear_down);
    g_test_add("/ui/focus-keeper/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
    g_test_add("/ui/focus-keeper/taken-back/moved-on", Fixture, "yes", set_up, test_taken_back, tear_down);
    g_test_add("/ui/focus-keeper/group-gone", Fixture, NULL, set_up, test_group_gone, tear_down);
    g_test_add("/ui/focus-keeper/below-a-dialog", Fixture, NULL, set_up, test_below_a_dialog, tear_down);
    g_test_add("/ui/focus-keeper/lists-made-anew", Fixture, "abc", set_up, test_lists_made_anew, tear_down);
    g_test_add("/ui/focus-keeper/lists-made-anew/moved", Fixture, "bca", set_up, test_lists_made_anew,
               tear_down);
    g_test_add("/ui/focus-keeper/first-is-hidden", Fixture, NULL, set_up, test_first_is_hidden, tear_down);
    g_test_add("/ui/focus-keeper/adds-another", Fixture, NULL, set_up, test_adds_another, tear_down);
    return g_test_run();
}
