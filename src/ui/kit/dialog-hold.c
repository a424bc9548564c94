/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/dialog-hold.h"

#define KEYS "care-dialog-hold"

/* The program takes care itself of what is under way when it ends. */
static gboolean
is_for_the_program(guint key, GdkModifierType state)
{
    return (state & GDK_CONTROL_MASK) && (key == GDK_KEY_q || key == GDK_KEY_w);
}

static gboolean
on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
    return is_for_the_program(key, state) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

gboolean
care_dialog_is_held(AdwDialog *dialog)
{
    return g_object_get_data(G_OBJECT(dialog), KEYS) != NULL;
}

void
care_dialog_hold(AdwDialog *dialog)
{
    GtkEventController *keys;

    if (care_dialog_is_held(dialog))
        return;
    keys = gtk_event_controller_key_new();
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), NULL);
    gtk_widget_add_controller(GTK_WIDGET(dialog), keys);
    g_object_set_data(G_OBJECT(dialog), KEYS, keys);
    gtk_widget_set_can_target(adw_dialog_get_child(dialog), FALSE);
    adw_dialog_set_can_close(dialog, FALSE);
}

void
care_dialog_release(AdwDialog *dialog)
{
    GtkEventController *keys = g_object_steal_data(G_OBJECT(dialog), KEYS);

    if (!keys)
        return;
    gtk_widget_remove_controller(GTK_WIDGET(dialog), keys);
    gtk_widget_set_can_target(adw_dialog_get_child(dialog), TRUE);
    adw_dialog_set_can_close(dialog, TRUE);
}
