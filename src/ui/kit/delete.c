/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/delete.h"

#include "service/flow.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

/* What went, or came back: then in the toast. */
typedef struct {
    CareStore *store;
    const CareKind *kind;
    CareId id;
    gboolean back;          /* it is the way back */
    char *words;            /* the name of what came back; of what went the sentence that it did */
    GPtrArray *along;       /* what came back along with it last, and goes with it; nullable */
    GtkWidget *window;      /* weak */
    CareUndo *redo;         /* while it is done again */
    CareTakingBack *taking; /* while it is taken back */
    void (*shown)(GtkWidget *window, const CareKind *kind, CareId id);
} Way;

static void
way_free(gpointer data)
{
    Way *way = data;

    g_clear_weak_pointer(&way->window);
    g_clear_pointer(&way->along, g_ptr_array_unref);
    g_object_unref(way->store);
    g_free(way->words);
    g_free(way);
}

/* along: nullable. */
static Way *
way_new(GtkWidget *window, CareStore *store, const CareKind *kind, CareId id, gboolean back,
        const char *words, GPtrArray *along)
{
    Way *way = g_new0(Way, 1);

    way->store = g_object_ref(store);
    way->kind = kind;
    way->id = id;
    way->back = back;
    way->words = g_strdup(words);
    way->along = along ? g_ptr_array_ref(along) : NULL;
    g_set_weak_pointer(&way->window, window);
    return way;
}

static Way *
way_copy(const Way *way)
{
    return way_new(way->window, way->store, way->kind, way->id, way->back, way->words, way->along);
}

static void
go(Way *way, gboolean back, GAsyncReadyCallback callback)
{
    if (back)
        care_flow_undelete_async(way->store, way->kind, way->id, callback, way);
    else
        care_flow_remove_async(way->store, way->kind, way->id, way->along, callback, way);
}

/* What goes away again is what came along the last time. */
static void
arrive(Way *way, GAsyncResult *result, gboolean back, GError **error)
{
    if (!back) {
        care_flow_remove_finish(way->store, result, error);
        return;
    }
    g_clear_pointer(&way->along, g_ptr_array_unref);
    way->along = care_flow_undelete_finish(way->store, result, error);
}

/* That it is done. */
static char *
sentence_of(const Way *way)
{
    g_autofree char *along = way->back ? NULL : care_went_along_sentence(way->along);

    if (way->back)
        return care_here_again_sentence(way->words, way->along);
    return along ? g_steal_pointer(&along) : g_strdup(way->words);
}

static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    Way *again = data;
    CareTakingBack *taking = g_steal_pointer(&again->taking);
    g_autoptr(GError) error = NULL;
    g_autofree char *along = NULL;

    arrive(again, result, !again->back, &error);
    along = again->back ? NULL : care_came_along_sentence(again->along);
    care_taking_back_end_with(taking, along, error); /* frees again, or keeps it for later */
}

static void do_again(gpointer data);

static void
take_back(gpointer data)
{
    Way *way = data;
    g_autofree char *sentence = sentence_of(way);
    Way *again;

    if (!way->window)
        return;
    again = way_copy(way);
    again->taking = care_taking_back_new(way->window, sentence, do_again, again, way_free);
    go(again, !way->back, on_taken_back);
}

static void
on_done_again(GObject *source, GAsyncResult *result, gpointer data)
{
    Way *way = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *sentence = NULL;

    arrive(way, result, way->back, &error);
    sentence = sentence_of(way);
    care_done_again(g_steal_pointer(&way->redo), way->window, sentence, error, take_back, way, way_free);
}

static void
do_again(gpointer data)
{
    Way *again = way_copy(data);

    again->redo = care_undo_hold();
    go(again, again->back, on_done_again);
}

static void
on_done(GObject *source, GAsyncResult *result, gpointer data)
{
    Way *way = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *sentence = NULL;

    arrive(way, result, way->back, &error);
    if (way->window && error)
        care_toast_error(way->window, error);
    if (!way->window || error) {
        way_free(way);
        return;
    }
    if (way->shown)
        way->shown(way->window, way->kind, way->id);
    sentence = sentence_of(way);
    care_toast_undo(way->window, sentence, take_back, way, way_free);
}

void
care_delete_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                      const char *sentence)
{
    GtkWidget *window = GTK_WIDGET(gtk_widget_get_root(widget));

    go(way_new(window, store, kind, id, FALSE, sentence, NULL), FALSE, on_done);
}

void
care_bring_back_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                          const char *name, void (*shown)(GtkWidget *window, const CareKind *kind, CareId id))
{
    Way *way = way_new(GTK_WIDGET(gtk_widget_get_root(widget)), store, kind, id, TRUE, name, NULL);

    way->shown = shown;
    go(way, TRUE, on_done);
}

void
care_bring_back_remember(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                         const char *name, GPtrArray *along)
{
    GtkWidget *window = care_toast_window(widget);

    care_toast_remember(window, take_back, way_new(window, store, kind, id, TRUE, name, along), way_free);
}
