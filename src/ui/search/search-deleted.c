/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-deleted.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/spelling.h"
#include "exchange/purge/purge.h"
#include "model/customer.h"
#include "ui/kit/delete.h"

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

static void
show(GtkWidget *window, const CareKind *kind, CareId id)
{
    gtk_widget_activate_action(window, "win.open", "(sx)", kind->name, id);
}

void
care_search_deleted_bring_back(GtkWidget *window, CareStore *store, CareId customer, const char *name)
{
    g_autofree char *who = care_isolate(name);

    care_bring_back_with_undo(window, store, &care_customer_kind, customer, who, show);
}
