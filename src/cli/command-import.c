/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* import: contacts from other programs, and our own export. */
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "core/errors.h"
#include "exchange/import/customer-import.h"
#include "exchange/import/import-revert.h"

/* The report is written as it is read: a file of a million rows has a million of them. */
typedef struct {
    CareConnection *connection;
    CareId import;
    gboolean first;
    GError *error;
    gboolean can_revert;
} Report;

static void
put(JsonObject *object, gboolean comma)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    g_autofree char *line = NULL;
    g_autofree char *valid = NULL;

    json_node_take_object(node, object);
    line = json_to_string(node, FALSE);
    valid = g_utf8_make_valid(line, -1); /* a file may have any name */
    if (comma)
        fputs(",\n", stdout);
    fputs(valid, stdout);
}

/* The same object left open, for more members to follow. */
static void
put_open(JsonObject *object, const char *more)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    g_autofree char *line = NULL;
    g_autofree char *valid = NULL;

    json_node_take_object(node, object);
    line = json_to_string(node, FALSE);
    line[strlen(line) - 1] = '\0';
    valid = g_utf8_make_valid(line, -1);
    fputs(valid, stdout);
    fputs(more, stdout);
}

static void
add_counts(JsonObject *object, const CareImportCounts *counts)
{
    json_object_set_int_member(object, "read", care_import_counts_read(counts));
    json_object_set_int_member(object, "new", counts->new);
    json_object_set_int_member(object, "merged", counts->merged);
    json_object_set_int_member(object, "doubtful", counts->doubtful);
    json_object_set_int_member(object, "refused", counts->refused);
}

static JsonArray *
split_dropped(const char *dropped)
{
    JsonArray *array = json_array_new();
    g_auto(GStrv) names = g_strsplit(dropped != NULL ? dropped : "", "\n", -1);

    for (char **name = names; *name != NULL; name++)
        json_array_add_string_element(array, *name);
    return array;
}

static gboolean
put_row(const CareImportRow *row, gpointer data)
{
    Report *self = data;
    JsonObject *object = json_object_new();
    g_autofree char *id = row->record != 0 ? care_id_to_string(row->record) : NULL;

    json_object_set_int_member(object, "row", row->row);
    json_object_set_int_member(object, "line", row->line);
    json_object_set_string_member(object, "result", row->result);
    json_object_set_string_member(object, "id", id);
    json_object_set_string_member(object, "name", row->name);
    json_object_set_string_member(object, "reason", row->reason);
    json_object_set_array_member(object, "dropped", split_dropped(row->dropped));
    put(object, !self->first);
    self->first = FALSE;
    return TRUE;
}

static gboolean
put_file(guint position, const CareImportFileRow *file, gpointer data)
{
    Report *self = data;
    JsonObject *object = json_object_new();

    json_object_set_string_member(object, "file", file->name);
    json_object_set_string_member(object, "format", file->format);
    json_object_set_string_member(object, "encoding", file->encoding);
    add_counts(object, &file->counts);
    json_object_set_string_member(object, "error", file->error);
    if (position > 0)
        fputs(",\n", stdout);
    put_open(object, ",\"rows\":[");
    self->first = TRUE;
    care_import_log_foreach_row(self->connection, self->import, position, put_row, self, &self->error);
    fputs("]}", stdout);
    return self->error == NULL;
}

static gboolean
put_report(CareCli *cli, CareCustomerImport *import, GError **error)
{
    Report report
        = { .connection = care_store_reader(cli->store), .import = care_customer_import_id(import) };
    CareImportCounts counts = care_customer_import_counts(import);
    JsonObject *object = json_object_new();
    g_autofree char *id = care_id_to_string(report.import);

    json_object_set_string_member(object, "import", id);
    add_counts(object, &counts);
    put_open(object, ",\"files\":[");
    care_import_log_foreach_file(report.connection, report.import, put_file, &report, &report.error);
    fputs("]}\n", stdout);
    if (report.error == NULL)
        return TRUE;
    g_propagate_error(error, report.error);
    return FALSE;
}

static gboolean
say_row(const CareImportRow *row, gpointer data)
{
    if (row->reason != NULL)
        g_print(_("  row %u, line %u: %s: %s (%s)\n"), row->row, row->line,
                row->name != NULL ? row->name : "–", row->reason, row->result);
    return TRUE;
}

