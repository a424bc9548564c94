/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/focus-tree.h"

GVariant *
care_focus_opened_by(GtkWidget *widget)
{
    GtkWidget *row = gtk_widget_get_ancestor(widget, GTK_TYPE_LIST_BOX_ROW);
    GVariant *target = NULL;

    if (row == widget || (GTK_IS_BUTTON(widget) && (!row || !gtk_widget_get_focusable(row))))
        target = gtk_actionable_get_action_target_value(GTK_ACTIONABLE(widget));
    return target ? g_variant_ref_sink(g_variant_new(
                        "(msv)", gtk_actionable_get_action_name(GTK_ACTIONABLE(widget)), target))
                  : NULL;
}

GtkWidget *
care_focus_find_opener(GtkWidget *widget, GVariant *opens)
{
    g_autoptr(GVariant) own = NULL;
    GtkWidget *found = NULL;

    if (!gtk_widget_get_mapped(widget) || !gtk_widget_is_sensitive(widget))
        return NULL;
    own = care_focus_opened_by(widget);
    if (own && g_variant_equal(own, opens))
        return widget;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child && !found;
         child = gtk_widget_get_next_sibling(child))
        found = care_focus_find_opener(child, opens);
    return found;
}

GtkWidget *
care_focus_find_suggested(GtkWidget *widget)
{
    GtkWidget *found = NULL;

    if (!gtk_widget_get_mapped(widget))
        return NULL;
    if (GTK_IS_BUTTON(widget) && gtk_widget_is_sensitive(widget)
        && gtk_widget_has_css_class(widget, "suggested-action"))
        return widget;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child && !found;
         child = gtk_widget_get_next_sibling(child))
        found = care_focus_find_suggested(child);
    return found;
}

gboolean
care_focus_is_hidden(GtkWidget *widget, GtkWidget *page)
{
    for (; widget && widget != page; widget = gtk_widget_get_parent(widget))
        if (!gtk_widget_get_visible(widget))
            return TRUE;
    return FALSE;
}

gboolean
care_focus_is_within(GtkWidget *widget, GtkWidget *ancestor)
{
    return widget && (widget == ancestor || gtk_widget_is_ancestor(widget, ancestor));
}

GtkWidget *
care_focus_find_page(GtkWidget *widget, GtkWidget *page)
{
    if (ADW_IS_NAVIGATION_SPLIT_VIEW(widget))
        widget = GTK_WIDGET(adw_navigation_split_view_get_content(ADW_NAVIGATION_SPLIT_VIEW(widget)));
    else if (ADW_IS_NAVIGATION_VIEW(widget))
        widget = GTK_WIDGET(adw_navigation_view_get_visible_page(ADW_NAVIGATION_VIEW(widget)));
    if (!widget || !gtk_widget_get_mapped(widget))
        return page;
    if (ADW_IS_NAVIGATION_PAGE(widget))
        page = widget;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        page = care_focus_find_page(child, page);
    return page;
}

GtkWidget *
care_focus_find_content(GtkWidget *widget)
{
    GtkWidget *found = NULL;

    if (!gtk_widget_get_mapped(widget))
        return NULL;
    if (ADW_IS_TOOLBAR_VIEW(widget))
        return adw_toolbar_view_get_content(ADW_TOOLBAR_VIEW(widget));
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child && !found;
         child = gtk_widget_get_next_sibling(child))
        found = care_focus_find_content(child);
    return found;
}

void
care_focus_forget(GtkWidget *widget)
{
    GtkWidget *child = gtk_widget_get_focus_child(widget);

    if (!child)
        return;
    care_focus_forget(child);
    gtk_widget_set_focus_child(widget, NULL);
}
