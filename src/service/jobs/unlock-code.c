/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/unlock-code.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "core/errors.h"
#include "model/job.h"
#include "service/flow.h"

static const SecretSchema schema = {
    CARE_APPLICATION_ID ".UnlockCode",
    SECRET_SCHEMA_NONE,
    { { "job", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static GHashTable *
attributes_of(CareId job)
{
    GHashTable *attributes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);

    g_hash_table_insert(attributes, (gpointer) "job", care_id_to_string(job));
    return attributes;
}

static GError *
keyring_error(const GError *cause)
{
    g_debug("keyring: %s", cause->message);
    return g_error_new_literal(
        CARE_ERROR, CARE_ERROR_REFUSED,
        _("The keyring of this computer cannot be used right now, so the unlock code was left "
          "as it was. Everything else was kept; unlock the keyring and try again."));
}

typedef struct {
    CareId job;
    gboolean has_code;
} Mark;

static gboolean
mark_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Mark *mark = data;
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, mark->job, error);

    if (job == NULL)
        return FALSE;
    care_record_set_int(job, CARE_JOB_HAS_CODE, mark->has_code);
    return care_flow_save(transaction, job, NULL, error);
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

static void
write_mark(GTask *task)
{
    CareStore *store = g_task_get_source_object(task);

    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, mark_closure, g_task_get_task_data(task), NULL,
                           NULL, on_marked, task);
}

static GTask *
mark_task(CareStore *store, CareId job, gboolean has_code, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Mark mark = { job, has_code };

    g_task_set_task_data(task, g_memdup2(&mark, sizeof mark), g_free);
    return task;
}

static void
on_stored(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    g_autoptr(GError) error = NULL;

    if (secret_password_store_finish(result, &error)) {
        write_mark(task);
        return;
    }
    g_task_return_error(task, keyring_error(error));
    g_object_unref(task);
}

void
care_unlock_code_store_async(CareStore *store, CareId job, const char *code, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(job);

    secret_password_storev(&schema, attributes, SECRET_COLLECTION_DEFAULT,
                           _("Unlock code of a device in repair"), code, NULL, on_stored,
                           mark_task(store, job, TRUE, callback, user_data));
}

gboolean
care_unlock_code_store_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

static void
password_free(gpointer password)
{
    secret_password_free(password);
}

static void
on_looked_up(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GError) error = NULL;
    char *code = secret_password_lookup_finish(result, &error);

    if (error != NULL)
        g_task_return_error(task, keyring_error(error));
    else
        g_task_return_pointer(task, code, password_free);
}

void
care_unlock_code_lookup_async(CareStore *store, CareId job, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(job);

    secret_password_lookupv(&schema, attributes, NULL, on_looked_up,
                            g_task_new(store, NULL, callback, user_data));
}

char *
care_unlock_code_lookup_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}

static void
on_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    g_autoptr(GError) error = NULL;

    secret_password_clear_finish(result, &error);
    if (error == NULL) {
        write_mark(task);
        return;
    }
    g_task_return_error(task, keyring_error(error));
    g_object_unref(task);
}

void
care_unlock_code_clear_async(CareStore *store, CareId job, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(job);

    secret_password_clearv(&schema, attributes, NULL, on_cleared,
                           mark_task(store, job, FALSE, callback, user_data));
}

gboolean
care_unlock_code_clear_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

gboolean
care_unlock_code_clear_now(CareStore *store, CareId job, GError **error)
{
    g_autoptr(GHashTable) attributes = attributes_of(job);
    g_autoptr(GError) cause = NULL;
    Mark mark = { job, FALSE };

    secret_password_clearv_sync(&schema, attributes, NULL, &cause);
    if (cause != NULL) {
        g_propagate_error(error, keyring_error(cause));
        return FALSE;
    }
    return care_store_write(store, mark_closure, &mark, error);
}
