/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The unlock code of a job that is begun and not taken in, while its other words wait as a draft: in the keyring only,
 * like that of a job (service/jobs/unlock-code.h). key is the draft's. Main thread. */

/* An empty code forgets it. The error is a sentence that says what was kept. */
void care_unlock_draft_keep_async(const char *key, const char *code, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean care_unlock_draft_keep_finish(GAsyncResult *result, GError **error);
/* NULL without an error: there is none. Free with care_secret_free(). */
void care_unlock_draft_lookup_async(const char *key, GAsyncReadyCallback callback, gpointer user_data);
char *care_unlock_draft_lookup_finish(GAsyncResult *result, GError **error);
/* The job was taken in or thrown away. What the keyring says about it changes nothing any more. */
void care_unlock_draft_forget(const char *key);

G_END_DECLS
