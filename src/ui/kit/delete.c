/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/delete.h"

#include "service/flow.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

typedef struct {
    CareStore *store;
    const CareKind *kind;
    CareId id;
    char *sentence;
    GtkWidget *window; /* weak */
} Deletion;

static void
deletion_free(gpointer data)
{
    Deletion *deletion = data;

    g_clear_weak_pointer(&deletion->window);
    g_object_unref(deletion->store);
    g_free(deletion->sentence);
    g_free(deletion);
}

static void
undelete(gpointer data)
{
    Deletion *deletion = data;

    if (deletion->window)
        care_take_back_removal(deletion->window, deletion->store, deletion->kind, deletion->id,
                               deletion->sentence);
}

static void
on_deleted(GObject *source, GAsyncResult *result, gpointer data)
{
    Deletion *deletion = data;
    g_autoptr(GError) error = NULL;
    gboolean deleted = care_flow_remove_finish(CARE_STORE(source), result, &error);

    if (deleted && deletion->window) {
        care_toast_undo(deletion->window, deletion->sentence, undelete, deletion, deletion_free);
        return;
    }
    if (deletion->window)
        care_toast_error(deletion->window, error);
    deletion_free(deletion);
}

void
care_delete_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                      const char *sentence)
{
    Deletion *deletion = g_new0(Deletion, 1);

    deletion->store = g_object_ref(store);
    deletion->kind = kind;
    deletion->id = id;
    deletion->sentence = g_strdup(sentence);
    g_set_weak_pointer(&deletion->window, GTK_WIDGET(gtk_widget_get_root(widget)));
    care_flow_remove_async(store, kind, id, on_deleted, deletion);
}
