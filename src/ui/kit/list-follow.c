/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/list-follow.h"

/* A search bar is gone after a quarter of a second. */
#define MOMENT_US (400 * G_TIME_SPAN_MILLISECOND)

#define FRAMES 2

#define FOLLOW "care-list-follow"

/* A view that was never laid out would show no row at all when it is told to scroll. */
static void
scroll(GtkListView *view)
{
    GtkSingleSelection *selection = GTK_SINGLE_SELECTION(gtk_list_view_get_model(view));
    guint selected = selection ? gtk_single_selection_get_selected(selection) : GTK_INVALID_LIST_POSITION;

    if (gtk_widget_get_height(GTK_WIDGET(view)) > 0 && selected != GTK_INVALID_LIST_POSITION)
        gtk_list_view_scroll_to(view, selected, GTK_LIST_SCROLL_NONE, NULL);
}

/* Now and then: in the first frames, and at the end. */
typedef struct {
    gint64 until;
    guint frames;
} Follow;

static gboolean
on_tick(GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
    Follow *follow = g_object_get_data(G_OBJECT(view), FOLLOW);
    gint64 now = g_get_monotonic_time();

    if (gtk_widget_get_height(view) == 0) {
        follow->until = now + MOMENT_US;
        return G_SOURCE_CONTINUE;
    }
    if (follow->frames++ < FRAMES || now >= follow->until)
        scroll(GTK_LIST_VIEW(view));
    if (now < follow->until)
        return G_SOURCE_CONTINUE;
    g_object_set_data(G_OBJECT(view), FOLLOW, NULL);
    return G_SOURCE_REMOVE;
}

void
care_list_follow_selected(GtkListView *view)
{
    Follow *follow = g_object_get_data(G_OBJECT(view), FOLLOW);

    if (!follow) {
        follow = g_new0(Follow, 1);
        g_object_set_data_full(G_OBJECT(view), FOLLOW, follow, g_free);
        gtk_widget_add_tick_callback(GTK_WIDGET(view), on_tick, NULL, NULL);
    }
    follow->until = g_get_monotonic_time() + MOMENT_US;
    follow->frames = 0;
    scroll(view);
}
