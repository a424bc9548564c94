/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-index.h"

#include "core/fold.h"
#include "store/record-sql.h"
#include "store/search-text.h"

/* Between two fields, so that no run of characters matches across them. */
#define FIELD_BREAK "\n"

static gboolean
is_indexed(const CareKind *kind)
{
    return (kind->flags & CARE_KIND_SEARCHED) != 0;
}

static void
append(GString *text, const char *part)
{
    if (part == NULL || *part == '\0')
        return;
    if (text->len > 0)
        g_string_append(text, FIELD_BREAK);
    g_string_append(text, part);
}

static void
collect_field(CareRecord *record, int field, GString *words, GString *codes)
{
    const char *text = care_record_text(record, field);
    CareFieldFlags flags = care_record_kind(record)->fields[field].flags;

    if (flags & CARE_FIELD_WORDS) {
        g_autofree char *own_words = care_search_words_of(text);
        g_autofree char *own_codes = care_search_codes_of(text);

        append(words, own_words);
        append(codes, own_codes);
    } else if (flags & CARE_FIELD_CODES) {
        g_autofree char *code = care_text_codes(text);

        append(codes, code);
    }
}

/* What words and codes of the record are found by. */
static void
collect(CareRecord *record, GString *words, GString *codes)
{
    const CareKind *kind = care_record_kind(record);
    g_autofree char *also = kind->also != NULL ? kind->also(record) : NULL;

    for (guint i = 0; i < kind->n_fields; i++) {
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            for (guint j = 0; j < care_record_list_length(record, (int)i); j++)
                collect(care_record_list_item(record, (int)i, j), words, codes);
        else if (kind->fields[i].flags & (CARE_FIELD_WORDS | CARE_FIELD_CODES)
                 && care_record_is_set(record, (int)i))
            collect_field(record, (int)i, words, codes);
    }
    append(codes, also);
}

static gboolean
run_delete(CareConnection *connection, const char *sql, CareId id, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_run(statement, error);
}

static gboolean
run_text(CareConnection *connection, const char *sql, CareId id, const char *text, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    care_statement_bind(statement, 2, text);
    return care_statement_run(statement, error);
}

gboolean
care_search_index_remove(CareConnection *connection, const CareKind *kind, CareId id, GError **error)
{
    return !is_indexed(kind)
           || (run_delete(connection, "DELETE FROM search_words WHERE rowid = ?1", id, error)
               && run_delete(connection, "DELETE FROM search_codes WHERE rowid = ?1", id, error)
               && run_delete(connection, "DELETE FROM search_doc WHERE id = ?1", id, error));
}

static gboolean
insert(CareConnection *connection, CareRecord *record, GError **error)
{
    CareId id = care_record_id(record);
    g_autoptr(GString) words = g_string_new(NULL);
    g_autoptr(GString) codes = g_string_new(NULL);
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection, "INSERT INTO search_doc (id, kind, customer) VALUES (?1, ?2, ?3)", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    care_statement_bind(statement, 2, care_record_kind(record)->name);
    care_statement_bind_int(statement, 3, care_record_customer(record));
    collect(record, words, codes);
    return care_statement_run(statement, error)
           && run_text(connection, "INSERT INTO search_words (rowid, words) VALUES (?1, ?2)", id, words->str,
                       error)
           && run_text(connection, "INSERT INTO search_codes (rowid, codes) VALUES (?1, ?2)", id, codes->str,
                       error);
}

static gboolean
update_customer(CareConnection *connection, CareRecord *record, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection, "UPDATE search_doc SET customer = ?2 WHERE id = ?1", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, care_record_id(record));
    care_statement_bind_int(statement, 2, care_record_customer(record));
    return care_statement_run(statement, error);
}

/* Most edits change nothing that anybody searches for. */
static gboolean
update(CareConnection *connection, CareRecord *record, CareRecord *old, GError **error)
{
    CareId id = care_record_id(record);
    g_autoptr(GString) words = g_string_new(NULL);
    g_autoptr(GString) codes = g_string_new(NULL);
    g_autoptr(GString) old_words = g_string_new(NULL);
    g_autoptr(GString) old_codes = g_string_new(NULL);

    collect(record, words, codes);
    collect(old, old_words, old_codes);
    return (care_record_customer(record) == care_record_customer(old)
            || update_customer(connection, record, error))
           && (g_string_equal(words, old_words)
               || run_text(connection, "UPDATE search_words SET words = ?2 WHERE rowid = ?1", id, words->str,
                           error))
           && (g_string_equal(codes, old_codes)
               || run_text(connection, "UPDATE search_codes SET codes = ?2 WHERE rowid = ?1", id, codes->str,
                           error));
}

