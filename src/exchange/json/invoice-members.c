/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which members the document of an invoice has. */
#include "exchange/json/invoice-json.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/json/json-numbers.h"

/* What stands in an object: its members, and of those that hold objects what stands in each. */
typedef struct Shape Shape;
struct Shape {
    const char *const *members;
    struct {
        const char *member;
        const Shape *shape;
    } within[3];
};

static const char *const tax_members[] = { "name", "rate", NULL };
static const char *const withholding_members[] = { "percent", NULL };
static const char *const line_adjustment_members[]
    = { "charge", "percent", "base", "amount", "reason", NULL };
static const char *const adjustment_members[]
    = { "charge", "percent", "base", "amount", "reason", "category", "rate", NULL };
static const char *const line_members[] = { "name",     "quantity", "price", "base_quantity", "unit", "kind",
                                            "category", "rate",     "taxes", "adjustments",   NULL };
static const char *const bill_members[]
    = { "currency", "type", "prices", "lines", "adjustments", "withholding", "paid", "rounding", NULL };

static const Shape tax_shape = { tax_members, { { NULL, NULL } } };
static const Shape withholding_shape = { withholding_members, { { NULL, NULL } } };
static const Shape line_adjustment_shape = { line_adjustment_members, { { NULL, NULL } } };
static const Shape adjustment_shape = { adjustment_members, { { NULL, NULL } } };
static const Shape line_shape
    = { line_members, { { "taxes", &tax_shape }, { "adjustments", &line_adjustment_shape } } };
static const Shape bill_shape = {
    bill_members,
    { { "lines", &line_shape }, { "adjustments", &adjustment_shape }, { "withholding", &withholding_shape } }
};

static gboolean check_node(JsonNode *node, const Shape *shape, GError **error);

static gboolean
check_array(JsonArray *array, const Shape *shape, GError **error)
{
    for (guint i = 0; i < json_array_get_length(array); i++)
        if (!check_node(json_array_get_element(array, i), shape, error))
            return FALSE;
    return TRUE;
}

static gboolean
check_member(const char *name, JsonNode *value, const Shape *shape, GError **error)
{
    g_autofree char *allowed = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(shape->within); i++)
        if (g_strcmp0(shape->within[i].member, name) == 0)
            return check_node(value, shape->within[i].shape, error);
    if (g_strv_contains(shape->members, name))
        return TRUE;
    allowed = g_strjoinv(", ", (char **)shape->members);
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: a word of a file, then those that may stand where it stands */
                _("There is no field “%s” here. Nothing was changed; use one of: %s."), name, allowed);
    return FALSE;
}

/* What is of another type than it should be is told by whoever reads it. */
static gboolean
check_node(JsonNode *node, const Shape *shape, GError **error)
{
    g_autoptr(GList) members = NULL;
    JsonObject *object;

    if (JSON_NODE_HOLDS_ARRAY(node))
        return check_array(json_node_get_array(node), shape, error);
    if (!care_json_holds_object(node))
        return TRUE;
    object = json_node_get_object(node);
    members = json_object_get_members(object);
    for (GList *at = members; at != NULL; at = at->next)
        if (!check_member(at->data, json_object_get_member(object, at->data), shape, error))
            return FALSE;
    return TRUE;
}

/*
 * Whether nothing stands in the document that an invoice is not made of: a discount whose name is misspelt would be billed
 * in full. CARE_ERROR_INPUT with a sentence that names it, and what there is.
 */
gboolean
care_invoice_json_check_members(JsonNode *in, GError **error)
{
    return check_node(in, &bill_shape, error);
}
