/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/unlock-draft.h"

#include <glib/gi18n-lib.h>

#include "service/keyring.h"

static const CareSecret code_of_draft = {
    { CARE_APPLICATION_ID ".UnlockCodeOfDraft",
      SECRET_SCHEMA_NONE,
      { { "draft", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } },
    .label = N_("Unlock code of a device that is being taken in"),
    .refusal = N_("The keyring of this computer cannot be used right now: the unlock code of "
                  "the job that is being taken in is not kept. Everything else is."),
};

void
care_unlock_draft_keep_async(const char *key, const char *code, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    care_secret_keep_async(&code_of_draft, key, *code != '\0' ? code : NULL, callback, user_data);
}

gboolean
care_unlock_draft_keep_finish(GAsyncResult *result, GError **error)
{
    return care_secret_keep_finish(result, error);
}

void
care_unlock_draft_lookup_async(const char *key, GAsyncReadyCallback callback, gpointer user_data)
{
    care_secret_lookup_async(&code_of_draft, key, callback, user_data);
}

char *
care_unlock_draft_lookup_finish(GAsyncResult *result, GError **error)
{
    return care_secret_lookup_finish(result, error);
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
