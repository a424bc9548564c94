/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* paper. Each paper is a row in service/paper.c; nothing here knows one. */
#include "cli/command-paper.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/json-members.h"
#include "core/errors.h"

gboolean
care_cli_write_paper(CareCli *cli, const CarePaperKind *kind, CareRecord *record, const CareSheet *sheet,
                     const char *path, GError **error)
{
    CarePaperDesk desk = { .connection = care_store_reader(cli->store),
                           .data_dir = cli->data_dir,
                           .now = care_clock_now(cli->clock),
                           .zone = care_clock_zone(cli->clock),
                           .sheet = sheet };

    if (strcmp(path, "-") == 0)
        return care_misunderstood(error, _("A paper needs a file with a name, such as paper.pdf."));
    return care_paper_export(kind, &desk, record, path, error);
}

static const CarePaperKind *
kind_named(const char *name, GError **error)
{
    const CarePaperKind *found = care_paper_kind_by_name(name);
    g_autoptr(GString) names = g_string_new(NULL);

    if (found != NULL)
        return found;
    for (const CarePaperKind *const *kind = care_paper_kinds(); *kind != NULL; kind++)
        g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", (*kind)->name);
    care_misunderstood(error, _("There is no paper “%s”. Use one of: %s."), name, names->str);
    return NULL;
}

/* For this one run: words, dates and figures. */
static gboolean
speak(const char *language, GError **error)
{
    g_autofree char *locale = language != NULL ? g_strconcat(language, ".UTF-8", NULL) : NULL;

    if (locale == NULL || setlocale(LC_ALL, locale) != NULL)
        return TRUE;
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("This computer does not know the language %s. Nothing was written; name one as in “locale -a”, "
          "like de_DE."),
        language);
    return FALSE;
}

static gboolean
run_paper(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *size = NULL;
    g_autofree char *language = NULL;
    const CarePaperKind *kind;
    const CareSheet *sheet = NULL;
    g_autoptr(CareRecord) record = NULL;
    JsonObject *object;

    if (!care_cli_take_option(arguments, "--size", &size, error)
        || !care_cli_take_option(arguments, "--language", &language, error)
        || !care_cli_expect(arguments, 3, error))
        return FALSE;
    kind = kind_named(arguments[0], error);
    if (kind == NULL || (size != NULL && (sheet = care_paper_kind_sheet(kind, size, error)) == NULL))
        return FALSE;
    record = care_cli_get(cli, kind->of, arguments[1], error);
    if (record == NULL || !speak(language, error)
        || !care_cli_write_paper(cli, kind, record, sheet, arguments[2], error))
        return FALSE;
    object = json_object_new();
    care_cli_set_id(object, "id", care_record_id(record));
    care_cli_set_text(object, "paper", kind->name);
    care_cli_set_text(object, "file", arguments[2]);
    *result = json_node_init_object(json_node_alloc(), object);
    json_object_unref(object);
    return TRUE;
}

/* Which papers there are and of what; for scripts. */
static gboolean
run_list(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    JsonArray *papers = json_array_new();

    *result = json_node_init_array(json_node_alloc(), papers);
    json_array_unref(papers);
    for (const CarePaperKind *const *kind = care_paper_kinds(); *kind != NULL; kind++) {
        JsonObject *object = json_object_new();
        JsonArray *sizes = json_array_new();

        care_cli_set_text(object, "paper", (*kind)->name);
        care_cli_set_text(object, "kind", (*kind)->of->name);
        for (const CareSheet *const *sheet = (*kind)->sheets; *sheet != NULL; sheet++)
            json_array_add_string_element(sizes, (*sheet)->name);
        json_object_set_array_member(object, "sizes", sizes);
        json_object_set_boolean_member(object, "calendar", (*kind)->calendar != NULL);
        json_array_add_object_element(papers, object);
    }
    return care_cli_expect(arguments, 0, error);
}

const CareCommand care_paper_commands[] = {
    { "paper list", "", N_("List the papers there are"), CARE_COMMAND_NO_STORE, run_list, NULL },
    { "paper", "KIND ID OUT.pdf|OUT.ics [--size SIZE] [--language LANGUAGE]",
      N_("Write a paper to a file, or its dates for a calendar"), 0, run_paper, NULL },
    { 0 },
};
