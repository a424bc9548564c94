/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-undo.h"

#include "ui/kit/toast.h"

static gboolean
on_key(GtkWidget *dialog, GVariant *arguments, gpointer data)
{
    return care_toast_undo_unsaved(dialog);
}

/* Once for each, though it may come back by Undo. */
static void
on_visible_dialog(AdwApplicationWindow *self)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(self);
    GtkEventController *keys;

    if (!dialog || g_object_get_data(G_OBJECT(dialog), "care-undo-keys"))
        return;
    keys = gtk_shortcut_controller_new();
    gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys),
                                         gtk_shortcut_new(gtk_keyval_trigger_new(GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new(on_key, NULL, NULL)));
    g_object_set_data(G_OBJECT(dialog), "care-undo-keys", self);
    gtk_widget_add_controller(GTK_WIDGET(dialog), keys);
}

void
care_window_undo_listen(AdwApplicationWindow *self)
{
    g_signal_connect(self, "notify::visible-dialog", G_CALLBACK(on_visible_dialog), NULL);
}
