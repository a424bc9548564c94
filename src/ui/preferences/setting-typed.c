/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-typed.h"

#include "store/draft.h"

/* What is on its way into the shop, by the key of the setting: a NULL takes it back to its default. Owned by the store. */
static GHashTable *
saving_of(CareStore *store)
{
    GHashTable *saving = g_object_get_data(G_OBJECT(store), "care-settings-typed");

    if (saving == NULL) {
        saving = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        g_object_set_data_full(G_OBJECT(store), "care-settings-typed", saving,
                               (GDestroyNotify)g_hash_table_unref);
    }
    return saving;
}

static char *
draft_key(const char *key)
{
    return g_strconcat(CARE_SETTING_DRAFT, key, NULL);
}

static char *
read_kept(CareStore *store, const char *key)
{
    g_autofree char *draft = draft_key(key);

    return care_draft_read(store, draft);
}

void
care_setting_typed_keep(CareStore *store, const char *key, const char *text)
{
    g_autofree char *draft = draft_key(key);
    g_autofree char *kept = read_kept(store, key);

    if (g_strcmp0(text, kept) == 0)
        return;
    care_draft_write(store, draft, text);
}

void
care_setting_typed_begin_save(CareStore *store, const char *key, const char *text)
{
    g_hash_table_replace(saving_of(store), g_strdup(key), g_strdup(text));
}

void
care_setting_typed_end_save(CareStore *store, const char *key, const char *text, gboolean saved)
{
    gpointer latest = NULL;

    if (g_hash_table_lookup_extended(saving_of(store), key, NULL, &latest) && g_strcmp0(latest, text) != 0)
        return;
    g_hash_table_remove(saving_of(store), key);
    care_setting_typed_keep(store, key, saved ? NULL : text);
}

char *
care_setting_typed_read(CareStore *store, const char *key)
{
    gpointer text = NULL;

    return g_hash_table_lookup_extended(saving_of(store), key, NULL, &text) ? g_strdup(text)
                                                                            : read_kept(store, key);
}
