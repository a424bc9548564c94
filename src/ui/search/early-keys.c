/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/early-keys.h"

static gboolean
on_key(GtkEditable *entry, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
    gunichar letter = gdk_keyval_to_unicode(key);
    char text[7] = { 0 };
    int end = -1;

    if (gtk_widget_get_mapped(GTK_WIDGET(entry)) || !g_unichar_isprint(letter)
        || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
        return FALSE;
    g_unichar_to_utf8(letter, text);
    gtk_editable_insert_text(entry, text, -1, &end);
    return TRUE;
}

GtkEventController *
care_early_keys_begin(GtkWidget *window, GtkEditable *entry)
{
    GtkEventController *keys = gtk_event_controller_key_new();

    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect_object(keys, "key-pressed", G_CALLBACK(on_key), entry, G_CONNECT_SWAPPED);
    gtk_widget_add_controller(window, keys);
    return keys;
}

void
care_early_keys_end(GtkEventController *keys)
{
    gtk_widget_remove_controller(gtk_event_controller_get_widget(keys), keys);
}
