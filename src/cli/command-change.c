/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* get, add, set, remove, undelete */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/kind-hook.h"
#include "cli/read-file.h"
#include "core/errors.h"
#include "service/flow.h"
#include "exchange/json/record-json.h"

/* Of "KIND ID", whatever follows; transfer full. */
static CareRecord *
named(CareCli *cli, char **arguments, GError **error)
{
    const CareKind *kind = care_cli_kind(arguments[0], error);

    return kind != NULL ? care_cli_get(cli, kind, arguments[1], error) : NULL;
}

static gboolean
run_get(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) record = care_cli_expect(arguments, 2, error) ? named(cli, arguments, error) : NULL;

    if (record == NULL)
        return FALSE;
    *result = care_cli_record_node(cli, record, error);
    return *result != NULL;
}

/* What somebody may set is what the form would let them set. */
static int
settable_field(const CareKind *kind, const char *name, GError **error)
{
    int field = care_kind_find_field(kind, name);

    if (field < 0 || kind->fields[field].flags & CARE_FIELD_INTERNAL) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("Records of the kind “%s” have no field “%s”. Nothing was changed."), kind->name, name);
        return -1;
    }
    if (kind->fields[field].flags & CARE_FIELD_COMPUTED) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("“%s” is worked out by Aftercare and cannot be set. Nothing was changed."), name);
        return -1;
    }
    return field;
}

static gboolean
apply_assignment(CareCli *cli, CareRecord *record, const char *assignment, GError **error)
{
    const char *equals = strchr(assignment, '=');
    g_autofree char *name = NULL;
    int field;

    if (equals == NULL || equals == assignment)
        return care_misunderstood(error, _("“%s” is not of the form FIELD=VALUE."), assignment);
    name = g_strndup(assignment, (gsize)(equals - assignment));
    field = settable_field(care_record_kind(record), name, error);
    return field >= 0
           && care_record_field_parse(record, field, equals + 1, care_record_currency(record, cli->currency),
                                      error);
}

/* file is nullable. What of it is no text has "". */
static GHashTable *
given_fields(JsonObject *file, char **assignments)
{
    GHashTable *given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GList) names = file != NULL ? json_object_get_members(file) : NULL;

    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *node = json_object_get_member(file, name->data);
        gboolean is_text = JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING;

        g_hash_table_insert(given, g_strdup(name->data), g_strdup(is_text ? json_node_get_string(node) : ""));
    }
    for (; *assignments != NULL; assignments++) {
        g_auto(GStrv) parts = g_strsplit(*assignments, "=", 2);

        if (g_strv_length(parts) == 2)
            g_hash_table_insert(given, g_strdup(parts[0]), g_strdup(parts[1]));
    }
    return given;
}

/* file is nullable. */
static gboolean
apply(CareCli *cli, CareRecord *record, JsonObject *file, char **assignments, GError **error)
{
    if (file != NULL && !care_record_from_json(record, file, cli->currency, CARE_RECORD_JSON_EDIT, error))
        return FALSE;
    for (; *assignments != NULL; assignments++)
        if (!apply_assignment(cli, record, *assignments, error))
            return FALSE;
    return TRUE;
}

static gboolean
apply_all(CareCli *cli, CareRecord *record, CareRecord *old, JsonObject *file, char **assignments,
          GError **error)
{
    const CareKindHook *hook = care_kind_hook(care_record_kind(record));
    g_autoptr(GHashTable) given = given_fields(file, assignments);

    if (hook->begin != NULL)
        hook->begin(cli, record, given);
    if (!apply(cli, record, file, assignments, error))
        return FALSE;
    if (hook->end != NULL)
        hook->end(record, old, given);
    return TRUE;
}

