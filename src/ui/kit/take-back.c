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

/* A record that was saved, in a toast. */
typedef struct {
    GtkWidget *widget; /* weak */
    CareStore *store;
    CareRecord *before;
    CareRecord *after;
} Saved;

static void
saved_free(gpointer data)
{
    Saved *saved = data;

    g_clear_weak_pointer(&saved->widget);
    g_object_unref(saved->store);
    g_object_unref(saved->before);
    g_object_unref(saved->after);
    g_free(saved);
}

static void
on_removed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = weak_take(data);
    g_autoptr(GError) error = NULL;

    if (!care_flow_remove_finish(CARE_STORE(source), result, &error) && widget)
        care_toast_error(widget, error);
}

static void
take_back(gpointer data)
{
    Saved *saved = data;

    if (!saved->widget)
        return;
    if (care_record_id(saved->before) != 0)
        care_take_back_save(saved->widget, saved->store, saved->before, saved->after);
    else
        care_flow_remove_async(saved->store, care_record_kind(saved->after), care_record_id(saved->after),
                               on_removed, weak_new(saved->widget));
}

static char *
saved_sentence(CareRecord *record)
{
    g_autofree char *name = care_record_title(record);

    /* Translators: %s is the name of what was saved */
    return name && *name ? g_strdup_printf(_("%s saved"), name) : g_strdup(_("Saved"));
}

void
care_take_back_offer(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after,
                     const char *sentence)
{
    GtkRoot *root = widget ? gtk_widget_get_root(widget) : NULL;
    g_autofree char *usual = sentence ? NULL : saved_sentence(after);
    Saved *saved;

    if (!widget || (care_record_id(before) != 0 && care_record_equal(before, after)))
        return;
    saved = g_new0(Saved, 1);
    g_set_weak_pointer(&saved->widget, root ? GTK_WIDGET(root) : widget);
    saved->store = g_object_ref(store);
    saved->before = care_record_copy(before);
    saved->after = care_record_copy(after);
    care_toast_undo(widget, sentence ? sentence : usual, take_back, saved, saved_free);
}
