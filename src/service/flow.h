/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The one door through which records are saved by window and command line: it adds what follows from saving them.
 * A new job gets its number and its first status, a low score opens a complaint, a payment moves its invoice's
 * state. Everything happens in the caller's transaction. Worker thread. */
gboolean care_flow_save(CareTransaction *transaction, CareRecord *record, GError **error);

/* The same for the window: saves a copy; when done, the record has what was saved. */
void care_flow_save_async(CareStore *store, CareRecord *record, GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean care_flow_save_finish(CareStore *store, GAsyncResult *result, GError **error);
/* And waiting for it: command line and tests. */
gboolean care_flow_save_now(CareStore *store, CareRecord *record, GError **error);

/* Writes a fact of the timeline that has no row of its own. before and after are nullable. */
gboolean care_flow_add_event(CareTransaction *transaction, CareId customer, CareId job, const char *name,
                             const char *before, const char *after, GError **error);

G_END_DECLS
