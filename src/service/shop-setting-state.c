/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/shop-setting-state.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "store/named-query.h"
#include "store/setting.h"

static gboolean
take(GHashTable *state, CareTransaction *transaction, const char *key, GError **error)
{
    g_autoptr(GError) local = NULL;
    char *value
        = care_query_text(care_transaction_connection(transaction), "store/setting", &local, "s", key);

    if (local == NULL) {
        g_hash_table_insert(state, g_strdup(key), value);
        return TRUE;
    }
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

GHashTable *
care_shop_setting_state(CareTransaction *transaction, const char *key, GError **error)
{
    g_autoptr(GHashTable) state = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    gboolean along = strcmp(key, CARE_SETTING_REGION) == 0;

    if (!take(state, transaction, key, error))
        return NULL;
    for (const char *const *one = care_settings_of_country(); along && *one != NULL; one++)
        if (!take(state, transaction, *one, error))
            return NULL;
    return g_steal_pointer(&state);
}

/* Whether it is so still. */
static gboolean
check_left(CareTransaction *transaction, const char *key, const char *left, GError **error)
{
    g_autoptr(GHashTable) now = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    if (!take(now, transaction, key, error))
        return FALSE;
    if (g_strcmp0(g_hash_table_lookup(now, key), left) == 0)
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                        _("It was set to something else since. Nothing was changed; look at it anew."));
    return FALSE;
}

gboolean
care_shop_setting_put_back(CareTransaction *transaction, GHashTable *state, GHashTable *left, GError **error)
{
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, state);
    while (g_hash_table_iter_next(&iter, &key, &value))
        if (!check_left(transaction, key, g_hash_table_lookup(left, key), error)
            || !care_transaction_set_setting(transaction, key, value, error))
            return FALSE;
    return TRUE;
}

gboolean
care_shop_setting_same(GHashTable *a, GHashTable *b)
{
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, a);
    while (g_hash_table_iter_next(&iter, &key, &value))
        if (!g_hash_table_contains(b, key) || g_strcmp0(g_hash_table_lookup(b, key), value) != 0)
            return FALSE;
    return g_hash_table_size(a) == g_hash_table_size(b);
}
