/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-deleted.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/spelling.h"
#include "exchange/purge/purge.h"
#include "model/customer.h"
#include "service/flow.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

#define SHORTEST 3

typedef struct {
    char *text;
    CareInstant since;
    guint limit;
} Question;

static void
question_free(gpointer data)
{
    Question *question = data;

    g_free(question->text);
    g_free(question);
}

static gpointer
read_deleted(CareConnection *connection, gpointer data, GError **error)
{
    const Question *question = data;

    return care_search_deleted(connection, question->text, question->since, question->limit, error);
}

gboolean
care_search_deleted_may_find(const char *text)
{
    return g_utf8_strlen(text, -1) >= SHORTEST || care_text_is_dense(text);
}

void
care_search_deleted_read(CareStore *store, const char *text, guint limit, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
    Question *question = g_new0(Question, 1);

    *question = (Question){ g_strdup(text), care_purge_limit(care_store_clock(store)), limit };
    care_store_read_async(store, read_deleted, question, question_free, (GDestroyNotify)g_ptr_array_unref,
                          cancellable, callback, user_data);
}

GPtrArray *
care_search_deleted_read_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_read_finish(store, result, error);
}

typedef struct {
    GtkWidget *window;
    CareId customer;
    char *name;
} Back;

static void
back_free(Back *self)
{
    g_object_unref(self->window);
    g_free(self->name);
    g_free(self);
}

static void
say_back(Back *self, GPtrArray *along)
{
    g_autofree char *came_along = care_came_along_sentence(along);
    g_autofree char *name = care_isolate(self->name);
    /* Translators: %s is a customer who had been deleted */
    g_autofree char *sentence = g_strdup_printf(_("%s is here again"), name);

    care_toast_barrier(self->window);
    care_toast_show(self->window, came_along ? came_along : sentence);
}

static void
on_back(GObject *source, GAsyncResult *result, gpointer data)
{
    Back *self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) along = care_flow_undelete_finish(CARE_STORE(source), result, &error);

    if (along) {
        say_back(self, along);
        gtk_widget_activate_action(self->window, "win.open", "(sx)", care_customer_kind.name, self->customer);
    } else {
        care_toast_error(self->window, error);
    }
    back_free(self);
}

void
care_search_deleted_bring_back(GtkWidget *window, CareStore *store, CareId customer, const char *name)
{
    Back *back = g_new0(Back, 1);

    *back = (Back){ g_object_ref(window), customer, g_strdup(name) };
    care_flow_undelete_async(store, &care_customer_kind, customer, on_back, back);
}