gboolean
care_search_index_put(CareConnection *connection, CareRecord *record, CareRecord *old, GError **error)
{
    if (!is_indexed(care_record_kind(record)) || care_record_stamp(record).deleted != 0)
        return TRUE;
    return old == NULL ? insert(connection, record, error) : update(connection, record, old, error);
}

gboolean
care_search_index_renew(CareConnection *connection, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(GPtrArray) found = care_records_load(connection, kind, &id, 1, error);

    /* What a damaged shop has lost has nothing to be found by. */
    return found != NULL && care_search_index_remove(connection, kind, id, error)
           && (found->len == 0 || care_search_index_put(connection, found->pdata[0], NULL, error));
}

/* How many pages a step merges: some milliseconds. */
#define MERGE_PAGES 64

/* A negative number of pages puts all parts into one merge; what follows goes on with it (FTS5's "merge" command). */
static gboolean
merge(CareConnection *connection, const char *sql, gboolean first, gboolean *done, GError **error)
{
    sqlite3 *handle = care_connection_handle(connection);
    gint64 before = sqlite3_total_changes64(handle);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, first ? -MERGE_PAGES : MERGE_PAGES);
    if (!care_statement_run(statement, error))
        return FALSE;
    *done = *done && sqlite3_total_changes64(handle) - before < 2;
    return TRUE;
}

gboolean
care_search_index_forget(CareConnection *connection, gboolean first, gboolean *done, GError **error)
{
    *done = TRUE;
    return merge(connection, "INSERT INTO search_words (search_words, rank) VALUES ('merge', ?1)", first,
                 done, error)
           && merge(connection, "INSERT INTO search_codes (search_codes, rank) VALUES ('merge', ?1)", first,
                    done, error);
}

static gboolean
rebuild_kind(CareConnection *connection, const CareKind *kind, GError **error)
{
    g_autofree char *sql
        = g_strdup_printf("SELECT id FROM %s WHERE deleted_at IS NULL ORDER BY id", kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);
    g_autoptr(GArray) ids = statement != NULL ? care_ids_query(statement, error) : NULL;

    if (ids == NULL)
        return FALSE;
    for (guint first = 0; first < ids->len; first += 256) {
        g_autoptr(GPtrArray) records = care_records_load(connection, kind, &g_array_index(ids, CareId, first),
                                                         MIN(256, ids->len - first), error);

        if (records == NULL)
            return FALSE;
        for (guint i = 0; i < records->len; i++)
            if (!care_search_index_put(connection, records->pdata[i], NULL, error))
                return FALSE;
    }
    return TRUE;
}

gboolean
care_search_index_rebuild(CareConnection *connection, GError **error)
{
    if (!care_connection_exec(connection,
                              "INSERT INTO search_words (search_words) VALUES ('delete-all');"
                              "INSERT INTO search_codes (search_codes) VALUES ('delete-all');"
                              "DELETE FROM search_doc WHERE 1;",
                              error))
        return FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (is_indexed(*kind) && !rebuild_kind(connection, *kind, error))
            return FALSE;
    return TRUE;
}

/* What FTS5 keeps of a row beside its words is there as long as they are: a name in the list of documents, without words in
 * the index, is found by nothing, and words without a name are of somebody who is gone. */
static void
append_index(GString *sql, const char *index)
{
    g_string_append_printf(sql,
                           " UNION SELECT id FROM search_doc WHERE id NOT IN (SELECT id FROM %s_docsize)"
                           " UNION SELECT id FROM %s_docsize WHERE id NOT IN (SELECT id FROM search_doc)",
                           index, index);
}

GArray *
care_search_index_check(CareConnection *connection, GError **error)
{
    g_autoptr(GString) sql = g_string_new("WITH live (id) AS (");
    g_autoptr(CareStatement) statement = NULL;

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (is_indexed(*kind))
            g_string_append_printf(sql, "%sSELECT id FROM %s WHERE deleted_at IS NULL",
                                   g_str_has_suffix(sql->str, "(") ? "" : " UNION ALL ", (*kind)->name);
    g_string_append(sql, ") SELECT id FROM live WHERE id NOT IN (SELECT id FROM search_doc)"
                         " UNION SELECT id FROM search_doc WHERE id NOT IN (SELECT id FROM live)");
    append_index(sql, "search_words");
    append_index(sql, "search_codes");
    statement = care_connection_prepare(connection, sql->str, error);
    return statement != NULL ? care_ids_query(statement, error) : NULL;
}
