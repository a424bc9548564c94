/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

#include "store/store.h"

G_BEGIN_DECLS

/* What is kept in the keyring of the desktop and nowhere else (libsecret; inside Flatpak through the Secret portal). Every
 * call may fail, for there is none, or it is locked: CARE_ERROR_REFUSED with the sentence of the kind. Main thread. */

/* A kind of secret; constant data. */
typedef struct {
    SecretSchema schema; /* of one attribute, which says what the secret is of */
    const char *label;   /* what the keyring calls it; untranslated */
    const char *refusal; /* what was kept where the keyring cannot be used; untranslated */
} CareSecret;

/* value: of the attribute. secret: NULL forgets it. */
void care_secret_keep_async(const CareSecret *kind, const char *value, const char *secret,
                            GAsyncReadyCallback callback, gpointer user_data);
/* The same, and when it is done what the shop's rows say of it, in a transaction; data as in care_store_write_async(). */
void care_secret_keep_and_mark_async(CareStore *store, const CareSecret *kind, const char *value,
                                     const char *secret, CareTransactionFunc mark, gpointer data,
                                     GDestroyNotify destroy, GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean care_secret_keep_finish(GAsyncResult *result, GError **error); /* of both */
/* Waited for. */
gboolean care_secret_forget_now(const CareSecret *kind, const char *value, GError **error);

/* NULL without an error: there is none. Free with care_secret_free(). */
void care_secret_lookup_async(const CareSecret *kind, const char *value, GAsyncReadyCallback callback,
                              gpointer user_data);
char *care_secret_lookup_finish(GAsyncResult *result, GError **error);
/* Out of memory that is not written to the disk, overwritten before it is given back. secret: a string, nullable. Any
 * thread. */
void care_secret_free(gpointer secret);

G_END_DECLS
