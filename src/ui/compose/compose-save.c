/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-save.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;

    if (g_file_replace_contents_finish(G_FILE(source), result, NULL, NULL))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_new_error_literal(
            task, G_IO_ERROR, G_IO_ERROR_FAILED,
            _("The text could not be saved there. It is still here: choose another folder, or copy it."));
}

static void
on_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GFile) file = gtk_file_dialog_save_finish(GTK_FILE_DIALOG(source), result, NULL);

    if (file)
        g_file_replace_contents_bytes_async(file, g_task_get_task_data(task), NULL, FALSE, G_FILE_CREATE_NONE,
                                            NULL, on_written, g_object_ref(task));
    else
        g_task_return_new_error_literal(task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
}

void
care_compose_text_save_async(GtkWidget *parent, const char *name, const char *text,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(NULL, NULL, callback, user_data);
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();
    g_autofree char *initial = g_strdup_printf("%s.txt", name);

    g_task_set_task_data(task, g_bytes_new(text, strlen(text)), (GDestroyNotify)g_bytes_unref);
    g_strdelimit(initial, "/", '-');
    gtk_file_dialog_set_initial_name(dialog, initial);
    gtk_file_dialog_save(dialog, GTK_WINDOW(gtk_widget_get_root(parent)), NULL, on_chosen, task);
}

gboolean
care_compose_text_save_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
