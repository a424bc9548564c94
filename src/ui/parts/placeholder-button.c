/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/placeholder-button.h"

#include <glib/gi18n-lib.h>

#include "service/outreach/message-facts.h"

struct _CarePlaceholderButton {
    AdwBin parent_instance;

    GtkMenuButton *button;
    GtkTextView *view; /* borrowed */
};

G_DEFINE_FINAL_TYPE(CarePlaceholderButton, care_placeholder_button, ADW_TYPE_BIN)

static void
insert_action(GtkWidget *widget, const char *action, GVariant *parameter)
{
    CarePlaceholderButton *self = CARE_PLACEHOLDER_BUTTON(widget);
    g_autofree char *text = g_strdup_printf("{%s}", g_variant_get_string(parameter, NULL));

    if (!self->view)
        return;
    gtk_text_buffer_insert_at_cursor(gtk_text_view_get_buffer(self->view), text, -1);
    gtk_widget_grab_focus(GTK_WIDGET(self->view));
}

static void
care_placeholder_button_class_init(CarePlaceholderButtonClass *klass)
{
    gtk_widget_class_install_action(GTK_WIDGET_CLASS(klass), "placeholder.insert", "s", insert_action);
}

static void
care_placeholder_button_init(CarePlaceholderButton *self)
{
    g_autoptr(GMenu) menu = g_menu_new();
    guint n;
    const CareMessagePlaceholder *placeholders = care_message_placeholders(&n);

    for (guint i = 0; i < n; i++) {
        g_autoptr(GMenuItem) item = g_menu_item_new(_(placeholders[i].label), NULL);

        g_menu_item_set_action_and_target(item, "placeholder.insert", "s", placeholders[i].name);
        g_menu_append_item(menu, item);
    }
    self->button = GTK_MENU_BUTTON(gtk_menu_button_new());
    gtk_menu_button_set_label(self->button, _("Insert Field"));
    gtk_menu_button_set_menu_model(self->button, G_MENU_MODEL(menu));
    gtk_widget_set_tooltip_text(GTK_WIDGET(self->button),
                                _("Insert a field that each message fills in: a name, a day, a sum"));
    gtk_widget_add_css_class(GTK_WIDGET(self->button), "flat");
    adw_bin_set_child(ADW_BIN(self), GTK_WIDGET(self->button));
}

void
care_placeholder_button_set_view(CarePlaceholderButton *self, GtkTextView *view)
{
    g_return_if_fail(CARE_IS_PLACEHOLDER_BUTTON(self));
    self->view = view;
}
