/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/dialog-focus.h"

#include "ui/kit/early-keys.h"

#define PLACED "care-placed"

/* In a row of several, the sheet may have moved the cursor along it. */
static gboolean
has_cursor(GtkWidget *widget)
{
    GtkRoot *root = gtk_widget_get_root(widget);
    GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;

    return focus && (focus == widget || (GTK_IS_EDITABLE(widget) && gtk_widget_is_ancestor(focus, widget)));
}

void
care_dialog_focus_end(GtkWidget *widget)
{
    g_object_set_data(G_OBJECT(widget), "care-end", widget);
    gtk_widget_grab_focus(widget);
    if (GTK_IS_EDITABLE(widget))
        gtk_editable_set_position(GTK_EDITABLE(widget), -1);
}

/* It had the cursor before there was anything to scroll. */
static void
reveal(GtkWidget *widget)
{
    GtkWidget *viewport = gtk_widget_get_ancestor(widget, GTK_TYPE_VIEWPORT);

    if (viewport)
        gtk_viewport_scroll_to(GTK_VIEWPORT(viewport), widget, NULL);
}

/* What the cursor was moved along was selected by it, and stayed so: as if the next letter would replace that. */
static void
unselect_others(GtkWidget *below, GtkWidget *widget)
{
    if (below == widget)
        return;
    if (GTK_IS_TEXT(below))
        gtk_editable_select_region(GTK_EDITABLE(below), 0, 0);
    for (GtkWidget *child = gtk_widget_get_first_child(below); child;
         child = gtk_widget_get_next_sibling(child))
        unselect_others(child, widget);
}

/* By now somebody may have typed: nothing of that may be selected, or the next letter would replace it. */
static gboolean
take_focus(gpointer data)
{
    GtkWidget *widget = data;
    GtkWidget *dialog = gtk_widget_get_ancestor(widget, ADW_TYPE_DIALOG);

    if (!dialog || !gtk_widget_get_mapped(widget))
        return G_SOURCE_REMOVE;
    g_object_set_data(G_OBJECT(widget), PLACED, widget);
    unselect_others(dialog, widget);
    if (!has_cursor(widget) || g_object_get_data(G_OBJECT(widget), "care-end"))
        care_dialog_focus_end(widget);
    reveal(widget);
    return G_SOURCE_REMOVE;
}

/* Once for each time that the dialog is: with its page the widget comes on screen again, and the cursor is on the tab. */
static void
on_map(GtkWidget *widget)
{
    if (g_object_get_data(G_OBJECT(widget), PLACED))
        return;
    g_idle_add_full(G_PRIORITY_LOW, take_focus, g_object_ref(widget), g_object_unref);
}

static void
forget_placed(GtkWidget *widget)
{
    g_object_set_data(G_OBJECT(widget), PLACED, NULL);
}

void
care_dialog_focus(AdwDialog *dialog, GtkWidget *widget)
{
    adw_dialog_set_focus(dialog, widget);
    care_early_keys_begin(dialog, widget);
    g_signal_connect(widget, "map", G_CALLBACK(on_map), NULL);
    g_signal_connect_object(dialog, "unmap", G_CALLBACK(forget_placed), widget, G_CONNECT_SWAPPED);
}

/* What is inside is barred, not the dialog itself; whoever closes the lower one first never gets here. */
void
care_dialog_present_again(AdwDialog *dialog, GtkWidget *parent)
{
    GtkWidget *inside = gtk_widget_get_first_child(GTK_WIDGET(dialog));

    if (inside) {
        gtk_widget_set_can_focus(inside, TRUE);
        gtk_widget_set_can_target(inside, TRUE);
    }
    adw_dialog_present(dialog, parent);
}
