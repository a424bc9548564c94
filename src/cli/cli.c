/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"

gboolean
care_cli_is_usage(const GError *error)
{
    return error->domain == G_OPTION_ERROR;
}

gboolean
care_cli_expect(char **arguments, guint n, GError **error)
{
    for (char **argument = arguments; *argument != NULL; argument++)
        if (g_str_has_prefix(*argument, "--") && (*argument)[2] != '\0' && !g_ascii_isdigit((*argument)[2]))
            return care_misunderstood(error, _("There is no option %s."), *argument);
    if (g_strv_length(arguments) < n)
        return care_misunderstood(error, _("Something is missing."));
    if (g_strv_length(arguments) > n)
        return care_misunderstood(error, _("“%s” is one word too many."), arguments[n]);
    return TRUE;
}

static void
remove_at(char **arguments, guint position)
{
    g_free(arguments[position]);
    do
        arguments[position] = arguments[position + 1];
    while (arguments[position++] != NULL);
}

gboolean
care_cli_take_option(char **arguments, const char *name, char **value, GError **error)
{
    gsize length = strlen(name);

    *value = NULL;
    for (guint i = 0; arguments[i] != NULL; i++) {
        if (strcmp(arguments[i], name) == 0) {
            if (arguments[i + 1] == NULL)
                return care_misunderstood(error, _("%s needs a value."), name);
            remove_at(arguments, i);
            *value = g_strdup(arguments[i]);
            remove_at(arguments, i);
            return TRUE;
        }
        if (strncmp(arguments[i], name, length) == 0 && arguments[i][length] == '=') {
            *value = g_strdup(arguments[i] + length + 1);
            remove_at(arguments, i);
            return TRUE;
        }
    }
    return TRUE;
}

gboolean
care_cli_take_flag(char **arguments, const char *name)
{
    for (guint i = 0; arguments[i] != NULL; i++) {
        if (strcmp(arguments[i], name) == 0) {
            remove_at(arguments, i);
            return TRUE;
        }
    }
    return FALSE;
}

const CareKind *
care_cli_kind(const char *name, GError **error)
{
    const CareKind *kind = care_kind_by_name(name);

    if (kind != NULL && !kind->child)
        return kind;
    care_misunderstood(error, _("There is no kind of record called “%s”."), name);
    return NULL;
}

CareRecord *
care_cli_get(CareCli *cli, const CareKind *kind, const char *id, GError **error)
{
    g_autoptr(CareRecord) record = NULL;
    CareId number;

    if (care_id_parse(id, &number))
        record = care_store_get(cli->store, kind, number, NULL);
    if (record == NULL) {
        care_set_error_not_found(error, kind, id);
        return NULL;
    }
    if (care_record_stamp(record).deleted != 0) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                    _("The record with the id %s was deleted; “list %s --deleted” still shows it."), id,
                    kind->name);
        return NULL;
    }
    return g_steal_pointer(&record);
}

JsonNode *
care_cli_id_node(CareId id)
{
    g_autofree char *text = care_id_to_string(id);
    JsonObject *object = json_object_new();
    JsonNode *node = json_node_new(JSON_NODE_OBJECT);

    json_object_set_string_member(object, "id", text);
    json_node_take_object(node, object);
    return node;
}
