/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-sql.h"

#include "store/record-list.h"

static const char stamp_columns[] = "id, created, changed, changed_by, deleted_at";
enum { COLUMN_ID, COLUMN_CREATED, COLUMN_CHANGED, COLUMN_CHANGED_BY, COLUMN_DELETED, N_STAMP_COLUMNS };

static void
append_columns(GString *sql, const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind != CARE_FIELD_LIST)
            g_string_append_printf(sql, ", %s", kind->fields[i].name);
}

/* Reads the kind's columns, which start at first, into the record. */
static void
read_fields(CareStatement *statement, int first, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);
    int column = first;

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_LIST)
            continue;
        if (sqlite3_column_type(statement, column) == SQLITE_NULL)
            ; /* not set */
        else if (care_field_is_text(field))
            care_record_set_text(record, (int)i, care_statement_text(statement, column));
        else
            care_record_set_int(record, (int)i, care_statement_int(statement, column));
        column++;
    }
}

/* ids as a JSON array: one statement loads any number of them. */
static char *
ids_to_json(const CareId *ids, guint n)
{
    GString *json = g_string_new("[");

    for (guint i = 0; i < n; i++)
        g_string_append_printf(json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
    return g_string_free_and_steal(g_string_append_c(json, ']'));
}

static void
read_child(CareStatement *statement, CareRecord *child)
{
    care_record_set_id(child, care_statement_int(statement, 1));
    read_fields(statement, 2, child);
}

typedef struct {
    GHashTable *by_id;
    int field;
} Lists;

static gboolean
add_child(CareStatement *row, gpointer data, GError **error)
{
    const Lists *lists = data;
    gint64 owner = care_statement_int(row, 0);
    CareRecord *record = g_hash_table_lookup(lists->by_id, &owner);

    if (record != NULL)
        read_child(row, care_record_list_add(record, lists->field));
    return TRUE;
}

static gboolean
load_list(CareConnection *connection, const CareKind *kind, int field, const char *ids, GHashTable *by_id,
          GError **error)
{
    const CareKind *child = care_kind_child(&kind->fields[field]);
    g_autoptr(GString) sql = g_string_new("SELECT owner, id");
    g_autoptr(CareStatement) statement = NULL;
    Lists lists = { by_id, field };

    append_columns(sql, child);
    g_string_append_printf(
        sql, " FROM %s WHERE owner IN (SELECT value FROM json_each(?1)) ORDER BY owner, position",
        child->name);
    statement = care_connection_prepare(connection, sql->str, error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, ids);
    return care_statement_each(statement, add_child, &lists, error);
}

static void
read_stamp(CareStatement *statement, CareRecord *record)
{
    care_record_set_id(record, care_statement_int(statement, COLUMN_ID));
    care_record_set_stamp(record, (CareRecordStamp){
                                      .created = care_statement_int(statement, COLUMN_CREATED),
                                      .changed = care_statement_int(statement, COLUMN_CHANGED),
                                      .changed_by = care_statement_int(statement, COLUMN_CHANGED_BY),
                                      .deleted = care_statement_int(statement, COLUMN_DELETED),
                                  });
}

typedef struct {
    const CareKind *kind;
    GPtrArray *records;
    GHashTable *by_id;
} Rows;

static gboolean
add_record(CareStatement *row, gpointer data, GError **error)
{
    const Rows *rows = data;
    CareRecord *record = care_record_new(rows->kind);
    gint64 id;

    read_stamp(row, record);
    read_fields(row, N_STAMP_COLUMNS, record);
    id = care_record_id(record);
    g_hash_table_insert(rows->by_id, g_memdup2(&id, sizeof id), record);
    g_ptr_array_add(rows->records, record);
    return TRUE;
}

static gboolean
load_rows(CareConnection *connection, const CareKind *kind, const char *ids, GPtrArray *records,
          GHashTable *by_id, GError **error)
{
    g_autoptr(GString) sql = g_string_new("SELECT ");
    g_autoptr(CareStatement) statement = NULL;
    Rows rows = { kind, records, by_id };

    g_string_append(sql, stamp_columns);
    append_columns(sql, kind);
    g_string_append_printf(sql, " FROM %s WHERE id IN (SELECT value FROM json_each(?1))", kind->name);
    statement = care_connection_prepare(connection, sql->str, error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, ids);
    return care_statement_each(statement, add_record, &rows, error);
}

GPtrArray *
care_records_load(CareConnection *connection, const CareKind *kind, const CareId *ids, guint n,
                  GError **error)
{
    return care_records_load_lists(connection, kind, ids, n, G_MAXUINT64, error);
}

GPtrArray *
care_records_load_lists(CareConnection *connection, const CareKind *kind, const CareId *ids, guint n,
                        guint64 lists, GError **error)
{
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(GHashTable) by_id = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autofree char *json = ids_to_json(ids, n);

    g_assert(kind->n_fields <= 64);
    if (n == 0)
        return g_steal_pointer(&records);
    if (!load_rows(connection, kind, json, records, by_id, error))
        return NULL;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST && lists & G_GUINT64_CONSTANT(1) << i
            && !load_list(connection, kind, (int)i, json, by_id, error))
            return NULL;
    return g_steal_pointer(&records);
}

