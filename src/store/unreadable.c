/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unreadable.h"

typedef struct {
    const CareKind *kind;
    CareUnreadableFunc func;
    gpointer data;
} Looking;

static gboolean
look_at_row(CareStatement *row, gpointer data, GError **error)
{
    const Looking *looking = data;
    int column = 1;

    for (guint i = 0; i < looking->kind->n_fields; i++) {
        const CareField *field = &looking->kind->fields[i];

        if (care_field_is_text(field) && !care_statement_is_readable(row, column++))
            looking->func(care_statement_int(row, 0), field, looking->data);
    }
    return TRUE;
}

static gboolean
look_at_rows(CareConnection *connection, Looking *looking, GError **error)
{
    const CareKind *kind = looking->kind;
    g_autoptr(GString) sql = g_string_new("SELECT ");
    g_autoptr(CareStatement) statement = NULL;

    g_string_append(sql, kind->child ? "owner" : "id");
    for (guint i = 0; i < kind->n_fields; i++)
        if (care_field_is_text(&kind->fields[i]))
            g_string_append_printf(sql, ", %s", kind->fields[i].name);
    g_string_append_printf(sql, " FROM %s ORDER BY id", kind->name);
    statement = care_connection_prepare(connection, sql->str, error);
    return statement != NULL && care_statement_each(statement, look_at_row, looking, error);
}

gboolean
care_kind_each_unreadable(CareConnection *connection, const CareKind *kind, CareUnreadableFunc func,
                          gpointer data, GError **error)
{
    Looking looking = { kind, func, data };

    if (!look_at_rows(connection, &looking, error))
        return FALSE;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST
            && !care_kind_each_unreadable(connection, care_kind_child(&kind->fields[i]), func, data, error))
            return FALSE;
    return TRUE;
}
