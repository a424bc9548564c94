/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/take-back.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "service/flow.h"
#include "ui/kit/toast.h"

static GWeakRef *
weak_new(GtkWidget *widget)
{
    GWeakRef *weak = g_new(GWeakRef, 1);

    g_weak_ref_init(weak, widget);
    return weak;
}

static GtkWidget *
weak_take(gpointer weak)
{
    GtkWidget *widget = g_weak_ref_get(weak);

    g_weak_ref_clear(weak);
    g_free(weak);
    return widget;
}

char *
care_came_along_sentence(GPtrArray *along)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_auto(GStrv) names = NULL;
    g_autofree char *all = NULL;

    if (along->len == 0)
        return NULL;
    for (guint i = 0; i < along->len; i++) {
        g_autofree char *title = care_record_title(along->pdata[i]);

        g_strv_builder_take(builder, care_isolate(title));
    }
    names = g_strv_builder_end(builder);
    all = g_strjoinv(", ", names);
    /* Translators: %s is one name or several, of customers and jobs */
    return g_strdup_printf(_("Brought back, together with what it belongs to: %s"), all);
}

static void
on_brought_back(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = weak_take(data);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) along = care_flow_undelete_finish(CARE_STORE(source), result, &error);
    g_autofree char *sentence = along ? care_came_along_sentence(along) : NULL;

    if (widget && error)
        care_toast_error(widget, error);
    else if (widget && sentence)
        care_toast_show(widget, sentence);
}

void
care_take_back_removal(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id)
{
    care_flow_undelete_async(store, kind, id, on_brought_back, weak_new(widget));
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = weak_take(data);
    g_autoptr(GError) error = NULL;

    if (!care_flow_save_finish(CARE_STORE(source), result, &error) && widget)
        care_toast_error(widget, error);
}

void
care_take_back_save(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after)
{
    care_flow_save_async(store, before, after, NULL, on_saved, weak_new(widget));
}

typedef struct {
    GtkWidget *window;
    CareStore *store;
    CareRecord *before;
    CareRecord *after;
} Change;

static void
change_free(gpointer data)
{
    Change *change = data;

    g_object_unref(change->window);
    g_object_unref(change->store);
    g_object_unref(change->before);
    g_object_unref(change->after);
    g_free(change);
}

static void
undo(gpointer data)
{
    Change *change = data;

    care_take_back_save(change->window, change->store, change->before, change->after);
}

void
care_take_back_offer(GtkWidget *window, CareStore *store, CareRecord *before, CareRecord *after,
                     const char *sentence)
{
    Change *change = g_new(Change, 1);

    change->window = g_object_ref(window);
    change->store = g_object_ref(store);
    change->before = care_record_copy(before);
    change->after = care_record_copy(after);
    care_toast_undo(window, sentence, undo, change, change_free);
}
