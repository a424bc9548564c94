/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cursor goes when a place is entered whose widgets have just been shown. */

#include "ui/focus-keeper.h"

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

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add("/ui/focus-keeper/just-shown", Fixture, NULL, set_up, test_just_shown, tear_down);
    g_test_add("/ui/focus-keeper/next-step", Fixture, NULL, set_up, test_next_step, tear_down);
    return g_test_run();
}
