/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes for good, with all that the database has of it. */
#include "store/search-index.h"
#include "store/taken-back.h"
#include "store/transaction.h"

static gboolean
delete_rows(CareTransaction *self, const char *table, const char *column, CareId id, GError **error)
{
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE %s = ?1", table, column);
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(self), sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_run(statement, error);
}

gboolean
care_transaction_purge(CareTransaction *self, const CareKind *kind, CareId id, GError **error)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST
            && !delete_rows(self, care_kind_child(&kind->fields[i])->name, "owner", id, error))
            return FALSE;
    return care_search_index_remove(care_transaction_connection(self), kind, id, error)
           && care_taken_back_mark(care_transaction_connection(self), id, FALSE, error)
           && delete_rows(self, kind->name, "id", id, error);
}
