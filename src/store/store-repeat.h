/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Long work in many short transactions, so that nobody waits for it at the counter. */

/* One of them, for about CARE_TRANSACTION_CHUNK_USEC. *done ends the work; it is FALSE before. Worker thread. */
typedef gboolean (*CareStepFunc)(CareTransaction *transaction, gpointer data, gboolean *done, GError **error);

/* In the background. data is freed on the thread of the store's owner. The first error ends it. */
void care_store_repeat_async(CareStore *store, CareStepFunc step, gpointer data, GDestroyNotify destroy,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean care_store_repeat_finish(CareStore *store, GAsyncResult *result, GError **error);
/* The same, waited for. */
gboolean care_store_repeat(CareStore *store, CareStepFunc step, gpointer data, GError **error);

G_END_DECLS
