/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/save-key.h"

static gboolean
on_key(GtkWidget *dialog, GVariant *arguments, gpointer button)
{
    GtkWidget *pressed = button ? button : adw_dialog_get_default_widget(ADW_DIALOG(dialog));

    if (pressed && gtk_widget_get_mapped(pressed) && gtk_widget_is_sensitive(pressed))
        g_signal_emit_by_name(pressed, "clicked");
    return TRUE;
}

static void
add(GtkShortcutController *keys, guint key, GtkWidget *button)
{
    gtk_shortcut_controller_add_shortcut(keys,
                                         gtk_shortcut_new(gtk_keyval_trigger_new(key, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new(on_key, button, NULL)));
}

void
care_save_key_add(AdwDialog *dialog, GtkWidget *button)
{
    GtkEventController *keys = gtk_shortcut_controller_new();

    /* before the text, in which it would begin a line */
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    add(GTK_SHORTCUT_CONTROLLER(keys), GDK_KEY_Return, button);
    add(GTK_SHORTCUT_CONTROLLER(keys), GDK_KEY_KP_Enter, button);
    add(GTK_SHORTCUT_CONTROLLER(keys), GDK_KEY_ISO_Enter, button);
    gtk_widget_add_controller(GTK_WIDGET(dialog), keys);
}
