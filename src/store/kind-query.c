/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of tables and columns are those of the record tables, never of anybody's input. */
#include "store/kind-query.h"

#include "store/named-query.h"

G_GNUC_PRINTF(3, 4)
static CareStatement *
prepare(CareConnection *connection, GError **error, const char *format, ...)
{
    g_autofree char *sql = NULL;
    va_list names;

    va_start(names, format);
    sql = g_strdup_vprintf(format, names);
    va_end(names);
    return care_connection_prepare(connection, sql, error);
}

static GArray *
ids_of(CareStatement *prepared, GError **error)
{
    g_autoptr(CareStatement) statement = prepared;

    return statement != NULL ? care_ids_query(statement, error) : NULL;
}

gboolean
care_kind_has_any(CareConnection *connection, const CareKind *kind)
{
    g_autofree char *sql = g_strdup_printf("SELECT EXISTS (SELECT 1 FROM live_%s)", kind->name);

    return care_connection_int(connection, sql, 0) != 0;
}

gboolean
care_kind_had_any(CareConnection *connection, const CareKind *kind, gboolean fallback)
{
    g_autofree char *sql = g_strdup_printf("SELECT EXISTS (SELECT 1 FROM %s)", kind->name);

    return care_connection_int(connection, sql, fallback) != 0;
}

gint64
care_kind_count(CareConnection *connection, const CareKind *kind)
{
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s WHERE deleted_at IS NULL", kind->name);

    return care_connection_int(connection, sql, -1);
}

GArray *
care_kind_ids_by_name(CareConnection *connection, const CareKind *kind, guint limit, GError **error)
{
    CareStatement *statement
        = prepare(connection, error, "SELECT id FROM live_%s ORDER BY sort_key, id LIMIT ?1", kind->name);

    if (statement != NULL)
        care_statement_bind_int(statement, 1, limit > 0 ? (gint64)limit : -1);
    return ids_of(statement, error);
}

GArray *
care_kind_ids_by_id(CareConnection *connection, const CareKind *kind, GError **error)
{
    return ids_of(prepare(connection, error, "SELECT id FROM live_%s ORDER BY id", kind->name), error);
}

/* In a damaged file rows may stand where they do not belong; who asks page by page would go round for ever. */
static gboolean
rise(const GArray *ids, CareId after)
{
    for (guint i = 0; i < ids->len; i++) {
        if (g_array_index(ids, CareId, i) <= after)
            return FALSE;
        after = g_array_index(ids, CareId, i);
    }
    return TRUE;
}

GArray *
care_kind_ids_after(CareConnection *connection, const CareKind *kind, CareId after, guint n, GError **error)
{
    CareStatement *statement
        = prepare(connection, error, "SELECT id FROM %s WHERE id > ?1 ORDER BY id LIMIT ?2", kind->name);
    g_autoptr(GArray) ids = NULL;

    if (statement != NULL) {
        care_statement_bind_int(statement, 1, after);
        care_statement_bind_int(statement, 2, n);
    }
    ids = ids_of(statement, error);
    if (ids == NULL || rise(ids, after))
        return g_steal_pointer(&ids);
    care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
    return NULL;
}

GArray *
care_kind_ids_numbered(CareConnection *connection, const CareKind *kind, const char *year, gint64 sequence,
                       GError **error)
{
    CareStatement *statement = prepare(connection, error, CARE_KIND_NUMBERED, kind->name);

    if (statement != NULL) {
        care_statement_bind(statement, 1, year);
        care_statement_bind_int(statement, 2, sequence);
        care_statement_bind_int(statement, 3, kind->number_digits);
    }
    return ids_of(statement, error);
}

