/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* import: our own JSON export. */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "core/errors.h"
#include "service/archive-json.h"

/* What went as it should is only counted beyond these; a million rows of it help nobody. */
#define MOST_ROWS 20000

static const char *const result_words[] = { "new", "merged", "refused" };

static gboolean
add_row(CareTransaction *transaction, const CareArchiveRow *row, gpointer data, GError **error)
{
    JsonObject *object;
    g_autofree char *id = NULL;

    if (row->result == CARE_ARCHIVE_NEW && json_array_get_length(data) >= MOST_ROWS)
        return TRUE;
    object = json_object_new();
    id = care_id_to_string(row->id);
    json_object_set_int_member(object, "row", row->row);
    json_object_set_int_member(object, "line", row->line);
    json_object_set_string_member(object, "result", result_words[row->result]);
    json_object_set_string_member(object, "id", row->id != 0 ? id : NULL);
    json_object_set_string_member(object, "name", row->name);
    json_object_set_string_member(object, "reason", row->reason);
    json_object_set_array_member(object, "dropped", json_array_new());
    json_array_add_object_element(data, object);
    return TRUE;
}

static void
add_counts(JsonObject *object, const CareArchiveImport *import)
{
    json_object_set_int_member(object, "read", import->read);
    json_object_set_int_member(object, "new", import->new);
    json_object_set_int_member(object, "merged", import->merged);
    json_object_set_int_member(object, "doubtful", 0);
    json_object_set_int_member(object, "refused", import->refused);
}

static JsonNode *
report(const char *path, const CareArchiveImport *import, JsonArray *rows)
{
    JsonNode *node = json_node_new(JSON_NODE_OBJECT);
    JsonObject *object = json_object_new();
    JsonObject *file = json_object_new();
    JsonArray *files = json_array_new();

    json_object_set_string_member(file, "file", path);
    json_object_set_string_member(file, "format", "json");
    json_object_set_string_member(file, "encoding", "UTF-8");
    add_counts(file, import);
    json_object_set_null_member(file, "error");
    json_object_set_array_member(file, "rows", rows);
    json_array_add_object_element(files, file);
    json_object_set_null_member(object, "import");
    add_counts(object, import);
    json_object_set_array_member(object, "files", files);
    json_node_take_object(node, object);
    return node;
}

static gboolean
run_import(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(GFile) file = NULL;
    g_autoptr(GFileInputStream) in = NULL;
    g_autoptr(JsonArray) rows = json_array_new();
    CareArchiveImport import = { .row = add_row, .row_data = rows };

    if (!care_cli_expect(arguments, 1, error))
        return FALSE;
    file = g_file_new_for_commandline_arg(arguments[0]);
    in = g_file_read(file, NULL, NULL);
    if (in == NULL) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("The file %s cannot be read. Nothing was changed."), arguments[0]);
        return FALSE;
    }
    import.in = G_INPUT_STREAM(in);
    if (!care_store_write(cli->store, care_archive_import, &import, error))
        return FALSE;
    *result = report(arguments[0], &import, g_steal_pointer(&rows));
    return TRUE;
}

const CareCommand care_import_commands[] = {
    { "import", "FILE.json", N_("Take over an export of Aftercare"), 0, run_import, NULL },
    { 0 },
};
