/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-secret.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "core/errors.h"
#include "exchange/backup/backup.h"
#include "store/setting.h"

static const SecretSchema schema = {
    CARE_APPLICATION_ID ".DailyBackup",
    SECRET_SCHEMA_NONE,
    { { "shop", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

/* A keyring may hold the passwords of several shops. */
static GHashTable *
attributes_of(CareStore *store)
{
    GHashTable *attributes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);

    g_hash_table_insert(attributes, (gpointer) "shop", g_strdup(care_store_data_dir(store)));
    return attributes;
}

static gboolean
mark_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    gboolean encrypted = GPOINTER_TO_INT(data);

    return care_transaction_set_setting(transaction, CARE_SETTING_BACKUP_ENCRYPTED, encrypted ? "true" : NULL,
                                        error);
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

/* From now on the daily file is written with a password, or without. error: of the keyring. */
static void
mark(GTask *task, gboolean encrypted, const GError *error)
{
    if (error == NULL) {
        care_store_write_async(g_task_get_source_object(task), CARE_PRIORITY_INTERACTIVE, mark_closure,
                               GINT_TO_POINTER(encrypted), NULL, NULL, on_marked, task);
        return;
    }
    g_debug("keyring: %s", error->message);
    g_task_return_new_error(task, CARE_ERROR, CARE_ERROR_REFUSED, "%s",
                            _("The keyring of this computer cannot be used right now. Nothing was changed; "
                              "unlock the keyring and try again."));
    g_object_unref(task);
}

static void
on_stored(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    secret_password_store_finish(result, &error);
    mark(data, TRUE, error);
}

static void
on_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    secret_password_clear_finish(result, &error);
    mark(data, FALSE, error);
}

void
care_backup_secret_set_async(CareStore *store, const char *password, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(store);
    GTask *task = g_task_new(store, NULL, callback, user_data);
    GError *error = NULL;

    if (!care_backup_check_password(password, &error)) {
        g_task_return_error(task, error);
        g_object_unref(task);
    } else if (password != NULL)
        secret_password_storev(&schema, attributes, SECRET_COLLECTION_DEFAULT,
                               _("Password of the daily backup"), password, NULL, on_stored, task);
    else
        secret_password_clearv(&schema, attributes, NULL, on_cleared, task);
}

gboolean
care_backup_secret_set_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

gboolean
care_backup_secret_is_set(CareStore *store)
{
    g_autofree char *encrypted = care_store_setting(store, CARE_SETTING_BACKUP_ENCRYPTED);

    return g_strcmp0(encrypted, "true") == 0;
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
    char *password = secret_password_lookup_finish(result, &error);

    if (error != NULL)
        g_debug("keyring: %s", error->message);
    if (password == NULL) /* a keyring that stays locked is no error */
        g_task_return_new_error(
            task, CARE_ERROR, CARE_ERROR_REFUSED, "%s",
            _("Today’s backup was not written: the keyring of this computer is locked, or "
              "has no password for it. Unlock it and start Aftercare again, or give a "
              "password in the preferences, under Backup."));
    else
        g_task_return_pointer(task, password, password_free);
}

void
care_backup_secret_lookup_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GHashTable) attributes = attributes_of(store);
    GTask *task = g_task_new(store, NULL, callback, user_data);
    g_autofree char *encrypted = NULL;
    GError *error = NULL;

    /* what cannot be read may have said that the file wants a password */
    if (!care_setting_find(care_store_reader(store), CARE_SETTING_BACKUP_ENCRYPTED, &encrypted, &error)
        || g_strcmp0(encrypted, "true") != 0) {
        if (error != NULL)
            g_task_return_error(task, error);
        else
            g_task_return_pointer(task, NULL, NULL);
        g_object_unref(task);
        return;
    }
    secret_password_lookupv(&schema, attributes, NULL, on_looked_up, task);
}

char *
care_backup_secret_lookup_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
