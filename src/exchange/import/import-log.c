/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-log.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/json/record-json.h"

#define ROWS_AT_ONCE "400"

guint
care_import_counts_read(const CareImportCounts *counts)
{
    return counts->new + counts->merged + counts->doubtful + counts->refused;
}

void
care_import_counts_add(CareImportCounts *counts, const char *result)
{
    switch (*result) {
    case 'n':
        counts->new ++;
        break;
    case 'm':
        counts->merged++;
        break;
    case 'd':
        counts->doubtful++;
        break;
    default:
        counts->refused++;
    }
}

gboolean
care_import_log_begin(CareTransaction *transaction, CareId import, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(transaction),
                                  "INSERT INTO import (id, at, state) VALUES (?1, ?2, 'running')", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, import);
    care_statement_bind_int(statement, 2, care_transaction_now(transaction));
    return care_statement_run(statement, error);
}

gboolean
care_import_log_state(CareTransaction *transaction, CareId import, const char *state, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        care_transaction_connection(transaction), "UPDATE import SET state = ?2 WHERE id = ?1", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, import);
    care_statement_bind(statement, 2, state);
    return care_statement_run(statement, error);
}

gboolean
care_import_log_file(CareTransaction *transaction, CareId import, guint position,
                     const CareImportFileRow *file, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(transaction),
                                  "INSERT INTO import_file (import, position, name, format, encoding, error, "
                                  "new, merged, doubtful, refused) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                  error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, import);
    care_statement_bind_int(statement, 2, position);
    care_statement_bind(statement, 3, file->name);
    care_statement_bind(statement, 4, file->format);
    care_statement_bind(statement, 5, file->encoding);
    care_statement_bind(statement, 6, file->error);
    care_statement_bind_int(statement, 7, file->counts.new);
    care_statement_bind_int(statement, 8, file->counts.merged);
    care_statement_bind_int(statement, 9, file->counts.doubtful);
    care_statement_bind_int(statement, 10, file->counts.refused);
    return care_statement_run(statement, error);
}

static CareStatement *
prepare_row(CareTransaction *transaction, CareId import, GError **error)
{
    CareStatement *statement
        = care_connection_prepare(care_transaction_connection(transaction),
                                  "INSERT INTO import_row (import, file, row, line, result, kind, record, "
                                  "name, reason, dropped, before, after) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                                  error);

    if (statement != NULL)
        care_statement_bind_int(statement, 1, import);
    return statement;
}

gboolean
care_import_log_row(CareTransaction *transaction, CareId import, const CareImportRow *row, GError **error)
{
    g_autoptr(CareStatement) statement = prepare_row(transaction, import, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 2, row->file);
    care_statement_bind_int(statement, 3, row->row);
    care_statement_bind_int(statement, 4, row->line);
    care_statement_bind(statement, 5, row->result);
    care_statement_bind(statement, 6, row->kind);
    if (row->record != 0)
        care_statement_bind_int(statement, 7, row->record);
    care_statement_bind(statement, 8, row->name);
    care_statement_bind(statement, 9, row->reason);
    care_statement_bind(statement, 10, row->dropped);
    care_statement_bind(statement, 11, row->before);
    care_statement_bind(statement, 12, row->after);
    return care_statement_run(statement, error);
}

gboolean
care_import_log_extra(CareTransaction *transaction, CareId import, CareRecord *record, GError **error)
{
    g_autoptr(CareStatement) statement = prepare_row(transaction, import, error);
    g_autofree char *after = care_import_checksum(record, care_transaction_shop(transaction)->currency);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 5, "new");
    care_statement_bind(statement, 6, care_record_kind(record)->name);
    care_statement_bind_int(statement, 7, care_record_id(record));
    care_statement_bind(statement, 12, after);
    return care_statement_run(statement, error);
}

gboolean
care_import_log_forget(CareTransaction *transaction, CareId record, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        care_transaction_connection(transaction),
        "UPDATE import_row SET name = NULL, reason = NULL, before = NULL WHERE record = ?1", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, record);
    return care_statement_run(statement, error);
}

static gboolean
delete_rows(CareTransaction *transaction, CareId import, gboolean *more, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(transaction),
                                  "DELETE FROM import_row WHERE id IN "
                                  "(SELECT id FROM import_row WHERE import = ?1 LIMIT " ROWS_AT_ONCE ")",
                                  error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, import);
    *more = TRUE;
    return care_statement_run(statement, error);
}

gboolean
care_import_log_close(CareTransaction *transaction, CareInstant before, gboolean *more, GError **error)
{
    CareId import = 0;
    g_autoptr(GError) local = NULL;
    g_autoptr(CareStatement) statement = care_connection_prepare(
        care_transaction_connection(transaction),
        "SELECT id FROM import WHERE at < ?1 AND (state IN ('done', 'reverted') OR (state = 'closed' "
        "AND EXISTS (SELECT 1 FROM import_row WHERE import = import.id))) LIMIT 1",
        error);

    *more = FALSE;
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, before);
    if (care_statement_step(statement, &local))
        import = care_statement_int(statement, 0);
    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    return import == 0
           || (care_import_log_state(transaction, import, "closed", error)
               && delete_rows(transaction, import, more, error));
}

/* Values, not the moment of a change: a clock that stands still would not tell a change. */
char *
care_import_checksum(CareRecord *record, const char *currency)
{
    g_autoptr(JsonNode) node = care_record_to_json(record, currency, CARE_RECORD_JSON_PLAIN);
    JsonObject *object = json_node_get_object(node);
    g_autofree char *line = NULL;

    json_object_remove_member(object, "id");
    json_object_remove_member(object, "created");
    json_object_remove_member(object, "changed");
    line = care_json_to_line(node);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA1, line, -1);
}

gboolean
care_import_log_foreach_file(CareConnection *connection, CareId import, CareImportFileFunc func,
                             gpointer data, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT position, name, format, encoding, error, new, merged, doubtful, refused FROM import_file "
        "WHERE import = ?1 ORDER BY position",
        error);
    g_autoptr(GError) local = NULL;

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, import);
    while (care_statement_step(statement, &local)) {
        CareImportFileRow file = {
            .name = care_statement_text(statement, 1),
            .format = care_statement_text(statement, 2),
            .encoding = care_statement_text(statement, 3),
            .error = care_statement_text(statement, 4),
            .counts = { .new = (guint)care_statement_int(statement, 5),
                        .merged = (guint)care_statement_int(statement, 6),
                        .doubtful = (guint)care_statement_int(statement, 7),
                        .refused = (guint)care_statement_int(statement, 8) },
        };

        if (!func((guint)care_statement_int(statement, 0), &file, data))
            break;
    }
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

gboolean
care_import_log_foreach_row(CareConnection *connection, CareId import, guint file, CareImportRowFunc func,
                            gpointer data, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT row, line, result, kind, record, name, reason, dropped FROM import_row "
        "WHERE import = ?1 AND file = ?2 ORDER BY id",
        error);
    g_autoptr(GError) local = NULL;

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, import);
    care_statement_bind_int(statement, 2, file);
    while (care_statement_step(statement, &local)) {
        CareImportRow row = {
            .file = file,
            .row = (guint)care_statement_int(statement, 0),
            .line = (guint)care_statement_int(statement, 1),
            .result = care_statement_text(statement, 2),
            .kind = care_statement_text(statement, 3),
            .record = care_statement_int(statement, 4),
            .name = care_statement_text(statement, 5),
            .reason = care_statement_text(statement, 6),
            .dropped = care_statement_text(statement, 7),
        };

        if (!func(&row, data))
            break;
    }
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}