static CareStatement *
prepare_deleted(CareConnection *connection, const CareKind *kind, CareInstant since, guint limit,
                GError **error)
{
    CareStatement *statement
        = prepare(connection, error,
                  "SELECT id, deleted_at FROM %s WHERE " CARE_KIND_WAS_DELETED " AND deleted_at >= ?1 "
                  "ORDER BY deleted_at DESC LIMIT ?2",
                  kind->name);

    if (statement != NULL) {
        care_statement_bind_int(statement, 1, since);
        care_statement_bind_int(statement, 2, limit > 0 ? (gint64)limit : -1);
    }
    return statement;
}

GArray *
care_kind_ids_deleted(CareConnection *connection, const CareKind *kind, CareInstant since, GError **error)
{
    CareStatement *statement = prepare_deleted(connection, kind, since, 0, error);

    return ids_of(statement, error);
}

gboolean
care_kind_each_deleted(CareConnection *connection, const CareKind *kind, CareInstant since, guint limit,
                       CareRowFunc func, gpointer data, GError **error)
{
    g_autoptr(CareStatement) statement = prepare_deleted(connection, kind, since, limit, error);

    return statement != NULL && care_statement_each(statement, func, data, error);
}

typedef struct {
    CareInstant *at;
    CareId *id;
} Place;

static gboolean
take_place(CareStatement *row, gpointer data, GError **error)
{
    Place *place = data;

    *place->at = care_statement_int(row, 0);
    *place->id = care_statement_int(row, 1);
    return FALSE;
}

gboolean
care_kind_next_deleted(CareConnection *connection, const CareKind *kind, CareInstant before, CareInstant *at,
                       CareId *id, GError **error)
{
    Place place = { at, id };
    g_autoptr(CareStatement) statement
        = prepare(connection, error,
                  "SELECT deleted_at, id FROM %s WHERE deleted_at IS NOT NULL AND "
                  "deleted_at < ?1 "
                  "AND (deleted_at, id) > (?2, ?3) ORDER BY deleted_at, id LIMIT 1",
                  kind->name);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, before);
    care_statement_bind_int(statement, 2, *at);
    care_statement_bind_int(statement, 3, *id);
    *id = 0;
    return care_statement_each(statement, take_place, &place, error);
}

static CareStatement *
prepare_referrers(CareConnection *connection, const CareKind *kind, int field, CareId to, GError **error)
{
    CareStatement *statement = prepare(connection, error, "SELECT id, %s FROM %s WHERE %s = ?1",
                                       kind->child ? "owner" : "id", kind->name, kind->fields[field].name);

    if (statement != NULL)
        care_statement_bind_int(statement, 1, to);
    return statement;
}

gboolean
care_kind_each_referrer(CareConnection *connection, const CareKind *kind, int field, CareId to,
                        CareRowFunc func, gpointer data, GError **error)
{
    g_autoptr(CareStatement) statement = prepare_referrers(connection, kind, field, to, error);

    return statement != NULL && care_statement_each(statement, func, data, error);
}

GArray *
care_kind_referrers(CareConnection *connection, const CareKind *kind, int field, CareId to, GError **error)
{
    return ids_of(prepare_referrers(connection, kind, field, to, error), error);
}

/* From what the import brought, by import_row_new, whatever else there is in the shop: CROSS JOIN is SQLite's word for "in
 * this order". %1$s: the column of row by which its record is known. */
#define BROUGHT                                                                                              \
    "FROM import_row CROSS JOIN %2$s AS row ON row.%1$s = import_row.record WHERE import_row.import = ?1 "   \
    "AND import_row.file = ?2 AND import_row.kind = ?3 AND import_row.result = 'new' "

static gboolean
each_brought(CareStatement *prepared, const CareKindBrought *brought, CareRowFunc func, gpointer data,
             GError **error)
{
    g_autoptr(CareStatement) statement = prepared;

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, brought->import);
    care_statement_bind_int(statement, 2, brought->file);
    care_statement_bind(statement, 3, brought->kind->name);
    return care_statement_each(statement, func, data, error);
}

