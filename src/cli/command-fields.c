/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* fields: what a record of a kind has, from its table, so that no list of fields is written down anywhere. */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/json-members.h"
#include "cli/output.h"

static const char *const types[] = {
    [CARE_FIELD_TEXT] = "text",       [CARE_FIELD_INTEGER] = "integer", [CARE_FIELD_BOOLEAN] = "boolean",
    [CARE_FIELD_DECIMAL] = "decimal", [CARE_FIELD_MONEY] = "money",     [CARE_FIELD_DATE] = "date",
    [CARE_FIELD_DAY] = "day",         [CARE_FIELD_INSTANT] = "instant", [CARE_FIELD_CHOICE] = "choice",
    [CARE_FIELD_REF] = "record",      [CARE_FIELD_LIST] = "list",
};

static const char *
type_of(const CareField *field)
{
    return field->flags & CARE_FIELD_ANY_ID ? "id" : types[field->kind];
}

static JsonArray *
words_of(const CareChoiceSet *choices)
{
    JsonArray *words = json_array_new();

    for (int i = 0; i < choices->n; i++)
        json_array_add_string_element(words, choices->choices[i].word);
    return words;
}

static JsonArray *fields_of(const CareKind *kind);

/* Members that say nothing of this field are left out. */
static void
add_details(JsonObject *object, const CareField *field)
{
    if (field->kind == CARE_FIELD_CHOICE)
        json_object_set_array_member(object, "words", words_of(field->choices));
    if (field->kind == CARE_FIELD_REF)
        care_cli_set_text(object, "of", field->extra);
    if (field->kind == CARE_FIELD_LIST && !care_kind_is_flat(care_kind_child(field)))
        json_object_set_array_member(object, "fields", fields_of(care_kind_child(field)));
}

static JsonArray *
fields_of(const CareKind *kind)
{
    JsonArray *fields = json_array_new();

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        JsonObject *object;

        if (field->flags & CARE_FIELD_INTERNAL)
            continue;
        object = json_object_new();
        care_cli_set_text(object, "field", field->name);
        care_cli_set_text(object, "label", care_field_label(field));
        care_cli_set_text(object, "type", type_of(field));
        json_object_set_boolean_member(object, "required", (field->flags & CARE_FIELD_REQUIRED) != 0);
        json_object_set_boolean_member(object, "computed", (field->flags & CARE_FIELD_COMPUTED) != 0);
        add_details(object, field);
        json_array_add_object_element(fields, object);
    }
    return fields;
}

static gboolean
run_fields(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    const CareKind *kind;

    if (arguments[0] == NULL)
        return care_misunderstood(error, _("Of what kind?"));
    if (!care_cli_expect(arguments, 1, error))
        return FALSE;
    kind = care_cli_kind(arguments[0], error);
    if (kind == NULL)
        return FALSE;
    *result = json_node_new(JSON_NODE_ARRAY);
    json_node_take_array(*result, fields_of(kind));
    return TRUE;
}

static void
print_fields(CareCli *cli, JsonNode *result)
{
    static const char *const columns[] = { "field", "type", "label", NULL };

    care_output_rows(json_node_get_array(result), columns, FALSE);
}

const CareCommand care_fields_commands[] = {
    { "fields", "KIND", N_("List what a record of a kind has"), CARE_COMMAND_NO_STORE, run_fields,
      print_fields },
    { 0 },
};
