/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/plain-row.h"

#include "core/isolate.h"
#include "ui/kit/room.h"
#include "ui/kit/spoken.h"

GtkWidget *
care_plain_row_new(const char *title, const char *subtitle)
{
    GtkWidget *row = adw_action_row_new();
    g_autofree char *shown_title = care_isolate_number(title);
    g_autofree char *shown_subtitle = care_isolate_number(subtitle ? subtitle : "");

    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), shown_title);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), shown_subtitle);
    care_room_give_row(row);
    return row;
}

GtkWidget *
care_plain_row_new_fact(const char *name, const char *value)
{
    GtkWidget *row = care_plain_row_new(name, value);

    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    adw_action_row_set_subtitle_selectable(ADW_ACTION_ROW(row), TRUE);
    gtk_widget_add_css_class(row, "property");
    return row;
}

void
care_plain_row_say_all(GtkWidget *row, const char *figure)
{
    const char *title = adw_preferences_row_get_title(ADW_PREFERENCES_ROW(row));
    const char *subtitle = adw_action_row_get_subtitle(ADW_ACTION_ROW(row));
    g_autofree char *spoken = care_spoken(title, subtitle, figure, care_spoken_end);

    gtk_accessible_reset_relation(GTK_ACCESSIBLE(row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    gtk_accessible_update_property(GTK_ACCESSIBLE(row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

GtkWidget *
care_plain_row_add_figure(GtkWidget *row, const char *figure)
{
    GtkWidget *label = NULL;

    care_plain_row_say_all(row, figure);
    if (!figure)
        return NULL;
    label = gtk_label_new(figure);
    gtk_widget_add_css_class(label, "numeric");
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), label);
    return label;
}

void
care_plain_row_add_dim_figure(GtkWidget *row, const char *figure)
{
    GtkWidget *label = care_plain_row_add_figure(row, figure);

    if (label)
        gtk_widget_add_css_class(label, "dimmed");
}

void
care_plain_row_lead_on(GtkWidget *row)
{
    GtkWidget *arrow = gtk_image_new_from_icon_name("go-next-symbolic");

    g_object_set(arrow, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), arrow);
}

void
care_plain_row_open(GtkWidget *row, const char *kind, CareId id)
{
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    gtk_actionable_set_action_target(GTK_ACTIONABLE(row), "(sx)", kind, (gint64)id);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(row), "win.open");
}

gboolean
care_plain_row_show(AdwActionRow *row, const char *fact)
{
    gtk_widget_set_visible(GTK_WIDGET(row), fact != NULL);
    adw_action_row_set_subtitle(row, fact ? fact : "");
    return fact != NULL;
}