gboolean
care_kind_was_brought(CareConnection *connection, const CareKindBrought *brought, CareId id, gboolean *was,
                      GError **error)
{
    gint64 answer = 0;
    gboolean told = care_query_int(connection, "exchange/import-is-new", &answer, error, "iii",
                                   brought->import, (gint64)brought->file, id);

    *was = answer != 0;
    return told;
}

gboolean
care_kind_each_dangling(CareConnection *connection, const CareKindBrought *brought, const CareKind *kind,
                        int field, CareRowFunc func, gpointer data, GError **error)
{
    const CareField *f = &kind->fields[field];

    return each_brought(prepare(connection, error,
                                "SELECT row.%1$s, row.%3$s " BROUGHT
                                "AND row.%3$s IS NOT NULL AND NOT EXISTS "
                                "(SELECT 1 FROM %4$s AS other WHERE other.id = row.%3$s)",
                                kind->child ? "owner" : "id", kind->name, f->name, f->extra),
                        brought, func, data, error);
}

static gboolean
take_number(CareStatement *row, gpointer number, GError **error)
{
    *(gint64 *)number = care_statement_int(row, 0);
    return FALSE;
}

gboolean
care_kind_customer_of(CareConnection *connection, const CareKind *kind, CareId id, CareId *customer,
                      GError **error)
{
    g_autoptr(CareStatement) statement = NULL;

    *customer = 0;
    if (care_kind_customer_field(kind) < 0)
        return TRUE;
    statement = prepare(connection, error, "SELECT customer FROM %s WHERE id = ?1", kind->name);
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_each(statement, take_number, customer, error);
}

gboolean
care_kind_deleted_at(CareConnection *connection, const CareKind *kind, CareId id, gint64 *deleted,
                     GError **error)
{
    g_autoptr(CareStatement) statement
        = prepare(connection, error, "SELECT coalesce(deleted_at, 0) FROM %s WHERE id = ?1", kind->name);

    *deleted = CARE_KIND_IS_NOWHERE;
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_each(statement, take_number, deleted, error);
}

gboolean
care_kind_each_hidden(CareConnection *connection, const CareKindBrought *brought, int field, CareRowFunc func,
                      gpointer data, GError **error)
{
    const CareField *f = &brought->kind->fields[field];

    return each_brought(prepare(connection, error,
                                "SELECT row.%1$s, row.%3$s " BROUGHT "AND row.deleted_at IS NULL AND EXISTS "
                                "(SELECT 1 FROM %4$s AS other WHERE other.id = row.%3$s "
                                "AND other.deleted_at IS NOT NULL)",
                                "id", brought->kind->name, f->name, f->extra),
                        brought, func, data, error);
}

/* More than anybody follows; a ring is walked once. */
#define LONGEST_WAY "1000"

gboolean
care_kind_leads_to(CareConnection *connection, const CareKind *kind, int field, CareId from, CareId to,
                   gboolean *leads, GError **error)
{
    g_autoptr(CareStatement) statement = prepare(
        connection, error,
        "WITH RECURSIVE way (id) AS (SELECT ?1 UNION SELECT next.%2$s FROM way CROSS JOIN %1$s AS next "
        "ON next.id = way.id WHERE next.%2$s IS NOT NULL LIMIT " LONGEST_WAY ") "
        "SELECT EXISTS (SELECT 1 FROM way WHERE id = ?2)",
        kind->name, kind->fields[field].name);
    gint64 found = 0;

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, from);
    care_statement_bind_int(statement, 2, to);
    if (!care_statement_each(statement, take_number, &found, error))
        return FALSE;
    *leads = found != 0;
    return TRUE;
}

gboolean
care_kind_each_odd_id(CareConnection *connection, const CareKind *kind, CareRowFunc func, gpointer data,
                      GError **error)
{
    g_autoptr(CareStatement) statement
        = prepare(connection, error, "SELECT id, %s FROM %s WHERE id <= 0 ORDER BY id",
                  kind->child ? "owner" : "id", kind->name);

    return statement != NULL && care_statement_each(statement, func, data, error);
}

