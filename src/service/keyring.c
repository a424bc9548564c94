/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/keyring.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

/* What is kept or looked up, and what is done once the keyring has it. */
typedef struct {
    const CareSecret *kind;
    CareTransactionFunc mark; /* nullable */
    gpointer data;
    GDestroyNotify destroy; /* nullable */
} Act;

static void
act_free(gpointer data)
{
    Act *act = data;

    if (act->destroy != NULL)
        act->destroy(act->data);
    g_free(act);
}

static GHashTable *
attributes_of(const CareSecret *kind, const char *value)
{
    GHashTable *attributes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);

    g_hash_table_insert(attributes, (gpointer)kind->schema.attributes[0].name, g_strdup(value));
    return attributes;
}

static GTask *
task_new(CareStore *store, Act act, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);

    g_task_set_source_tag(task, task_new);
    g_task_set_task_data(task, g_memdup2(&act, sizeof act), act_free);
    return task;
}

static GError *
error_of(const CareSecret *kind, const GError *cause)
{
    g_debug("keyring: %s", cause->message);
    return g_error_new_literal(CARE_ERROR, CARE_ERROR_REFUSED, _(kind->refusal));
}

static void
return_error(GTask *task, const GError *cause)
{
    const Act *act = g_task_get_task_data(task);

    g_task_return_error(task, error_of(act->kind, cause));
}

static void
on_marked(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GError) error = NULL;

    if (care_store_write_finish(CARE_STORE(source), result, &error))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, g_steal_pointer(&error));
}

/* error: of the keyring. */
static void
go_on(GTask *task, const GError *error)
{
    const Act *act = g_task_get_task_data(task);

    if (error == NULL && act->mark != NULL) {
        care_store_write_async(g_task_get_source_object(task), CARE_PRIORITY_INTERACTIVE, act->mark,
                               act->data, NULL, NULL, on_marked, task);
        return;
    }
    if (error != NULL)
        return_error(task, error);
    else
        g_task_return_boolean(task, TRUE);
    g_object_unref(task);
}

static void
on_stored(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    secret_password_store_finish(result, &error);
    go_on(data, error);
}

static void
on_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    secret_password_clear_finish(result, &error);
    go_on(data, error);
}

static void
keep(GTask *task, const char *value, const char *secret)
{
    const CareSecret *kind = ((const Act *)g_task_get_task_data(task))->kind;
    g_autoptr(GHashTable) attributes = attributes_of(kind, value);

    if (secret != NULL)
        secret_password_storev(&kind->schema, attributes, SECRET_COLLECTION_DEFAULT, _(kind->label), secret,
                               NULL, on_stored, task);
    else
        secret_password_clearv(&kind->schema, attributes, NULL, on_cleared, task);
}

void
care_secret_keep_async(const CareSecret *kind, const char *value, const char *secret,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    keep(task_new(NULL, (Act){ .kind = kind }, callback, user_data), value, secret);
}

void
care_secret_keep_and_mark_async(CareStore *store, const CareSecret *kind, const char *value,
                                const char *secret, CareTransactionFunc mark, gpointer data,
                                GDestroyNotify destroy, GAsyncReadyCallback callback, gpointer user_data)
{
    keep(task_new(store, (Act){ kind, mark, data, destroy }, callback, user_data), value, secret);
}

gboolean
care_secret_keep_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

gboolean
care_secret_forget_now(const CareSecret *kind, const char *value, GError **error)
{
    g_autoptr(GHashTable) attributes = attributes_of(kind, value);
    g_autoptr(GError) cause = NULL;

    secret_password_clearv_sync(&kind->schema, attributes, NULL, &cause);
    if (cause == NULL)
        return TRUE;
    g_propagate_error(error, error_of(kind, cause));
    return FALSE;
}

void
care_secret_free(gpointer secret)
{
    secret_password_free(secret);
}

static void
on_looked_up(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GError) error = NULL;
    char *secret = secret_password_lookup_finish(result, &error);

    if (error != NULL)
        return_error(task, error);
    else
        g_task_return_pointer(task, secret, care_secret_free);
}

void
care_secret_lookup_async(const CareSecret *kind, const char *value, GAsyncReadyCallback callback,
                         gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(kind, value);

    secret_password_lookupv(&kind->schema, attributes, NULL, on_looked_up,
                            task_new(NULL, (Act){ .kind = kind }, callback, user_data));
}

char *
care_secret_lookup_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
