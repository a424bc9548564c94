/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/status-pages.h"

#include <adwaita.h>

static GtkWidget *
scrolled_in(GtkWidget *widget)
{
    while (widget && !GTK_IS_SCROLLED_WINDOW(widget))
        widget = gtk_widget_get_first_child(widget);
    return widget;
}

static void
on_title(GtkWidget *scrolled, GParamSpec *pspec, AdwStatusPage *page)
{
    gtk_accessible_update_property(GTK_ACCESSIBLE(scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   adw_status_page_get_title(page), -1);
}

static void
name_page(AdwStatusPage *page)
{
    GtkWidget *scrolled = scrolled_in(GTK_WIDGET(page));
    GtkWidget *around = gtk_widget_get_ancestor(GTK_WIDGET(page), GTK_TYPE_SCROLLED_WINDOW);

    if (!scrolled)
        return;
    if (around)
        gtk_widget_set_focusable(scrolled, FALSE);
    g_signal_connect_object(page, "notify::title", G_CALLBACK(on_title), scrolled, G_CONNECT_SWAPPED);
    on_title(scrolled, NULL, page);
}

void
care_status_pages_name(GtkWidget *root)
{
    if (ADW_IS_STATUS_PAGE(root)) {
        name_page(ADW_STATUS_PAGE(root));
        return;
    }
    for (GtkWidget *child = gtk_widget_get_first_child(root); child;
         child = gtk_widget_get_next_sibling(child))
        care_status_pages_name(child);
}
