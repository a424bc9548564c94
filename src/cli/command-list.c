/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* list: ids first, then the records in pages, so that a million rows take no more memory than a page. */
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/kind-hook.h"
#include "cli/output.h"
#include "exchange/json/record-json.h"
#include "store/record-sql.h"
#include "store/where.h"

#define PAGE 256

/* Lists of children are left out of a table for people, and so is long text. */
static GStrv
columns_of(const CareKind *kind)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    guint n = 0;

    g_strv_builder_add(builder, "id");
    for (guint i = 0; i < kind->n_fields && n < 6; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_LIST || field->flags & (CARE_FIELD_LONG | CARE_FIELD_INTERNAL))
            continue;
        g_strv_builder_add(builder, field->name);
        n++;
    }
    return g_strv_builder_end(builder);
}

static void
print_lines(CareCli *cli, JsonArray *rows, gboolean first)
{
    for (guint i = 0; i < json_array_get_length(rows); i++) {
        g_autofree char *line = care_json_to_line(json_array_get_element(rows, i));

        fputs(first && i == 0 ? "\n" : ",\n", cli->out);
        fputs(line, cli->out);
    }
}

static gboolean
print_page(CareCli *cli, const CareKind *kind, CareId *ids, guint n, gboolean first, GError **error)
{
    g_autoptr(GPtrArray) records = care_store_get_many(cli->store, kind, ids, n, error);
    g_autoptr(JsonArray) rows = json_array_new();

    if (records == NULL)
        return FALSE;
    for (guint i = 0; i < records->len; i++) {
        JsonNode *row = care_cli_record_node(cli, records->pdata[i], error);

        if (row == NULL)
            return FALSE;
        json_array_add_element(rows, row);
    }
    if (cli->json) {
        print_lines(cli, rows, first);
    } else {
        g_auto(GStrv) columns = columns_of(kind);

        care_output_rows(rows, (const char *const *)columns, first);
    }
    return TRUE;
}

static gboolean
print_all(CareCli *cli, const CareKind *kind, GArray *ids, GError **error)
{
    if (cli->json)
        fputs("[", cli->out);
    for (guint i = 0; i < ids->len; i += PAGE)
        if (!print_page(cli, kind, &g_array_index(ids, CareId, i), MIN(PAGE, ids->len - i), i == 0, error))
            return FALSE;
    if (cli->json)
        fputs(ids->len > 0 ? "\n]\n" : "]\n", cli->out);
    return TRUE;
}

static gboolean
parse_limit(const char *text, gint64 *limit, GError **error)
{
    *limit = -1;
    if (text == NULL || g_ascii_string_to_signed(text, 10, 0, G_MAXINT, limit, NULL))
        return TRUE;
    return care_misunderstood(error, _("--limit needs a number, 0 or more."));
}

static gboolean
run_list(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    gboolean deleted = care_cli_take_flag(arguments, "--deleted");
    g_autofree char *limit_text = NULL;
    g_autoptr(CareWhere) where = NULL;
    g_autoptr(GArray) ids = NULL;
    const CareKind *kind;
    gint64 limit;

    if (arguments[0] == NULL)
        return care_misunderstood(error, _("Of what kind?"));
    kind = care_cli_kind(arguments[0], error);
    if (kind == NULL || !care_cli_take_option(arguments, "--limit", &limit_text, error)
        || !parse_limit(limit_text, &limit, error))
        return FALSE;
    where = care_where_new(kind, cli->currency);
    while (TRUE) {
        g_autofree char *condition = NULL;

        if (!care_cli_take_option(arguments, "--where", &condition, error))
            return FALSE;
        if (condition == NULL)
            break;
        if (!care_where_add(where, condition, error))
            return FALSE;
    }
    if (!care_cli_expect(arguments, 1, error))
        return FALSE;
    ids = care_where_ids(where, care_store_reader(cli->store), deleted, limit, error);
    return ids != NULL && print_all(cli, kind, ids, error);
}

const CareCommand care_list_commands[] = {
    { "list", "KIND [--where FIELD=V | !=V | <V | >V | ~V]… [--limit N] [--deleted]",
      N_("Show records in the window’s order"), 0, run_list, NULL },
    { 0 },
};
