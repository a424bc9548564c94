/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-undo.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/toast.h"

/* When the dialog was opened. */
#define MARK "care-undo-mark"

static gboolean
on_undo(GtkWidget *dialog, GVariant *arguments, gpointer data)
{
    return care_toast_undo_unsaved(dialog);
}

static guint
mark_of(GtkWidget *dialog)
{
    return GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(dialog), MARK));
}

/* Nothing that was done behind it is meant, be it unsaved. */
static gboolean
on_undo_here(GtkWidget *dialog, GVariant *arguments, gpointer data)
{
    if (!care_toast_undo_since(dialog, mark_of(dialog)))
        care_toast_show(dialog, _("There is nothing to take back"));
    return TRUE;
}

static gboolean
on_redo_here(GtkWidget *dialog, GVariant *arguments, gpointer data)
{
    if (!care_toast_redo_since(dialog, mark_of(dialog)))
        care_toast_show(dialog, _("There is nothing to do again"));
    return TRUE;
}

static void
listen(AdwDialog *dialog, GdkModifierType modifiers, GtkShortcutFunc func)
{
    GtkEventController *keys = gtk_shortcut_controller_new();

    gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys),
                                         gtk_shortcut_new(gtk_keyval_trigger_new(GDK_KEY_z, modifiers),
                                                          gtk_callback_action_new(func, NULL, NULL)));
    gtk_widget_add_controller(GTK_WIDGET(dialog), keys);
}

/* Once for each, though it may come back by Undo. */
static void
on_visible_dialog(AdwApplicationWindow *self)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(self);
    gboolean here = ADW_IS_PREFERENCES_DIALOG(dialog);

    if (!dialog || g_object_get_data(G_OBJECT(dialog), "care-undo-keys"))
        return;
    g_object_set_data(G_OBJECT(dialog), "care-undo-keys", self);
    g_object_set_data(G_OBJECT(dialog), MARK, GUINT_TO_POINTER(care_undo_mark()));
    listen(dialog, GDK_CONTROL_MASK, here ? on_undo_here : on_undo);
    if (here)
        listen(dialog, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_redo_here);
}

void
care_window_undo_listen(AdwApplicationWindow *self)
{
    g_signal_connect(self, "notify::visible-dialog", G_CALLBACK(on_visible_dialog), NULL);
}
