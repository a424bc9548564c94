/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/menu-names.h"

/* The toolkit keeps the class of a line to itself. */
static gboolean
is_line(GtkWidget *widget)
{
    return g_str_equal(G_OBJECT_TYPE_NAME(widget), "GtkModelButton");
}

static void
say_line(GtkWidget *line)
{
    g_autofree char *text = NULL;

    g_object_get(line, "text", &text, NULL);
    if (!text || *text == '\0')
        return;
    gtk_accessible_reset_relation(GTK_ACCESSIBLE(line), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    gtk_accessible_update_property(GTK_ACCESSIBLE(line), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
say_lines(GtkWidget *widget)
{
    if (is_line(widget))
        say_line(widget);
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        say_lines(child);
}

static void
on_map(GtkWidget *menu)
{
    say_lines(menu);
    g_signal_chain_from_overridden_handler(menu);
}

void
care_menu_names_begin(void)
{
    static gboolean begun;
    g_autoptr(GTypeClass) widgets = g_type_class_ref(GTK_TYPE_WIDGET); /* whose signals are there then */

    if (!begun)
        g_signal_override_class_handler("map", GTK_TYPE_POPOVER_MENU, G_CALLBACK(on_map));
    begun = TRUE; /* for all applications of one process */
}
