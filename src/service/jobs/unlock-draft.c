/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/unlock-draft.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "core/errors.h"

static const SecretSchema schema = {
    CARE_APPLICATION_ID ".UnlockCodeOfDraft",
    SECRET_SCHEMA_NONE,
    { { "draft", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static GHashTable *
attributes_of(const char *key)
{
    GHashTable *attributes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);

    g_hash_table_insert(attributes, (gpointer) "draft", g_strdup(key));
    return attributes;
}

static void
return_error(GTask *task, const GError *cause)
{
    g_debug("keyring: %s", cause->message);
    g_task_return_new_error(task, CARE_ERROR, CARE_ERROR_REFUSED, "%s",
                            _("The keyring of this computer cannot be used right now: the unlock code of "
                              "the job that is being taken in is not kept. Everything else is."));
}

static void
on_kept(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GError) error = NULL;

    if (secret_password_store_finish(result, &error))
        g_task_return_boolean(task, TRUE);
    else
        return_error(task, error);
}

static void
on_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GError) error = NULL;

    secret_password_clear_finish(result, &error);
    if (error == NULL)
        g_task_return_boolean(task, TRUE);
    else
        return_error(task, error);
}

void
care_unlock_draft_keep_async(const char *key, const char *code, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(key);
    GTask *task = g_task_new(NULL, NULL, callback, user_data);

    if (*code != '\0')
        secret_password_storev(&schema, attributes, SECRET_COLLECTION_DEFAULT,
                               _("Unlock code of a device that is being taken in"), code, NULL, on_kept,
                               task);
    else
        secret_password_clearv(&schema, attributes, NULL, on_cleared, task);
}

gboolean
care_unlock_draft_keep_finish(GAsyncResult *result, GError **error)
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

    if (error == NULL)
        g_task_return_pointer(task, code, password_free);
    else
        return_error(task, error);
}

void
care_unlock_draft_lookup_async(const char *key, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(key);

    secret_password_lookupv(&schema, attributes, NULL, on_looked_up,
                            g_task_new(NULL, NULL, callback, user_data));
}

char *
care_unlock_draft_lookup_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}

static void
on_forgotten(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    if (!care_unlock_draft_keep_finish(result, &error))
        g_debug("%s", error->message);
}

void
care_unlock_draft_forget(const char *key)
{
    care_unlock_draft_keep_async(key, "", on_forgotten, NULL);
}