static gboolean
change(CareCli *cli, CareRecord *record, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) old = care_record_id(record) != 0 ? care_record_copy(record) : NULL;
    g_autofree char *path = NULL;
    g_autoptr(JsonNode) file = NULL;

    if (!care_cli_take_option(arguments, "--file", &path, error))
        return FALSE;
    if (path == NULL && arguments[0] == NULL)
        return care_misunderstood(error, _("Give at least one FIELD=VALUE, or --file FILE.json."));
    file = path != NULL ? care_cli_read_json(path, error) : NULL;
    if (path != NULL && file == NULL)
        return FALSE;
    if (!apply_all(cli, record, old, file != NULL ? json_node_get_object(file) : NULL, arguments, error))
        return FALSE;
    if (!care_flow_save_now(cli->store, record, old, error))
        return FALSE;
    *result = care_cli_id_node(care_record_id(record));
    return TRUE;
}

/* What happened and was not dated happened now. */
static void
date_now(CareCli *cli, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_INSTANT && kind->fields[i].flags & CARE_FIELD_REQUIRED)
            care_record_set_int(record, (int)i, care_clock_now(cli->clock));
}

static gboolean
run_add(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    const CareKind *kind;
    g_autoptr(CareRecord) record = NULL;

    if (arguments[0] == NULL)
        return care_misunderstood(error, _("Of what kind?"));
    kind = care_cli_kind(arguments[0], error);
    if (kind == NULL)
        return FALSE;
    record = care_record_new(kind);
    date_now(cli, record);
    return change(cli, record, arguments + 1, result, error);
}

static gboolean
run_set(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) record = NULL;

    if (arguments[0] == NULL || arguments[1] == NULL)
        return care_misunderstood(error, _("Of which record? Give its kind and id."));
    record = named(cli, arguments, error);
    return record != NULL && change(cli, record, arguments + 2, result, error);
}

static gboolean
run_remove(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) record = care_cli_expect(arguments, 2, error) ? named(cli, arguments, error) : NULL;

    if (record == NULL
        || !care_flow_remove_now(cli->store, care_record_kind(record), care_record_id(record), error))
        return FALSE;
    *result = care_cli_id_node(care_record_id(record));
    return TRUE;
}

/* What came back too, for it would not be seen without. */
static void
add_along(JsonObject *object, GPtrArray *along)
{
    JsonArray *array = json_array_sized_new(along->len);

    for (guint i = 0; i < along->len; i++) {
        JsonNode *node = care_cli_id_node(care_record_id(along->pdata[i]));

        json_object_set_string_member(json_node_get_object(node), "kind",
                                      care_record_kind(along->pdata[i])->name);
        json_array_add_element(array, node);
    }
    json_object_set_array_member(object, "along", array);
}

static gboolean
run_undelete(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(GPtrArray) along = g_ptr_array_new_with_free_func(g_object_unref);
    const CareKind *kind;
    CareId id;

    if (!care_cli_expect(arguments, 2, error))
        return FALSE;
    kind = care_cli_kind(arguments[0], error);
    if (kind == NULL)
        return FALSE;
    if (!care_id_parse(arguments[1], &id)) {
        care_set_error_not_found(error, kind, arguments[1]);
        return FALSE;
    }
    if (!care_flow_undelete_now(cli->store, kind, id, along, error))
        return FALSE;
    *result = care_cli_id_node(id);
    if (along->len > 0)
        add_along(json_node_get_object(*result), along);
    return TRUE;
}

const CareCommand care_change_commands[] = {
    { "get", "KIND ID", N_("Show one record"), 0, run_get, NULL },
    { "add", "KIND FIELD=VALUE… | --file FILE.json", N_("Add a record"), 0, run_add, NULL },
    { "set", "KIND ID FIELD=VALUE… | --file FILE.json", N_("Change a record; an empty value clears"), 0,
      run_set, NULL },
    { "remove", "KIND ID", N_("Delete a record; it can be brought back for 30 days"), 0, run_remove, NULL },
    { "undelete", "KIND ID", N_("Bring a deleted record back, with what it belongs to"), 0, run_undelete,
      NULL },
    { 0 },
};
