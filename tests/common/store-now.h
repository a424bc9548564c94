/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program does in the background, waited for. */
#pragma once

#include "store/draft.h"
#include "store/sort-keys.h"
#include "store/store.h"
#include "store/under-way.h"

static inline gboolean
store_now_set(CareTransaction *transaction, gpointer data, GError **error)
{
    const char *const *pair = data;

    return care_transaction_set_setting(transaction, pair[0], pair[1], error);
}

static inline gboolean
care_store_set_setting(CareStore *store, const char *key, const char *value, GError **error)
{
    const char *pair[] = { key, value };

    return care_store_write(store, store_now_set, pair, error);
}

static inline void
store_now_keep(GObject *source, GAsyncResult *result, gpointer data)
{
    *(GAsyncResult **)data = g_object_ref(result);
}

static inline gboolean
care_sort_keys_follow_now(CareStore *store, const char *locale, GError **error)
{
    g_autoptr(GAsyncResult) result = NULL;

    care_sort_keys_follow_async(store, locale, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    return care_sort_keys_follow_finish(store, result, error);
}

static inline void
store_now_write_draft(CareStore *store, const char *key, const char *text)
{
    g_autofree char *kept = NULL;

    care_draft_write(store, key, text);
    while (kept = care_draft_read(store, key), g_strcmp0(kept, text) != 0 || care_under_way_any(store)) {
        g_clear_pointer(&kept, g_free);
        g_main_context_iteration(NULL, FALSE);
    }
}
