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

/* What a text holds, as one that can be compared; NULL: it is none. */
static char *
dup_text(GtkWidget *widget)
{
    GtkTextBuffer *buffer = GTK_IS_TEXT_VIEW(widget) ? gtk_text_view_get_buffer(GTK_TEXT_VIEW(widget)) : NULL;
    GtkTextIter start, end;

    if (GTK_IS_TEXT(widget))
        return g_strdup(gtk_editable_get_text(GTK_EDITABLE(widget)));
    if (!buffer)
        return NULL;
    gtk_text_buffer_get_bounds(buffer, &start, &end);
    return gtk_text_buffer_get_text(buffer, &start, &end, TRUE);
}

/* Whether a text that has the cursor had something of its own. */
static gboolean
is_of_text(GtkWidget *widget, const char *action)
{
    GtkRoot *root = gtk_widget_get_root(widget);
    GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;
    g_autofree char *before = dup_text(focus);
    g_autofree char *after = NULL;

    if (!before)
        return FALSE;
    gtk_widget_activate_action(focus, action, NULL);
    after = dup_text(focus);
    return !g_str_equal(before, after);
}

/* The window's keys come before those of the text that has the cursor, whose own undo is meant while somebody types; where it
 * has nothing, what was done last is meant. What lies behind an open dialog is not seen, and not meant. */
static gboolean
is_meant_here(GtkWidget *window, const char *text_action)
{
    return !is_of_text(window, text_action)
           && adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(window)) == NULL;
}

static void
undo_action(GtkWidget *window, const char *name, GVariant *parameter)
{
    if (is_meant_here(window, "text.undo") && !care_toast_undo_last(window))
        care_toast_show(window, _("There is nothing to take back"));
}

static void
redo_action(GtkWidget *window, const char *name, GVariant *parameter)
{
    if (is_meant_here(window, "text.redo") && !care_toast_redo_last(window))
        care_toast_show(window, _("There is nothing to do again"));
}

/* Nothing that was done behind it is meant, be it unsaved. */
static gboolean
on_undo_here(GtkWidget *dialog, GVariant *arguments, gpointer data)
{
    if (!is_of_text(dialog, "text.undo") && !care_toast_undo_since(dialog, mark_of(dialog)))
        care_toast_show(dialog, _("There is nothing to take back"));
    return TRUE;
}

static gboolean
on_redo_here(GtkWidget *dialog, GVariant *arguments, gpointer data)
{
    if (!is_of_text(dialog, "text.redo") && !care_toast_redo_since(dialog, mark_of(dialog)))
        care_toast_show(dialog, _("There is nothing to do again"));
    return TRUE;
}

/* here: before the text that has the cursor, which takes the key even where it has nothing to take back. */
static void
listen(AdwDialog *dialog, GdkModifierType modifiers, GtkShortcutFunc func, gboolean here)
{
    GtkEventController *keys = gtk_shortcut_controller_new();

    gtk_event_controller_set_propagation_phase(keys, here ? GTK_PHASE_CAPTURE : GTK_PHASE_BUBBLE);
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
    listen(dialog, GDK_CONTROL_MASK, here ? on_undo_here : on_undo, here);
    if (here)
        listen(dialog, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_redo_here, here);
}

void
care_window_undo_listen(AdwApplicationWindow *self)
{
    g_signal_connect(self, "notify::visible-dialog", G_CALLBACK(on_visible_dialog), NULL);
}

void
care_window_undo_install(GtkWidgetClass *window_class)
{
    gtk_widget_class_install_action(window_class, "win.undo", NULL, undo_action);
    gtk_widget_class_install_action(window_class, "win.redo", NULL, redo_action);
}
