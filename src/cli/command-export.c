/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* export */
#include <string.h>

#include <gio/gio.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "service/archive-json.h"
#include "service/table-csv.h"

typedef gboolean (*ExportFunc)(CareCli *cli, const char *kind, GOutputStream *out, GError **error);

static gboolean
export_json(CareCli *cli, const char *kind, GOutputStream *out, GError **error)
{
    return care_archive_write(care_store_reader(cli->store), cli->data_dir, kind, out, NULL, error);
}

static gboolean
export_csv(CareCli *cli, const char *kind, GOutputStream *out, GError **error)
{
    return care_table_write_csv(care_store_reader(cli->store),
                                care_kind_by_name(kind != NULL ? kind : "customer"), out, NULL, error);
}

static gboolean
export_vcard(CareCli *cli, const char *kind, GOutputStream *out, GError **error)
{
    if (kind != NULL && strcmp(kind, "customer") != 0)
        return care_cli_usage(error, _("Only customers can be exported as vCard."));
    return care_customers_write_vcard(care_store_reader(cli->store), out, NULL, error);
}

static const struct {
    const char *format;
    ExportFunc run;
} formats[] = { { "json", export_json }, { "csv", export_csv }, { "vcard", export_vcard } };

static ExportFunc
find_format(const char *format, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
        if (format == NULL || strcmp(formats[i].format, format) == 0)
            return formats[i].run;
    care_cli_usage(error, _("“%s” is no format: json, vcard or csv."), format);
    return NULL;
}

/* Beside the file and then in its place: a failed export leaves what was there. */
static gboolean
export_to_file(CareCli *cli, ExportFunc run, const char *kind, const char *path, GError **error)
{
    g_autoptr(GFile) file = g_file_new_for_commandline_arg(path);
    g_autoptr(GCancellable) stop = g_cancellable_new();
    g_autoptr(GFileOutputStream) out
        = g_file_replace(file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

    if (out == NULL)
        return FALSE;
    if (run(cli, kind, G_OUTPUT_STREAM(out), error))
        return g_output_stream_close(G_OUTPUT_STREAM(out), NULL, error);
    g_cancellable_cancel(stop); /* a replacement that is cancelled at its close is not put in place */
    g_output_stream_close(G_OUTPUT_STREAM(out), stop, NULL);
    return FALSE;
}

static gboolean
run_export(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *format = NULL;
    g_autofree char *kind = NULL;
    ExportFunc run;

    if (!care_cli_take_option(arguments, "--format", &format, error)
        || !care_cli_take_option(arguments, "--kind", &kind, error) || !care_cli_expect(arguments, 1, error)
        || (kind != NULL && care_cli_kind(kind, error) == NULL))
        return FALSE;
    run = find_format(format, error);
    if (run == NULL)
        return FALSE;
    if (strcmp(arguments[0], "-") == 0) {
        g_autoptr(GOutputStream) out = g_unix_output_stream_new(1, FALSE);

        return run(cli, kind, out, error);
    }
    if (!export_to_file(cli, run, kind, arguments[0], error))
        return FALSE;
    *result = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(*result, json_object_new());
    json_object_set_string_member(json_node_get_object(*result), "file", arguments[0]);
    return TRUE;
}

const CareCommand care_export_commands[] = {
    { "export", "[--format json|vcard|csv] [--kind KIND] OUT|-",
      N_("Write the shop, or one list of it, to a file"), 0, run_export, NULL },
    { 0 },
};
