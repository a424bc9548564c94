/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-secret.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/backup/backup.h"
#include "service/keyring.h"
#include "store/setting.h"

/* A keyring may hold the passwords of several shops. */
static const CareSecret password_of_shop = {
    { CARE_APPLICATION_ID ".DailyBackup",
      SECRET_SCHEMA_NONE,
      { { "shop", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } },
    .label = N_("Password of the daily backup"),
    .refusal = N_("The keyring of this computer cannot be used right now. Nothing was changed; "
                  "unlock the keyring and try again."),
};

/* From now on the daily file is written with a password, or without. */
static gboolean
mark_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    gboolean encrypted = GPOINTER_TO_INT(data);

    return care_transaction_set_setting(transaction, CARE_SETTING_BACKUP_ENCRYPTED, encrypted ? "true" : NULL,
                                        error);
}

void
care_backup_secret_set_async(CareStore *store, const char *password, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    GError *error = NULL;

    if (!care_backup_check_password(password, &error))
        g_task_report_error(store, callback, user_data, care_backup_secret_set_async, error);
    else
        care_secret_keep_and_mark_async(store, &password_of_shop, care_store_data_dir(store), password,
                                        mark_closure, GINT_TO_POINTER(password != NULL), NULL, callback,
                                        user_data);
}

gboolean
care_backup_secret_set_finish(GAsyncResult *result, GError **error)
{
    return care_secret_keep_finish(result, error);
}

gboolean
care_backup_secret_is_set(CareStore *store)
{
    g_autofree char *encrypted = care_store_setting(store, CARE_SETTING_BACKUP_ENCRYPTED);

    return g_strcmp0(encrypted, "true") == 0;
}

/* A keyring that stays locked has none, too. */
static void
on_looked_up(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    char *password = care_secret_lookup_finish(result, NULL);

    if (password == NULL)
        g_task_return_new_error(
            task, CARE_ERROR, CARE_ERROR_REFUSED, "%s",
            _("Today’s backup was not written: the keyring of this computer is locked, or "
              "has no password for it. Unlock it and start Aftercare again, or give a "
              "password in the preferences, under Backup."));
    else
        g_task_return_pointer(task, password, care_secret_free);
}

void
care_backup_secret_lookup_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
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
    care_secret_lookup_async(&password_of_shop, care_store_data_dir(store), on_looked_up, task);
}

char *
care_backup_secret_lookup_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
