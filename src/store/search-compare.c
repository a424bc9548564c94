/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The index keeps no text, only which terms are in which row (FTS5's "vocab" tables read that). A sum over the terms of a
 * row, in whatever order they come, is compared with that of the same row in an index of some records that is made in
 * memory by the code that makes the real one. */
#include "store/search-compare.h"

#include "model/record.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/record-sql.h"
#include "store/search-index.h"

/* Records that are held, and indexed, at once. */
#define BUNCH 500

typedef struct {
    guint64 words, codes;
} Sums;

typedef struct {
    CareConnection *connection, *fresh;
    GHashTable *found; /* CareId → Sums, of all that the shop's index has */
    CareSearchCompareFunc func;
    gpointer data;
} Compare;

static GHashTable *
sums_new(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
}

static Sums *
sums_of(GHashTable *all, CareId id)
{
    Sums *sums = g_hash_table_lookup(all, &id);

    if (sums == NULL) {
        sums = g_new0(Sums, 1);
        g_hash_table_insert(all, g_memdup2(&id, sizeof id), sums);
    }
    return sums;
}

/* FNV-1a. */
static guint64
hash_of(const char *term)
{
    guint64 hash = G_GUINT64_CONSTANT(0xcbf29ce484222325);

    for (; term != NULL && *term != '\0'; term++)
        hash = (hash ^ (guchar)*term) * G_GUINT64_CONSTANT(0x100000001b3);
    return hash;
}

static gboolean
add_word(CareStatement *row, gpointer all, GError **error)
{
    sums_of(all, care_statement_int(row, 1))->words += hash_of(care_statement_text(row, 0));
    return TRUE;
}

static gboolean
add_code(CareStatement *row, gpointer all, GError **error)
{
    sums_of(all, care_statement_int(row, 1))->codes += hash_of(care_statement_text(row, 0));
    return TRUE;
}

static gboolean
read_terms(CareConnection *connection, GHashTable *all, GError **error)
{
    g_autoptr(CareStatement) words
        = care_connection_prepare(connection, "SELECT term, doc FROM temp.terms_of_words", error);
    g_autoptr(CareStatement) codes
        = words != NULL
              ? care_connection_prepare(connection, "SELECT term, doc FROM temp.terms_of_codes", error)
              : NULL;

    return codes != NULL && care_statement_each(words, add_word, all, error)
           && care_statement_each(codes, add_code, all, error);
}

/* Tables of the connection alone: nothing is written to the shop. */
static gboolean
open_terms(CareConnection *connection, GError **error)
{
    return care_connection_exec(
        connection,
        "CREATE VIRTUAL TABLE temp.terms_of_words USING fts5vocab ('main', 'search_words', 'instance');"
        "CREATE VIRTUAL TABLE temp.terms_of_codes USING fts5vocab ('main', 'search_codes', 'instance');",
        error);
}

static gboolean
close_terms(CareConnection *connection, GError **error)
{
    return care_connection_exec(
        connection, "DROP TABLE IF EXISTS temp.terms_of_words; DROP TABLE IF EXISTS temp.terms_of_codes;",
        error);
}

static gboolean
read_shop(Compare *self, GError **error)
{
    gboolean reader = care_connection_int(self->connection, "PRAGMA query_only", 0) != 0;
    gboolean read;

    if (!care_connection_exec(self->connection, "PRAGMA query_only=OFF", error))
        return FALSE;
    read = close_terms(self->connection, error) && open_terms(self->connection, error)
           && read_terms(self->connection, self->found, error);
    return close_terms(self->connection, read ? error : NULL)
           && (!reader || care_connection_exec(self->connection, "PRAGMA query_only=ON", read ? error : NULL))
           && read;
}

static gboolean
index_bunch(Compare *self, GPtrArray *records, GError **error)
{
    if (!care_connection_exec(self->fresh,
                              "INSERT INTO search_words (search_words) VALUES ('delete-all');"
                              "INSERT INTO search_codes (search_codes) VALUES ('delete-all');"
                              "DELETE FROM search_doc WHERE 1; BEGIN;",
                              error))
        return FALSE;
    for (guint i = 0; i < records->len; i++)
        if (care_record_is_valid(records->pdata[i], 1, NULL) /* its text may be none */
            && !care_search_index_put(self->fresh, records->pdata[i], NULL, error))
            return FALSE;
    return care_connection_exec(self->fresh, "COMMIT", error);
}

static void
compare_one(Compare *self, GHashTable *wanted, CareRecord *record)
{
    CareId id = care_record_id(record);
    const Sums none = { 0 };
    const Sums *found = g_hash_table_lookup(self->found, &id);
    const Sums *made = g_hash_table_lookup(wanted, &id);

    if (found == NULL || care_record_stamp(record).deleted != 0 || !care_record_is_valid(record, 1, NULL))
        return;
    if (made == NULL)
        made = &none;
    if (found->words != made->words || found->codes != made->codes)
        self->func(id, self->data);
}

static gboolean
compare_bunch(Compare *self, const CareKind *kind, GArray *ids, GError **error)
{
    g_autoptr(GPtrArray) records
        = care_records_load(self->connection, kind, (const CareId *)(void *)ids->data, ids->len, error);
    g_autoptr(GHashTable) wanted = sums_new();

    if (records == NULL || !index_bunch(self, records, error) || !read_terms(self->fresh, wanted, error))
        return FALSE;
    for (guint i = 0; i < records->len; i++)
        compare_one(self, wanted, records->pdata[i]);
    return TRUE;
}

static gboolean
compare_kind(Compare *self, const CareKind *kind, GError **error)
{
    CareId after = G_MININT64;

    for (;;) {
        g_autoptr(GArray) ids = care_kind_ids_after(self->connection, kind, after, BUNCH, error);

        if (ids == NULL || ids->len == 0)
            return ids != NULL;
        if (!compare_bunch(self, kind, ids, error))
            return FALSE;
        after = g_array_index(ids, CareId, ids->len - 1);
    }
}

static gboolean
compare_all(Compare *self, GError **error)
{
    if (!read_shop(self, error) || !open_terms(self->fresh, error))
        return FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (((*kind)->flags & CARE_KIND_SEARCHED) != 0 && !compare_kind(self, *kind, error))
            return FALSE;
    return TRUE;
}

gboolean
care_search_index_compare(CareConnection *connection, CareSearchCompareFunc func, gpointer data,
                          GError **error)
{
    g_autoptr(CareConnection) fresh = care_connection_open(":memory:", CARE_CONNECTION_WRITE, error);
    g_autoptr(GHashTable) found = sums_new();
    Compare self = { .connection = connection, .fresh = fresh, .found = found, .func = func, .data = data };

    return fresh != NULL && care_migrate(fresh, NULL, error) && compare_all(&self, error);
}
