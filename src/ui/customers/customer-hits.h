/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/query.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Everybody, as without a filter. Transfer full. */
CareQuery *care_customer_hits_everybody(gboolean newest_first);
/* Whom the filter of customers finds first; more is read when it is asked for. callback ends it with
 * care_store_read_finish(), which returns a GArray of CareId. Where the answer is quick, it is there when this returns. Main
 * thread. */
void care_customer_hits_async(CareStore *store, const char *text, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
/* A search looks at the newest matches only, and these may be devices and jobs as well: of a letter or two there are
 * nearly always more. */
gboolean care_customer_hits_may_be_more(const char *text, guint found);

G_END_DECLS
