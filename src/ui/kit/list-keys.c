/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/list-keys.h"

/* Past the list: while it can have no cursor the next one is looked for around it. */
static gboolean
leave(GtkWidget *list, GtkDirectionType direction)
{
    GtkWidget *root = GTK_WIDGET(gtk_widget_get_root(list));
    gboolean left;

    gtk_widget_set_can_focus(list, FALSE);
    left = gtk_widget_child_focus(root, direction);
    gtk_widget_set_can_focus(list, TRUE);
    return left;
}

static gboolean
move(GtkWidget *list, GtkDirectionType direction)
{
    GtkWidget *row = gtk_widget_get_focus_child(list);

    if (!row)
        return FALSE;
    return gtk_widget_child_focus(row, direction) || leave(list, direction);
}

static gboolean
on_tab(GtkWidget *list, GVariant *arguments, gpointer data)
{
    return move(list, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_shift_tab(GtkWidget *list, GVariant *arguments, gpointer data)
{
    return move(list, GTK_DIR_TAB_BACKWARD);
}

static void
add(GtkEventController *keys, guint key, guint other, GdkModifierType modifiers, GtkShortcutFunc func)
{
    GtkShortcutTrigger *trigger = gtk_alternative_trigger_new(gtk_keyval_trigger_new(key, modifiers),
                                                              gtk_keyval_trigger_new(other, modifiers));

    gtk_shortcut_controller_add_shortcut(
        GTK_SHORTCUT_CONTROLLER(keys), gtk_shortcut_new(trigger, gtk_callback_action_new(func, NULL, NULL)));
}

void
care_list_keys_tab_by_item(GtkListBox *list)
{
    GtkEventController *keys = gtk_shortcut_controller_new();

    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    add(keys, GDK_KEY_Tab, GDK_KEY_KP_Tab, 0, on_tab);
    add(keys, GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, on_shift_tab);
    gtk_widget_add_controller(GTK_WIDGET(list), keys);
}
