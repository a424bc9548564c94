/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/taken-back.h"

#include "model/kind.h"

gboolean
care_taken_back_mark(CareConnection *connection, CareId id, gboolean taken_back, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection,
                                  taken_back ? "INSERT OR IGNORE INTO taken_back (id) VALUES (?1)"
                                             : "DELETE FROM taken_back WHERE id = ?1",
                                  error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_run(statement, error);
}

static GArray *
ids_of(CareConnection *connection, const char *sql, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return statement != NULL ? care_ids_query(statement, error) : NULL;
}

/* Who refers to something that is marked: the record that holds the reference, and what it is to. */
static void
append_holders(GString *sql, const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_LIST)
            append_holders(sql, care_kind_child(field));
        if (field->kind == CARE_FIELD_REF)
            g_string_append_printf(sql, "%1$sSELECT %2$s, %3$s FROM %4$s WHERE %3$s IN taken_back ",
                                   g_str_has_suffix(sql->str, "(") ? "" : "UNION ALL ",
                                   kind->child ? "owner" : "id", field->name, kind->name);
    }
}

GArray *
care_taken_back_ids(CareConnection *connection, GError **error)
{
    g_autoptr(GString) sql = g_string_new("WITH RECURSIVE reference (holder, target) AS MATERIALIZED (");
    g_autoptr(GArray) all = ids_of(connection, "SELECT id FROM taken_back", error);

    if (all == NULL || all->len == 0)
        return g_steal_pointer(&all);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        append_holders(sql, *kind);
    g_string_append(sql, "), kept (id) AS (SELECT target FROM reference WHERE holder NOT IN taken_back "
                         "UNION SELECT target FROM reference JOIN kept ON holder = kept.id) "
                         "SELECT id FROM taken_back WHERE id NOT IN kept ORDER BY id");
    return ids_of(connection, sql->str, error);
}

gboolean
care_taken_back_each_there(CareConnection *connection, const CareKind *kind, CareRowFunc func, gpointer data,
                           GError **error)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT id FROM taken_back CROSS JOIN %s AS record USING (id) WHERE deleted_at IS NULL", kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return care_statement_each(statement, func, data, error);
}
