/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/early-keys.h"

#define KEY "care-early-keys"

static void
insert(GtkSearchEntry *entry, gunichar letter)
{
    char text[7] = { 0 };
    int end = -1;

    g_unichar_to_utf8(letter, text);
    gtk_editable_insert_text(GTK_EDITABLE(entry), text, -1, &end);
    gtk_editable_set_position(GTK_EDITABLE(entry), -1);
}

static gboolean
has_cursor(GtkWidget *entry)
{
    GtkRoot *root = gtk_widget_get_root(entry);
    GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;

    return focus && gtk_widget_is_ancestor(focus, entry);
}

/* Behind nothing it is that which opened the dialog, and is still held. */
static gboolean
is_enter(guint key)
{
    return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

static gboolean
on_key(GtkSearchEntry *entry, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
    gunichar letter = gdk_keyval_to_unicode(key);

    if (has_cursor(GTK_WIDGET(entry)) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
        return FALSE;
    if (key == GDK_KEY_Escape)
        g_signal_emit_by_name(entry, "stop-search");
    else if (is_enter(key) && *gtk_editable_get_text(GTK_EDITABLE(entry)))
        g_signal_emit_by_name(entry, "activate");
    else if (g_unichar_isprint(letter))
        insert(entry, letter);
    else
        return FALSE;
    return TRUE;
}

typedef struct {
    GtkEventController *keys; /* the window's; NULL once that is gone */
    guint settling;           /* an idle source */
} EarlyKeys;

static void
early_keys_free(gpointer data)
{
    EarlyKeys *self = data;

    g_clear_handle_id(&self->settling, g_source_remove);
    if (self->keys) {
        gtk_widget_remove_controller(gtk_event_controller_get_widget(self->keys), self->keys);
        g_clear_weak_pointer(&self->keys);
    }
    g_free(self);
}

static gboolean
on_settled(gpointer entry)
{
    EarlyKeys *self = g_object_get_data(entry, KEY);

    self->settling = 0;
    care_early_keys_end(entry);
    return G_SOURCE_REMOVE;
}

/* Behind care_dialog_focus(), which takes the cursor back from whatever the dialog gave it to. */
static void
on_map(GtkSearchEntry *entry)
{
    EarlyKeys *self = g_object_get_data(G_OBJECT(entry), KEY);

    if (self && self->settling == 0)
        self->settling = g_idle_add_full(G_PRIORITY_LOW, on_settled, entry, NULL);
}

void
care_early_keys_begin(GtkWidget *window, GtkSearchEntry *entry)
{
    EarlyKeys *self = g_new0(EarlyKeys, 1);

    g_set_weak_pointer(&self->keys, gtk_event_controller_key_new());
    gtk_event_controller_set_propagation_phase(self->keys, GTK_PHASE_CAPTURE);
    g_signal_connect_object(self->keys, "key-pressed", G_CALLBACK(on_key), entry, G_CONNECT_SWAPPED);
    gtk_widget_add_controller(window, self->keys);
    g_signal_connect(entry, "map", G_CALLBACK(on_map), NULL);
    g_object_set_data_full(G_OBJECT(entry), KEY, self, early_keys_free);
}

void
care_early_keys_end(GtkSearchEntry *entry)
{
    g_object_set_data(G_OBJECT(entry), KEY, NULL);
}
