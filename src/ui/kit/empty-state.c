/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/empty-state.h"

/* What stands where nothing is yet: what the place is for and its one action. Texts are plain, not markup;
 * button_label may be NULL. */
GtkWidget *
care_empty_state_new(const char *icon_name, const char *title, const char *description,
                     const char *button_label, const char *action_name)
{
    GtkWidget *page = adw_status_page_new();
    g_autofree char *escaped = g_markup_escape_text(description, -1);
    g_autofree char *escaped_title = g_markup_escape_text(title, -1);

    adw_status_page_set_icon_name(ADW_STATUS_PAGE(page), icon_name);
    adw_status_page_set_title(ADW_STATUS_PAGE(page), escaped_title);
    adw_status_page_set_description(ADW_STATUS_PAGE(page), escaped);
    if (button_label) {
        GtkWidget *button = gtk_button_new_with_label(button_label);

        gtk_widget_set_halign(button, GTK_ALIGN_CENTER);
        gtk_widget_add_css_class(button, "pill");
        gtk_widget_add_css_class(button, "suggested-action");
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action_name);
        adw_status_page_set_child(ADW_STATUS_PAGE(page), button);
    }
    return page;
}

/* Shows the sentence of an error that concerns the whole page; NULL hides it. */
void
care_banner_show_error(AdwBanner *banner, const GError *error)
{
    if (error) {
        adw_banner_set_use_markup(banner, FALSE);
        adw_banner_set_title(banner, error->message);
    }
    adw_banner_set_revealed(banner, error != NULL);
}
