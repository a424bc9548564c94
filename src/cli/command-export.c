/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* export */
#include <string.h>

#include <gio/gio.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "exchange/export/export-file.h"

static gboolean
take_format(const char *word, const char *kind, CareExportFormat *format, GError **error)
{
    static const char *const words[] = { "json", "csv", "vcard" };

    *format = CARE_EXPORT_JSON;
    if (word == NULL)
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(words[i], word) != 0)
            continue;
        *format = (CareExportFormat)i;
        return *format != CARE_EXPORT_VCARD || kind == NULL || strcmp(kind, "customer") == 0
               || care_misunderstood(error, _("Only customers can be exported as vCard."));
    }
    return care_misunderstood(error, _("“%s” is no format: json, vcard or csv."), word);
}

/* A table and cards are no JSON. */
static gboolean
fits_stdout(CareCli *cli, const char *out, CareExportFormat format, GError **error)
{
    return strcmp(out, "-") != 0 || !cli->json || format == CARE_EXPORT_JSON
           || care_misunderstood(error, _("With --json stdout is one JSON value: leave it out, or give the "
                                          "export a file with a name."));
}

static gboolean
run_export(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *word = NULL;
    g_autofree char *kind = NULL;
    g_autoptr(GFile) file = NULL;
    CareExportFormat format;

    if (!care_cli_take_option(arguments, "--format", &word, error)
        || !care_cli_take_option(arguments, "--kind", &kind, error) || !care_cli_expect(arguments, 1, error)
        || (kind != NULL && care_cli_kind(kind, error) == NULL) || !take_format(word, kind, &format, error)
        || !fits_stdout(cli, arguments[0], format, error))
        return FALSE;
    if (strcmp(arguments[0], "-") == 0) {
        g_autoptr(GOutputStream) out = g_unix_output_stream_new(1, FALSE);

        return care_export_write(care_store_reader(cli->store), cli->data_dir, format, kind, out, NULL,
                                 error);
    }
    file = g_file_new_for_commandline_arg(arguments[0]);
    if (!care_export_to_file(care_store_reader(cli->store), cli->data_dir, format, kind, file, NULL, error))
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