static gboolean
say_file(guint position, const CareImportFileRow *file, gpointer data)
{
    Report *self = data;

    /* An export of Aftercare comes as it stands: it is not taken back. */
    self->can_revert = self->can_revert || (file->error == NULL && g_strcmp0(file->format, "json") != 0);
    if (file->error != NULL)
        g_print("%s: %s\n", file->name, file->error);
    else
        g_print(_("%s (%s, %s): new %u, merged %u, doubtful %u, refused %u\n"), file->name, file->format,
                file->encoding, file->counts.new, file->counts.merged, file->counts.doubtful,
                file->counts.refused);
    return care_import_log_foreach_row(self->connection, self->import, position, say_row, self, NULL);
}

static gboolean
say_report(CareCli *cli, CareCustomerImport *import, GError **error)
{
    Report report
        = { .connection = care_store_reader(cli->store), .import = care_customer_import_id(import) };
    g_autofree char *id = care_id_to_string(report.import);

    if (!care_import_log_foreach_file(report.connection, report.import, say_file, &report, error))
        return FALSE;
    if (report.can_revert)
        g_print(_("“import --revert %s” takes it back.\n"), id);
    return TRUE;
}

static gboolean
run_revert(CareCli *cli, const char *text, JsonNode **result, GError **error)
{
    g_autoptr(CareImportRevert) revert = NULL;
    JsonObject *object = json_object_new();
    JsonArray *kept = json_array_new();
    CareId id = 0;

    *result = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(*result, object);
    json_object_set_string_member(object, "import", text);
    json_object_set_array_member(object, "kept", kept);
    if (!care_id_parse(text, &id))
        id = 0;
    revert = care_import_revert(cli->store, id, error);
    if (revert == NULL) {
        g_clear_pointer(result, json_node_unref);
        return FALSE;
    }
    json_object_set_int_member(object, "removed", revert->removed);
    for (guint i = 0; i < revert->kept->len; i++) {
        CareImportKept *record = revert->kept->pdata[i];
        JsonObject *entry = json_object_new();
        g_autofree char *record_id = care_id_to_string(record->id);

        json_object_set_string_member(entry, "id", record_id);
        json_object_set_string_member(entry, "reason", record->reason);
        json_array_add_object_element(kept, entry);
    }
    return TRUE;
}

static void
add_file(CareCustomerImport *import, GFile *file, const char *name, const char *encoding)
{
    CareImportFile *added = care_customer_import_add(import, file, name);

    if (encoding != NULL)
        care_import_file_set_encoding(added, encoding);
}

static gboolean
run_import(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareCustomerImport) import = NULL;
    g_autofree char *revert = NULL;
    g_autofree char *encoding = NULL;

    if (!care_cli_take_option(arguments, "--revert", &revert, error)
        || !care_cli_take_option(arguments, "--encoding", &encoding, error)
        || !care_cli_expect(arguments, revert != NULL ? 0 : MAX(1, g_strv_length(arguments)), error))
        return FALSE;
    if (revert != NULL)
        return run_revert(cli, revert, result, error);
    import = care_customer_import_new(cli->store);
    for (char **argument = arguments; *argument != NULL; argument++) {
        g_autoptr(GFile) file = g_file_new_for_commandline_arg(*argument);

        add_file(import, file, *argument, encoding);
    }
    if (!care_customer_import_run(import, NULL, error))
        return FALSE;
    return cli->json ? put_report(cli, import, error) : say_report(cli, import, error);
}

static JsonArray *
words(const char *const *texts)
{
    JsonArray *array = json_array_new();

    for (; *texts != NULL; texts++)
        json_array_add_string_element(array, *texts);
    return array;
}

/* What can be read; for scripts, and for the desktop's list of programs. */
static gboolean
run_formats(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    JsonArray *kinds = json_array_new();

    *result = json_node_init_array(json_node_alloc(), kinds);
    json_array_unref(kinds);
    for (const CareReaderKind *const *kind = care_reader_kinds(); *kind != NULL; kind++) {
        JsonObject *object = json_object_new();

        json_object_set_string_member(object, "label", _((*kind)->label));
        json_object_set_array_member(object, "suffixes", words((*kind)->suffixes));
        json_object_set_array_member(object, "mime_types", words((*kind)->mime_types));
        json_array_add_object_element(kinds, object);
    }
    return care_cli_expect(arguments, 0, error);
}

const CareCommand care_import_commands[] = {
    { "import formats", "", N_("List what can be imported"), CARE_COMMAND_NO_STORE, run_formats, NULL },
    { "import", "FILE… [--encoding NAME] | --revert ID",
      N_("Bring customers from vCard, CSV or an export of Aftercare"), 0, run_import, NULL },
    { 0 },
};
