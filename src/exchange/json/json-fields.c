/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "exchange/json/json-numbers.h"

/* Whether nothing was wrong so far. */
gboolean
care_json_fields_ok(CareJsonFields *self)
{
    return *self->error == NULL;
}

/* Reports a member as wrong, unless something was wrong before. The reason is a sentence. */
void
care_json_fields_refuse(CareJsonFields *self, const char *name, const char *reason)
{
    if (care_json_fields_ok(self))
        g_set_error(self->error, CARE_ERROR, CARE_ERROR_INPUT, "%s%s: %s", self->path, name, reason);
}

/* Reads the members of `node`; `path` is put before their names in errors. `error` must point at a NULL GError and
 * outlive the reader, as must the node. Never NULL. Free with care_json_fields_free(). */
CareJsonFields *
care_json_fields_new(JsonNode *node, const char *path, GError **error)
{
    CareJsonFields *self = g_new0(CareJsonFields, 1);

    self->path = g_strdup(path);
    self->error = error;
    if (node != NULL && care_json_holds_object(node))
        self->object = json_node_get_object(node);
    else if (*path == '\0')
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, _("This is not a JSON object."));
    else if (*error == NULL)
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("%.*s must be an object."), (int)strlen(path) - 1,
                    path);
    return self;
}

/* The reader of element `index` of the array in member `name` of `parent`. */
CareJsonFields *
care_json_fields_new_item(CareJsonFields *parent, JsonArray *array, const char *name, guint index)
{
    g_autofree char *path = g_strdup_printf("%s%s[%u].", parent->path, name, index);

    return care_json_fields_new(json_array_get_element(array, index), path, parent->error);
}

void
care_json_fields_free(CareJsonFields *self)
{
    g_free(self->path);
    g_free(self);
}

static JsonNode *
member(CareJsonFields *self, const char *name)
{
    JsonNode *node = self->object != NULL ? json_object_get_member(self->object, name) : NULL;

    return node == NULL || JSON_NODE_HOLDS_NULL(node) ? NULL : node;
}

gboolean
care_json_fields_has(CareJsonFields *self, const char *name)
{
    return member(self, name) != NULL;
}

/* A string, which the node owns. */
const char *
care_json_fields_text(CareJsonFields *self, const char *name, const char *absent)
{
    JsonNode *node = member(self, name);

    if (node == NULL)
        return absent;
    if (JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING)
        return json_node_get_string(node);
    care_json_fields_refuse(self, name, _("must be a text in quotation marks."));
    return absent;
}

gboolean
care_json_fields_flag(CareJsonFields *self, const char *name, gboolean absent)
{
    JsonNode *node = member(self, name);

    if (node == NULL)
        return absent;
    if (JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_BOOLEAN)
        return json_node_get_boolean(node);
    care_json_fields_refuse(self, name, _("must be true or false."));
    return absent;
}

/* The text of a number: numbers are strings, so that no program between rounds them to binary. */
static const char *
number_text(CareJsonFields *self, const char *name)
{
    JsonNode *node = member(self, name);

    if (node == NULL)
        return NULL;
    if (JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING)
        return json_node_get_string(node);
    care_json_fields_refuse(self, name, _("must be a plain decimal in quotation marks, such as \"49.90\"."));
    return NULL;
}

/* A decimal in a string. FALSE, and `out` as it was, if it is absent or wrong. */
gboolean
care_json_fields_decimal(CareJsonFields *self, const char *name, CareDecimal *out)
{
    const char *text = number_text(self, name);
    g_autoptr(GError) local = NULL;

    if (text != NULL && care_decimal_parse(text, out, &local))
        return TRUE;
    if (local != NULL)
        care_json_fields_refuse(self, name, local->message);
    return FALSE;
}

/* An amount in a string. FALSE, and `out` as it was, if it is absent or wrong. */
gboolean
care_json_fields_money(CareJsonFields *self, const char *name, const char *currency, CareMoney *out)
{
    const char *text = number_text(self, name);
    g_autoptr(GError) local = NULL;

    if (text != NULL && care_money_parse(text, currency, out, &local))
        return TRUE;
    if (local != NULL)
        care_json_fields_refuse(self, name, local->message);
    return FALSE;
}

/* A list, which the node owns; NULL if it is absent. */
JsonArray *
care_json_fields_array(CareJsonFields *self, const char *name)
{
    JsonNode *node = member(self, name);

    if (node == NULL)
        return NULL;
    if (JSON_NODE_HOLDS_ARRAY(node))
        return json_node_get_array(node);
    care_json_fields_refuse(self, name, _("must be a list."));
    return NULL;
}

/* An object, which the parent owns; NULL if it is absent. */
JsonNode *
care_json_fields_object(CareJsonFields *self, const char *name)
{
    JsonNode *node = member(self, name);

    if (node == NULL)
        return NULL;
    if (care_json_holds_object(node))
        return node;
    care_json_fields_refuse(self, name, _("must be an object."));
    return NULL;
}
