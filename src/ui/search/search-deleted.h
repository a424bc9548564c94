/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/search.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Who was deleted lately and is looked for. */

/* Whether a text says enough to look for them. */
gboolean care_search_deleted_may_find(const char *text);
/* Reads whom a text finds, at most limit; cancellable is nullable. */
void care_search_deleted_read(CareStore *store, const char *text, guint limit, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
/* Of CareSearchHit; NULL on an error. Transfer full. */
GPtrArray *care_search_deleted_read_finish(CareStore *store, GAsyncResult *result, GError **error);
/* Brings somebody back, shows them and says so over the window, with Undo. */
void care_search_deleted_bring_back(GtkWidget *window, CareStore *store, CareId customer, const char *name);

G_END_DECLS
