/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-section.h"

GtkWidget *
care_search_section_new(const char *title, GtkListBox **list)
{
    GtkWidget *section = adw_preferences_group_new();
    GtkWidget *rows = gtk_list_box_new();

    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(section), title);
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(rows), GTK_SELECTION_NONE);
    gtk_widget_add_css_class(rows, "boxed-list");
    gtk_accessible_update_property(GTK_ACCESSIBLE(rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(section), rows);
    *list = GTK_LIST_BOX(rows);
    return section;
}
