/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/toggle-menu.h"

#include "ui/kit/combo-row.h"

GtkWidget *
care_toggle_menu_new(AdwToggleGroup *toggles, const char *name)
{
    GtkStringList *words = gtk_string_list_new(NULL);
    GtkWidget *menu = gtk_drop_down_new(G_LIST_MODEL(words), NULL);

    for (guint i = 0; i < adw_toggle_group_get_n_toggles(toggles); i++)
        gtk_string_list_append(words, adw_toggle_get_label(adw_toggle_group_get_toggle(toggles, i)));
    g_object_bind_property(toggles, "active", menu, "selected",
                           G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
    care_drop_down_say_entries(GTK_DROP_DOWN(menu));
    gtk_widget_set_halign(menu, GTK_ALIGN_CENTER);
    gtk_accessible_update_property(GTK_ACCESSIBLE(menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    return menu;
}

void
care_toggle_menu_fit(CareFit *fit, AdwToggleGroup *toggles, AdwToggleGroup *words, const char *name)
{
    adw_toggle_group_set_can_shrink(toggles, FALSE); /* it would be cut before it gives way */
    care_fit_set_threshold(fit, 0);
    care_fit_set_narrow(fit, care_toggle_menu_new(words, name));
}
