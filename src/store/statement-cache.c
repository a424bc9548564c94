/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/statement-cache.h"

#define KEPT 64

struct _CareStatementCache {
    GHashTable *idle;  /* SQL → Entry, which it owns */
    GQueue by_use;     /* of the idle ones, the last used first */
    GHashTable *taken; /* sqlite3_stmt → Entry, which it owns */
};

typedef struct {
    char *sql;
    sqlite3_stmt *statement;
    GList link;
} Entry;

static void
entry_free(gpointer data)
{
    Entry *entry = data;

    sqlite3_finalize(entry->statement);
    g_free(entry->sql);
    g_free(entry);
}

CareStatementCache *
care_statement_cache_new(void)
{
    CareStatementCache *self = g_new0(CareStatementCache, 1);

    self->idle = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, entry_free);
    self->taken = g_hash_table_new_full(NULL, NULL, NULL, entry_free);
    return self;
}

void
care_statement_cache_clear(CareStatementCache *self)
{
    g_queue_init(&self->by_use);
    g_hash_table_remove_all(self->idle);
}

void
care_statement_cache_free(CareStatementCache *self)
{
    g_hash_table_unref(self->idle);
    g_hash_table_unref(self->taken);
    g_free(self);
}

sqlite3_stmt *
care_statement_cache_take(CareStatementCache *self, const char *sql)
{
    gpointer data;
    Entry *entry;

    if (!g_hash_table_steal_extended(self->idle, sql, NULL, &data))
        return NULL;
    entry = data;
    g_queue_unlink(&self->by_use, &entry->link);
    g_hash_table_insert(self->taken, entry->statement, entry);
    return entry->statement;
}

void
care_statement_cache_add(CareStatementCache *self, const char *sql, sqlite3_stmt *statement)
{
    Entry *entry = g_new0(Entry, 1);

    entry->sql = g_strdup(sql);
    entry->statement = statement;
    entry->link.data = entry;
    g_hash_table_insert(self->taken, statement, entry);
}

static void
drop_oldest(CareStatementCache *self)
{
    Entry *oldest = g_queue_peek_tail(&self->by_use);

    g_queue_unlink(&self->by_use, &oldest->link);
    g_hash_table_remove(self->idle, oldest->sql);
}

void
care_statement_cache_give_back(CareStatementCache *self, sqlite3_stmt *statement)
{
    gpointer data;
    Entry *entry;

    if (!g_hash_table_steal_extended(self->taken, statement, NULL, &data))
        g_return_if_reached();
    entry = data;
    if (g_hash_table_contains(self->idle, entry->sql)) { /* the same text was in use twice at once */
        entry_free(entry);
        return;
    }
    g_hash_table_insert(self->idle, entry->sql, entry);
    g_queue_push_head_link(&self->by_use, &entry->link);
    if (g_queue_get_length(&self->by_use) > KEPT)
        drop_oldest(self);
}
