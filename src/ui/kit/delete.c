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
    gboolean back; /* it is the way back */
    char *sentence;
    GtkWidget *window; /* weak */
    CareUndo *redo;    /* while it is done again */
    void (*shown)(GtkWidget *window, const CareKind *kind, CareId id);
} Way;

static void
way_free(gpointer data)
{
    Way *way = data;

    g_clear_weak_pointer(&way->window);
    g_object_unref(way->store);
    g_free(way->sentence);
    g_free(way);
}

static Way *
way_new(GtkWidget *window, CareStore *store, const CareKind *kind, CareId id, gboolean back,
        const char *sentence)
{
    Way *way = g_new0(Way, 1);

    way->store = g_object_ref(store);
    way->kind = kind;
    way->id = id;
    way->back = back;
    way->sentence = g_strdup(sentence);
    g_set_weak_pointer(&way->window, window);
    return way;
}

static void
go(Way *way, gboolean back, GAsyncReadyCallback callback, gpointer data)
{
    if (back)
        care_flow_undelete_async(way->store, way->kind, way->id, callback, data);
    else
        care_flow_remove_async(way->store, way->kind, way->id, callback, data);
}

/* What came along is said then; NULL for nothing. Transfer full. */
static char *
arrive(CareStore *store, GAsyncResult *result, gboolean back, GError **error)
{
    g_autoptr(GPtrArray) along = back ? care_flow_undelete_finish(store, result, error) : NULL;

    if (!back)
        care_flow_remove_finish(store, result, error);
    return along ? care_came_along_sentence(along) : NULL;
}

static void
on_back_again(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *along = arrive(CARE_STORE(source), result, TRUE, &error);

    care_taking_back_end_with(data, along, error);
}

static void
on_gone_again(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    arrive(CARE_STORE(source), result, FALSE, &error);
    care_taking_back_end(data, error);
}

static void do_again(gpointer data);

static void
take_back(gpointer data)
{
    Way *way = data;
    CareTakingBack *taking;

    if (!way->window)
        return;
    taking = care_taking_back_new(way->window, way->sentence);
    care_taking_back_set_again(taking, do_again,
                               way_new(way->window, way->store, way->kind, way->id, way->back, way->sentence),
                               way_free);
    go(way, !way->back, way->back ? on_gone_again : on_back_again, taking);
}

static void
on_done_again(GObject *source, GAsyncResult *result, gpointer data)
{
    Way *way = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *along = arrive(CARE_STORE(source), result, way->back, &error);

    care_done_again(g_steal_pointer(&way->redo), way->window, along ? along : way->sentence, error, take_back,
                    way, way_free);
}

static void
do_again(gpointer data)
{
    const Way *way = data;
    Way *again = way_new(way->window, way->store, way->kind, way->id, way->back, way->sentence);

    again->redo = care_undo_hold();
    go(again, again->back, on_done_again, again);
}

static void
on_done(GObject *source, GAsyncResult *result, gpointer data)
{
    Way *way = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *along = arrive(CARE_STORE(source), result, way->back, &error);

    if (way->window && error)
        care_toast_error(way->window, error);
    if (way->window && !error) {
        if (way->shown)
            way->shown(way->window, way->kind, way->id);
        care_toast_undo(way->window, along ? along : way->sentence, take_back, way, way_free);
        return;
    }
    way_free(way);
}

void
care_delete_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                      const char *sentence)
{
    Way *way = way_new(GTK_WIDGET(gtk_widget_get_root(widget)), store, kind, id, FALSE, sentence);

    go(way, FALSE, on_done, way);
}

void
care_bring_back_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                          const char *sentence,
                          void (*shown)(GtkWidget *window, const CareKind *kind, CareId id))
{
    Way *way = way_new(GTK_WIDGET(gtk_widget_get_root(widget)), store, kind, id, TRUE, sentence);

    way->shown = shown;
    go(way, TRUE, on_done, way);
}

void
care_bring_back_remember(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                         const char *sentence)
{
    GtkWidget *window = care_toast_window(widget);

    care_toast_remember(window, take_back, way_new(window, store, kind, id, TRUE, sentence), way_free);
}
