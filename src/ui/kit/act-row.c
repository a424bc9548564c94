/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/act-row.h"

GtkWidget *
care_act_row_new(const char *label, const char *action)
{
    GtkWidget *row = adw_preferences_row_new();
    GtkWidget *button = gtk_button_new();
    GtkWidget *content = adw_button_content_new();

    adw_button_content_set_icon_name(ADW_BUTTON_CONTENT(content), "list-add-symbolic");
    adw_button_content_set_label(ADW_BUTTON_CONTENT(content), label);
    gtk_button_set_child(GTK_BUTTON(button), content);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_add_css_class(button, "care-act");
    gtk_actionable_set_detailed_action_name(GTK_ACTIONABLE(button), action);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), FALSE);
    gtk_widget_set_focusable(row, FALSE);
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), button);
    return row;
}
