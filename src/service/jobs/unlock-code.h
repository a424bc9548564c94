/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A device's unlock code: in the keyring only (libsecret; inside Flatpak through the Secret portal), never in the
 * database, a backup, a log or on paper. The job merely says that there is one. All calls may fail because there is
 * no keyring or it is locked; the error is a sentence that says what was kept. Main thread. */
void care_unlock_code_store_async(CareStore *store, CareId job, const char *code,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean care_unlock_code_store_finish(CareStore *store, GAsyncResult *result, GError **error);
/* NULL without an error: there is none. Free with care_secret_free(). */
void care_unlock_code_lookup_async(CareStore *store, CareId job, GAsyncReadyCallback callback,
                                   gpointer user_data);
char *care_unlock_code_lookup_finish(CareStore *store, GAsyncResult *result, GError **error);
/* Deletes it and clears the job's mark; the mark stays if the keyring cannot be reached, and Today asks again. */
void care_unlock_code_clear_async(CareStore *store, CareId job, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean care_unlock_code_clear_finish(CareStore *store, GAsyncResult *result, GError **error);
/* The same, waited for: the command line after "job move ID collected". */
gboolean care_unlock_code_clear_now(CareStore *store, CareId job, GError **error);

G_END_DECLS
