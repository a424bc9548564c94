/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-list.h"

/* Behind all rows of the list, so that no two ever share a position. */
#define BEHIND "(SELECT ifnull(max(position), -1) + 1 FROM %s WHERE owner = ?1)"

void
care_statement_bind_field(CareStatement *statement, int parameter, CareRecord *record, int field)
{
    if (!care_record_is_set(record, field))
        sqlite3_bind_null(statement, parameter);
    else if (care_field_is_text(&care_record_kind(record)->fields[field]))
        care_statement_bind(statement, parameter, care_record_text(record, field));
    else
        care_statement_bind_int(statement, parameter, care_record_int(record, field));
}

static gboolean
insert_row(CareConnection *connection, CareRecord *row, CareId owner, GError **error)
{
    const CareKind *kind = care_record_kind(row);
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(CareStatement) statement = NULL;

    g_string_append_printf(sql, "INSERT INTO %s (owner, position", kind->name);
    for (guint i = 0; i < kind->n_fields; i++)
        g_string_append_printf(sql, ", %s", kind->fields[i].name);
    g_string_append_printf(sql, ") VALUES (?1, " BEHIND, kind->name);
    for (guint i = 0; i < kind->n_fields; i++)
        g_string_append_printf(sql, ", ?%u", i + 2);
    g_string_append_c(sql, ')');
    statement = care_connection_prepare(connection, sql->str, error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, owner);
    for (guint i = 0; i < kind->n_fields; i++)
        care_statement_bind_field(statement, (int)i + 2, row, (int)i);
    if (!care_statement_run(statement, error))
        return FALSE;
    care_record_set_id(row, sqlite3_last_insert_rowid(care_connection_handle(connection)));
    return TRUE;
}

/* fields: which of its columns; behind: it is to follow all other rows. */
static gboolean
update_row(CareConnection *connection, CareRecord *row, CareId owner, guint64 fields, gboolean behind,
           GError **error)
{
    const CareKind *kind = care_record_kind(row);
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(CareStatement) statement = NULL;
    int parameter = 3;

    g_string_append_printf(sql, "UPDATE %s SET owner = ?1", kind->name);
    if (behind)
        g_string_append_printf(sql, ", position = " BEHIND, kind->name);
    for (guint i = 0; i < kind->n_fields; i++)
        if (fields & CARE_FIELD_BIT(i))
            g_string_append_printf(sql, ", %s = ?%d", kind->fields[i].name, parameter++);
    g_string_append(sql, " WHERE id = ?2");
    statement = care_connection_prepare(connection, sql->str, error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, owner);
    care_statement_bind_int(statement, 2, care_record_id(row));
    parameter = 3;
    for (guint i = 0; i < kind->n_fields; i++)
        if (fields & CARE_FIELD_BIT(i))
            care_statement_bind_field(statement, parameter++, row, (int)i);
    return care_statement_run(statement, error);
}

static gboolean
delete_row(CareConnection *connection, CareRecord *row, GError **error)
{
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE id = ?1", care_record_kind(row)->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, care_record_id(row));
    return care_statement_run(statement, error);
}

static gboolean
delete_missing(CareConnection *connection, CareRecord *record, CareRecord *old, int field, GError **error)
{
    guint n = old != NULL ? care_record_list_length(old, field) : 0;

    for (guint i = 0; i < n; i++) {
        CareRecord *row = care_record_list_item(old, field, i);

        if (care_record_list_find(record, field, care_record_id(row)) == NULL
            && !delete_row(connection, row, error))
            return FALSE;
    }
    return TRUE;
}

/* Where the stored row stands in the old list; -1 for a new one. */
static int
old_place(CareRecord *old, int field, CareRecord *row)
{
    guint n = old != NULL && care_record_id(row) != 0 ? care_record_list_length(old, field) : 0;

    for (guint i = 0; i < n; i++)
        if (care_record_id(care_record_list_item(old, field, i)) == care_record_id(row))
            return (int)i;
    return -1;
}

gboolean
care_record_list_write(CareConnection *connection, CareRecord *record, CareRecord *old, int field,
                       GError **error)
{
    CareId owner = care_record_id(record);
    gboolean behind = FALSE;
    int last = -1;

    if (!delete_missing(connection, record, old, field, error))
        return FALSE;
    for (guint i = 0; i < care_record_list_length(record, field); i++) {
        CareRecord *row = care_record_list_item(record, field, i);
        int place = old_place(old, field, row);
        guint64 fields
            = place < 0 ? 0 : care_record_difference(row, care_record_list_item(old, field, (guint)place));

        /* Whatever follows a row that moves, or a new one, has to move behind it. */
        behind = behind || place < MAX(last, 0);
        last = MAX(last, place);
        if (place < 0 ? !insert_row(connection, row, owner, error)
                      : (fields != 0 || behind) && !update_row(connection, row, owner, fields, behind, error))
            return FALSE;
    }
    return TRUE;
}