CareRecord *
care_record_load(CareConnection *connection, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(GPtrArray) records = care_records_load(connection, kind, &id, 1, error);
    g_autofree char *text = NULL;

    if (records == NULL)
        return NULL;
    if (records->len == 1)
        return g_object_ref(records->pdata[0]);
    text = care_id_to_string(id);
    care_set_error_not_found(error, kind, text);
    return NULL;
}

static void
bind_sort_key(CareConnection *connection, CareStatement *statement, int parameter, CareRecord *record,
              int field)
{
    g_autoptr(GBytes) key
        = care_collator_key(care_connection_collator(connection), care_record_text(record, field));

    care_statement_bind_bytes(statement, parameter, key);
}

static void
bind_stamp(CareStatement *statement, CareRecord *record)
{
    CareRecordStamp stamp = care_record_stamp(record);

    care_statement_bind_int(statement, COLUMN_ID + 1, care_record_id(record));
    care_statement_bind_int(statement, COLUMN_CREATED + 1, stamp.created);
    care_statement_bind_int(statement, COLUMN_CHANGED + 1, stamp.changed);
    if (stamp.changed_by != 0)
        care_statement_bind_int(statement, COLUMN_CHANGED_BY + 1, stamp.changed_by);
    if (stamp.deleted != 0)
        care_statement_bind_int(statement, COLUMN_DELETED + 1, stamp.deleted);
}

static gboolean
insert_row(CareConnection *connection, CareRecord *record, GError **error)
{
    const CareKind *kind = care_record_kind(record);
    int sort = care_kind_sort_field(kind);
    int parameter = N_STAMP_COLUMNS + 1;
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(CareStatement) statement = NULL;

    g_string_append_printf(sql, "INSERT INTO %s (%s", kind->name, stamp_columns);
    append_columns(sql, kind);
    g_string_append_printf(sql, "%s) VALUES (?1, ?2, ?3, ?4, ?5", sort >= 0 ? ", sort_key" : "");
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind != CARE_FIELD_LIST)
            g_string_append_printf(sql, ", ?%d", parameter++);
    g_string_append(sql, sort >= 0 ? ", ?)" : ")");
    statement = care_connection_prepare(connection, sql->str, error);
    if (statement == NULL)
        return FALSE;
    bind_stamp(statement, record);
    parameter = N_STAMP_COLUMNS + 1;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind != CARE_FIELD_LIST)
            care_statement_bind_field(statement, parameter++, record, (int)i);
    if (sort >= 0)
        bind_sort_key(connection, statement, parameter, record, sort);
    return care_statement_run(statement, error);
}

gboolean
care_record_insert(CareConnection *connection, CareRecord *record, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    if (!insert_row(connection, record, error))
        return FALSE;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST
            && !care_record_list_write(connection, record, NULL, (int)i, error))
            return FALSE;
    return TRUE;
}

/* Only what differs, so that triggers that guard columns see no change where there is none. */
static gboolean
update_row(CareConnection *connection, CareRecord *record, guint64 fields, GError **error)
{
    const CareKind *kind = care_record_kind(record);
    int sort = care_kind_sort_field(kind);
    gboolean resort = sort >= 0 && fields & CARE_FIELD_BIT(sort);
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(CareStatement) statement = NULL;
    int parameter = N_STAMP_COLUMNS + 1;

    g_string_append_printf(sql, "UPDATE %s SET created = ?2, changed = ?3, changed_by = ?4, deleted_at = ?5",
                           kind->name);
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind != CARE_FIELD_LIST && fields & CARE_FIELD_BIT(i))
            g_string_append_printf(sql, ", %s = ?%d", kind->fields[i].name, parameter++);
    if (resort)
        g_string_append_printf(sql, ", sort_key = ?%d", parameter);
    g_string_append(sql, " WHERE id = ?1");
    statement = care_connection_prepare(connection, sql->str, error);
    if (statement == NULL)
        return FALSE;
    bind_stamp(statement, record);
    parameter = N_STAMP_COLUMNS + 1;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind != CARE_FIELD_LIST && fields & CARE_FIELD_BIT(i))
            care_statement_bind_field(statement, parameter++, record, (int)i);
    if (resort)
        bind_sort_key(connection, statement, parameter, record, sort);
    return care_statement_run(statement, error);
}

gboolean
care_record_update(CareConnection *connection, CareRecord *record, CareRecord *old, GError **error)
{
    const CareKind *kind = care_record_kind(record);
    guint64 fields = care_record_difference(record, old);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST && fields & CARE_FIELD_BIT(i)
            && !care_record_list_write(connection, record, old, (int)i, error))
            return FALSE;
    return update_row(connection, record, fields, error);
}
