/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* search */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "exchange/purge/purge.h"
#include "store/search.h"

#define MOST_HITS 50

static GPtrArray *
find(CareCli *cli, const char *text, gboolean deleted, GError **error)
{
    CareConnection *connection = care_store_reader(cli->store);

    return deleted ? care_search_deleted(connection, text, care_purge_limit(cli->clock), MOST_HITS, error)
                   : care_search(connection, text, MOST_HITS, error);
}

static void
add_hit(JsonArray *array, CareSearchHit *hit)
{
    g_autofree char *id = care_id_to_string(hit->id);
    JsonObject *object = json_object_new();

    json_object_set_string_member(object, "kind", hit->kind->name);
    json_object_set_string_member(object, "id", id);
    json_object_set_string_member(object, "title", hit->title);
    if (hit->detail != NULL)
        json_object_set_string_member(object, "detail", hit->detail);
    else
        json_object_set_null_member(object, "detail");
    json_object_set_string_member(object, "match", hit->match);
    json_array_add_object_element(array, object);
}

static gboolean
run_search(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    gboolean deleted = care_cli_take_flag(arguments, "--deleted");
    g_autofree char *text = g_strjoinv(" ", arguments);
    g_autoptr(GPtrArray) hits = NULL;
    JsonArray *array;

    if (arguments[0] == NULL)
        return care_misunderstood(error, _("Search for what?"));
    if (!g_utf8_validate(text, -1, NULL))
        return care_misunderstood(error, _("The text to search for is not readable (UTF-8)."));
    hits = find(cli, text, deleted, error);
    if (hits == NULL)
        return FALSE;
    array = json_array_new();
    for (guint i = 0; i < hits->len; i++)
        add_hit(array, hits->pdata[i]);
    *result = json_node_new(JSON_NODE_ARRAY);
    json_node_take_array(*result, array);
    return TRUE;
}

static void
print_search(CareCli *cli, JsonNode *result)
{
    static const char *const columns[] = { "kind", "id", "title", "detail", "match", NULL };

    if (json_array_get_length(json_node_get_array(result)) == 0)
        g_printerr("%s\n", _("Nothing found."));
    else
        care_output_rows(json_node_get_array(result), columns, FALSE);
}

const CareCommand care_search_commands[] = {
    { "search", "TEXT [--deleted]", N_("Find by any fragment of a name, phone, serial or number"), 0,
      run_search, print_search },
    { 0 },
};
