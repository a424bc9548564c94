/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/early-keys.h"

static void
insert(GtkSearchEntry *entry, gunichar letter)
{
    char text[7] = { 0 };
    int end = -1;

    g_unichar_to_utf8(letter, text);
    gtk_editable_insert_text(GTK_EDITABLE(entry), text, -1, &end);
}

static gboolean
on_key(GtkSearchEntry *entry, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
    gunichar letter = gdk_keyval_to_unicode(key);

    if (gtk_widget_get_mapped(GTK_WIDGET(entry))
        || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
        return FALSE;
    if (key == GDK_KEY_Escape)
        g_signal_emit_by_name(entry, "stop-search");
    else if (g_unichar_isprint(letter))
        insert(entry, letter);
    else
        return FALSE;
    return TRUE;
}

GtkEventController *
care_early_keys_begin(GtkWidget *window, GtkSearchEntry *entry)
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