/* A part for each kind. */
static char *
sql_of_kinds(const char *before, const char *part, const char *between, const char *after)
{
    GString *sql = g_string_new(before);

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        g_string_append(sql, kind == care_kinds() ? "" : between);
        g_string_append(sql, part);
        g_string_append(sql, (*kind)->name);
        g_string_append(sql, after);
    }
    return g_string_free_and_steal(sql);
}

gboolean
care_kinds_have_id(CareConnection *connection, CareId id, gboolean *have, GError **error)
{
    g_autofree char *sql = sql_of_kinds("SELECT ", "EXISTS (SELECT 1 FROM ", " OR ", " WHERE id = ?1)");
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);
    gint64 found = 0;

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    if (!care_statement_each(statement, take_number, &found, error))
        return FALSE;
    *have = found != 0;
    return TRUE;
}

gboolean
care_kinds_each_shared_id(CareConnection *connection, CareRowFunc func, gpointer data, GError **error)
{
    g_autofree char *kinds = sql_of_kinds("", "SELECT id FROM ", " UNION ALL ", "");
    g_autofree char *sql
        = g_strdup_printf("SELECT id FROM (%s) GROUP BY id HAVING count(*) > 1 ORDER BY id", kinds);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return statement != NULL && care_statement_each(statement, func, data, error);
}

gboolean
care_kind_forget_reference(CareConnection *connection, const CareKind *kind, int field, CareId to,
                           GError **error)
{
    g_autoptr(CareStatement) statement
        = prepare(connection, error, "UPDATE %1$s SET %2$s = NULL WHERE %2$s = ?1", kind->name,
                  kind->fields[field].name);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, to);
    return care_statement_run(statement, error);
}

gboolean
care_kind_forget_writer(CareConnection *connection, const CareKind *kind, CareId staff, GError **error)
{
    g_autoptr(CareStatement) statement
        = prepare(connection, error, "UPDATE %s SET changed_by = NULL WHERE changed_by = ?1", kind->name);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, staff);
    return care_statement_run(statement, error);
}

gboolean
care_kind_forget_strange_writers(CareConnection *connection, const CareKindBrought *brought, GError **error)
{
    g_autoptr(CareStatement) statement = prepare(
        connection, error,
        "UPDATE %1$s SET changed_by = NULL WHERE changed_by IS NOT NULL AND id IN "
        "(SELECT record FROM import_row WHERE import = ?1 AND file = ?2 AND kind = ?3 AND result = 'new') "
        "AND NOT EXISTS (SELECT 1 FROM staff AS writer WHERE writer.id = %1$s.changed_by)",
        brought->kind->name);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, brought->import);
    care_statement_bind_int(statement, 2, brought->file);
    care_statement_bind(statement, 3, brought->kind->name);
    return care_statement_run(statement, error);
}

gboolean
care_kind_move_deletions(CareConnection *connection, const CareKind *kind, CareInstant by, CareInstant now,
                         GError **error)
{
    g_autoptr(CareStatement) statement
        = prepare(connection, error,
                  "UPDATE %s SET deleted_at = deleted_at + ?1 "
                  "- max(0, (deleted_at + ?1 - ?2 + 86399) / 86400 * 86400) "
                  "WHERE deleted_at IS NOT NULL AND (?1 <> 0 OR deleted_at > ?2)",
                  kind->name);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, by);
    care_statement_bind_int(statement, 2, now);
    return care_statement_run(statement, error);
}

gboolean
care_kind_begin_deletions(CareConnection *connection, const CareKind *kind, CareInstant now, GError **error)
{
    g_autoptr(CareStatement) statement
        = prepare(connection, error,
                  "UPDATE %s SET deleted_at = deleted_at + (?1 - deleted_at) / 86400 * 86400 "
                  "WHERE deleted_at IS NOT NULL AND deleted_at < created AND created <= ?1",
                  kind->name);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, now);
    return care_statement_run(statement, error);
}
