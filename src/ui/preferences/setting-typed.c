/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-typed.h"

#include "store/draft.h"

/* By the key of the setting. Owned by the store. */
typedef struct {
    GHashTable *known;  /* what waits; a NULL says that what the shop has of it is forgotten */
    GHashTable *saving; /* what is on its way into the shop: a NULL takes the setting back to its default */
} Typed;

static void
typed_free(gpointer data)
{
    Typed *self = data;

    g_hash_table_unref(self->known);
    g_hash_table_unref(self->saving);
    g_free(self);
}

static Typed *
of(CareStore *store)
{
    Typed *self = g_object_get_data(G_OBJECT(store), "care-settings-typed");

    if (self == NULL) {
        self = g_new(Typed, 1);
        self->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        self->saving = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        g_object_set_data_full(G_OBJECT(store), "care-settings-typed", self, typed_free);
    }
    return self;
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
    gpointer text = NULL;

    return g_hash_table_lookup_extended(of(store)->known, key, NULL, &text) ? g_strdup(text)
                                                                            : care_draft_read(store, draft);
}

void
care_setting_typed_keep(CareStore *store, const char *key, const char *text)
{
    g_autofree char *draft = draft_key(key);
    g_autofree char *kept = read_kept(store, key);

    if (text == NULL && kept == NULL)
        return;
    g_hash_table_replace(of(store)->known, g_strdup(key), g_strdup(text));
    care_draft_write(store, draft, text);
}

void
care_setting_typed_begin_save(CareStore *store, const char *key, const char *text)
{
    g_hash_table_replace(of(store)->saving, g_strdup(key), g_strdup(text));
}

void
care_setting_typed_end_save(CareStore *store, const char *key, const char *text, gboolean saved)
{
    gpointer latest = NULL;

    if (g_hash_table_lookup_extended(of(store)->saving, key, NULL, &latest) && g_strcmp0(latest, text) != 0)
        return;
    g_hash_table_remove(of(store)->saving, key);
    care_setting_typed_keep(store, key, saved ? NULL : text);
}

char *
care_setting_typed_read(CareStore *store, const char *key)
{
    gpointer text = NULL;

    return g_hash_table_lookup_extended(of(store)->saving, key, NULL, &text) ? g_strdup(text)
                                                                             : read_kept(store, key);
}
