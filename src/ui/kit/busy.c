/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/busy.h"

#define BUSY "care-busy"

typedef struct {
    GWeakRef cursor; /* the widget below that had it */
    gpointer then;   /* what GTK gave it to; only compared */
    gboolean had;
} Busy;

static void
busy_free(gpointer data)
{
    Busy *busy = data;

    g_weak_ref_clear(&busy->cursor);
    g_free(busy);
}

static GtkWidget *
focus_of(GtkWidget *widget)
{
    GtkRoot *root = gtk_widget_get_root(widget);

    return root ? gtk_root_get_focus(root) : NULL;
}

void
care_busy_begin(GtkWidget *widget)
{
    GtkWidget *focus = focus_of(widget);
    Busy *busy;

    if (g_object_get_data(G_OBJECT(widget), BUSY))
        return;
    busy = g_new0(Busy, 1);
    busy->had = focus && (focus == widget || gtk_widget_is_ancestor(focus, widget));
    g_weak_ref_init(&busy->cursor, busy->had ? focus : NULL);
    gtk_widget_set_sensitive(widget, FALSE);
    busy->then = focus_of(widget);
    g_object_set_data_full(G_OBJECT(widget), BUSY, busy, busy_free);
}

/* What had it is gone: the first that takes it, within the widget or else around it. */
static void
focus_within(GtkWidget *widget)
{
    while (widget && !gtk_widget_child_focus(widget, GTK_DIR_TAB_FORWARD))
        widget = gtk_widget_get_parent(widget);
}

void
care_busy_end(GtkWidget *widget)
{
    Busy *busy = g_object_get_data(G_OBJECT(widget), BUSY);
    GtkWidget *focus = focus_of(widget);
    g_autoptr(GtkWidget) cursor = NULL;
    gboolean back;

    if (!busy)
        return;
    cursor = g_weak_ref_get(&busy->cursor);
    back = busy->had && (!focus || focus == busy->then || !gtk_widget_get_mapped(focus));
    gtk_widget_set_sensitive(widget, TRUE);
    g_object_set_data(G_OBJECT(widget), BUSY, NULL);
    if (back && !(cursor && gtk_widget_get_root(cursor) && gtk_widget_grab_focus(cursor)))
        focus_within(widget);
}

void
care_busy_begin_rows(GtkWidget *const *rows, GtkWidget *working)
{
    for (guint i = 0; rows[i]; i++)
        care_busy_begin(rows[i]);
    gtk_widget_set_visible(working, TRUE);
    if (!focus_of(working))
        gtk_widget_child_focus(working, GTK_DIR_TAB_FORWARD);
}

void
care_busy_end_rows(GtkWidget *const *rows, GtkWidget *working)
{
    GtkWidget *focus = focus_of(working);

    if (focus && (focus == working || gtk_widget_is_ancestor(focus, working)))
        gtk_root_set_focus(gtk_widget_get_root(working), NULL);
    gtk_widget_set_visible(working, FALSE);
    for (guint i = 0; rows[i]; i++)
        care_busy_end(rows[i]);
}
