/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The password of the daily backup: in the keyring only (libsecret; inside Flatpak through the Secret portal). The
 * shop's settings merely say that there is one, so that a keyring that is locked never makes a file without. Main
 * thread. */

/* Keeps a password, or with NULL writes the file without one from now on. CARE_ERROR_INPUT: it is empty, _REFUSED: the
 * keyring cannot be used; nothing was changed. */
void care_backup_secret_set_async(CareStore *store, const char *password, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean care_backup_secret_set_finish(GAsyncResult *result, GError **error);
gboolean care_backup_secret_is_set(CareStore *store);
/* NULL without an error: the file is written without a password. Free with care_secret_free(). */
void care_backup_secret_lookup_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
char *care_backup_secret_lookup_finish(GAsyncResult *result, GError **error);

G_END_DECLS
