/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-log.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/json/record-json.h"
#include "store/named-query.h"

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
care_import_log_brought(CareTransaction *transaction, CareId import, CareId record, gboolean *brought,
                        GError **error)
{
    gint64 answer = 0;
    gboolean told = care_query_int(care_transaction_connection(transaction), "exchange/import-brought",
                                   &answer, error, "ii", import, record);

    *brought = answer != 0;
    return told;
}

gboolean
care_import_log_begin(CareTransaction *transaction, CareId import, GError **error)
{
    return care_query_execute(care_transaction_connection(transaction), "exchange/import-begin", error, "ii",
                              import, care_transaction_deleting(transaction));
}

gboolean
care_import_log_state(CareTransaction *transaction, CareId import, const char *state, GError **error)
{
    return care_query_execute(care_transaction_connection(transaction), "exchange/import-state", error, "is",
                              import, state);
}

gboolean
care_import_log_file(CareTransaction *transaction, CareId import, guint position,
                     const CareImportFileRow *file, GError **error)
{
    return care_query_execute(
        care_transaction_connection(transaction), "exchange/import-file", error, "iissssiiii", import,
        (gint64)position, file->name, file->format, file->encoding, file->error, (gint64)file->counts.new,
        (gint64)file->counts.merged, (gint64)file->counts.doubtful, (gint64)file->counts.refused);
}

gboolean
care_import_log_row(CareTransaction *transaction, CareId import, const CareImportRow *row, GError **error)
{
    return care_query_execute(care_transaction_connection(transaction), "exchange/import-row", error,
                              "iiiississsss", import, (gint64)row->file, (gint64)row->row, (gint64)row->line,
                              row->result, row->kind, row->record, row->name, row->reason, row->dropped,
                              row->before, row->after);
}

gboolean
care_import_log_extra(CareTransaction *transaction, CareId import, CareRecord *record, GError **error)
{
    g_autofree char *after = care_import_checksum(record, care_transaction_shop(transaction)->currency);

    return care_query_execute(care_transaction_connection(transaction), "exchange/import-extra", error,
                              "isis", import, care_record_kind(record)->name, care_record_id(record), after);
}

gboolean
care_import_log_forget(CareTransaction *transaction, CareId record, GError **error)
{
    return care_query_execute(care_transaction_connection(transaction), "exchange/import-forget", error, "i",
                              record);
}

gboolean
care_import_log_close(CareTransaction *transaction, CareInstant before, gboolean *more, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareId import = 0;

    *more = FALSE;
    if (!care_query_int(connection, "exchange/import-to-close", &import, error, "i", before))
        return FALSE;
    *more = import != 0;
    return import == 0
           || (care_import_log_state(transaction, import, "closed", error)
               && care_query_execute(connection, "exchange/import-delete-rows", error, "i", import));
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

typedef struct {
    CareImportFileFunc file_func;
    CareImportRowFunc row_func;
    gpointer data;
    guint file;
} Reading;

static gboolean
read_file(CareStatement *line, gpointer data, GError **error)
{
    const Reading *reading = data;
    CareImportFileRow file = {
        .name = care_statement_text(line, 1),
        .format = care_statement_text(line, 2),
        .encoding = care_statement_text(line, 3),
        .error = care_statement_text(line, 4),
        .counts = { .new = (guint)care_statement_int(line, 5),
                    .merged = (guint)care_statement_int(line, 6),
                    .doubtful = (guint)care_statement_int(line, 7),
                    .refused = (guint)care_statement_int(line, 8) },
    };

    return reading->file_func((guint)care_statement_int(line, 0), &file, reading->data);
}

gboolean
care_import_log_foreach_file(CareConnection *connection, CareId import, CareImportFileFunc func,
                             gpointer data, GError **error)
{
    Reading reading = { .file_func = func, .data = data };

    return care_query_each(connection, "exchange/import-files", read_file, &reading, error, "i", import);
}

static gboolean
read_row(CareStatement *line, gpointer data, GError **error)
{
    const Reading *reading = data;
    CareImportRow row = {
        .file = reading->file,
        .row = (guint)care_statement_int(line, 0),
        .line = (guint)care_statement_int(line, 1),
        .result = care_statement_text(line, 2),
        .kind = care_statement_text(line, 3),
        .record = care_statement_int(line, 4),
        .name = care_statement_text(line, 5),
        .reason = care_statement_text(line, 6),
        .dropped = care_statement_text(line, 7),
    };

    return reading->row_func(&row, reading->data);
}

gboolean
care_import_log_foreach_row(CareConnection *connection, CareId import, guint file, CareImportRowFunc func,
                            gpointer data, GError **error)
{
    Reading reading = { .row_func = func, .data = data, .file = file };

    return care_query_each(connection, "exchange/import-rows", read_row, &reading, error, "ii", import,
                           (gint64)file);
}
