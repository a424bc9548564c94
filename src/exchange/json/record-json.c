/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/record-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/json/json-numbers.h"
#include "exchange/json/json-twice.h"

static gboolean
has_money(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_MONEY)
            return TRUE;
    return FALSE;
}

static void add_fields(JsonObject *object, CareRecord *record, const char *currency, CareRecordJsonMode mode);

static void
add_id(JsonObject *object, CareRecord *record)
{
    g_autofree char *id = care_id_to_string(care_record_id(record));

    json_object_set_string_member(object, "id", id);
}

static JsonNode *
list_to_json(CareRecord *record, int field, const char *currency, CareRecordJsonMode mode)
{
    const CareKind *child = care_kind_child(&care_record_kind(record)->fields[field]);
    gboolean flat = care_kind_is_flat(child);
    JsonArray *array = json_array_new();
    JsonNode *node = json_node_new(JSON_NODE_ARRAY);

    for (guint i = 0; i < care_record_list_length(record, field); i++) {
        CareRecord *item = care_record_list_item(record, field, i);

        if (flat) {
            json_array_add_string_element(array, care_record_text(item, 0));
        } else {
            JsonObject *object = json_object_new();

            add_fields(object, item, currency, mode);
            if (mode == CARE_RECORD_JSON_DRAFT && care_record_id(item) != 0)
                add_id(object, item);
            json_array_add_object_element(array, object);
        }
    }
    json_node_take_array(node, array);
    return node;
}

/* One that follows from the shop's. */
static gboolean
is_currency(const CareField *field)
{
    return (field->flags & CARE_FIELD_COMPUTED) && strcmp(field->name, "currency") == 0;
}

static JsonNode *
field_to_json(CareRecord *record, int field, const char *currency, CareRecordJsonMode mode)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    g_autofree char *text = NULL;

    if (f->kind == CARE_FIELD_LIST)
        return list_to_json(record, field, currency, mode);
    if (!care_record_is_set(record, field) && mode == CARE_RECORD_JSON_PLAIN && is_currency(f))
        return json_node_init_string(json_node_alloc(), currency); /* what an amount would be in */
    if (!care_record_is_set(record, field))
        return json_node_new(JSON_NODE_NULL);
    if (f->kind == CARE_FIELD_INTEGER
        && !(f->flags & CARE_FIELD_ANY_ID)) /* a program's double would round an id */
        return json_node_init_int(json_node_alloc(), care_record_int(record, field));
    if (f->kind == CARE_FIELD_BOOLEAN)
        return json_node_init_boolean(json_node_alloc(), care_record_int(record, field) != 0);
    text = care_record_field_to_string(record, field, currency);
    return json_node_init_string(json_node_alloc(), text);
}

static void
add_fields(JsonObject *object, CareRecord *record, const char *currency, CareRecordJsonMode mode)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (mode != CARE_RECORD_JSON_PLAIN || !(kind->fields[i].flags & CARE_FIELD_INTERNAL))
            json_object_set_member(object, kind->fields[i].name,
                                   field_to_json(record, (int)i, currency, mode));
    if (!kind->child && has_money(kind) && care_kind_find_field(kind, "currency") < 0)
        json_object_set_string_member(object, "currency", currency);
}

static void
add_instant(JsonObject *object, const char *name, CareInstant at)
{
    g_autofree char *text = care_instant_to_string(at);

    json_object_set_string_member(object, name, text);
}

static void
add_stamp(JsonObject *object, CareRecordStamp stamp, CareRecordJsonMode mode)
{
    add_instant(object, "created", stamp.created);
    add_instant(object, "changed", stamp.changed);
    if (mode == CARE_RECORD_JSON_COMPLETE && stamp.changed_by != 0) {
        g_autofree char *by = care_id_to_string(stamp.changed_by);

        json_object_set_string_member(object, "changed_by", by);
    }
    if (stamp.deleted != 0)
        add_instant(object, "deleted", stamp.deleted);
}

/**
 * care_record_to_json:
 * @currency: the shop's; a record with a currency of its own uses that
 *
 * Returns: (transfer full): an object with `id`, a member per field, `created` and `changed`; `deleted` only where
 * it is. Of a draft the members of the fields alone
 */
JsonNode *
care_record_to_json(CareRecord *record, const char *currency, CareRecordJsonMode mode)
{
    JsonObject *object = json_object_new();
    JsonNode *node = json_node_new(JSON_NODE_OBJECT);

    json_node_take_object(node, object);
    if (mode != CARE_RECORD_JSON_DRAFT)
        add_id(object, record);
    add_fields(object, record, care_record_currency(record, currency), mode);
    if (mode != CARE_RECORD_JSON_DRAFT)
        add_stamp(object, care_record_stamp(record), mode);
    return node;
}
static gboolean
refuse(GError **error, const char *sentence, const char *name)
{
    g_auto(GStrv) parts = g_strsplit(sentence, "%s", 2);
    g_autofree char *message = g_strconcat(parts[0], name, parts[1], NULL);

    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, message);
    return FALSE;
}

/* A JSON value in the plain form of the command line; NULL when it has none. Numbers that scripts write without
 * quotes are taken by their shortest decimal form, and as they stand where a text is wanted. */
static char *
plain_of(JsonNode *node, gboolean is_text)
{
    const char *number = care_json_number_text(node);
    GType type;

    if (number != NULL)
        return is_text ? g_strdup(number) : care_json_number_plain(number);
    if (!JSON_NODE_HOLDS_VALUE(node))
        return NULL;
    type = json_node_get_value_type(node);
    if (type == G_TYPE_STRING)
        return g_strdup(json_node_get_string(node));
    if (type == G_TYPE_BOOLEAN)
        return g_strdup(json_node_get_boolean(node) ? "true" : "false");
    return type == G_TYPE_INT64 ? g_strdup_printf("%" G_GINT64_FORMAT, json_node_get_int(node)) : NULL;
}

/* true is a yes, and no name. */
static gboolean
is_out_of_place(JsonNode *node, const CareField *field)
{
    return field->kind != CARE_FIELD_BOOLEAN && JSON_NODE_HOLDS_VALUE(node)
           && json_node_get_value_type(node) == G_TYPE_BOOLEAN;
}

static gboolean
is_endless(JsonNode *node)
{
    const char *number = care_json_number_text(node);

    return number != NULL && care_json_number_is_endless(number);
}

static gboolean
is_single(JsonNode *node)
{
    return JSON_NODE_HOLDS_VALUE(node) || care_json_number_text(node) != NULL;
}

static gboolean
list_from_json(CareRecord *record, int field, JsonNode *node, const char *currency,
               CareRecordJsonSource source, GError **error)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    JsonArray *array;

    if (!JSON_NODE_HOLDS_ARRAY(node))
        return refuse(error, _("“%s” is a list. Nothing was changed."), f->name);
    array = json_node_get_array(node);
    care_record_clear(record, field);
    for (guint i = 0; i < json_array_get_length(array); i++) {
        JsonNode *element = json_array_get_element(array, i);
        CareRecord *child = care_record_list_add(record, field);

        if (care_json_holds_object(element)) {
            if (!care_record_from_json(child, json_node_get_object(element), currency, source, error))
                return FALSE;
        } else if (care_kind_is_flat(care_record_kind(child)) && is_single(element)
                   && !is_out_of_place(element, f)) {
            g_autofree char *text = plain_of(element, TRUE);

            care_record_set_text(child, 0, text);
        } else {
            return refuse(error, _("An entry of “%s” is not as it should be. Nothing was changed."), f->name);
        }
    }
    return TRUE;
}

static gboolean
field_from_json(CareRecord *record, int field, JsonNode *node, const char *currency,
                CareRecordJsonSource source, GError **error)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    g_autofree char *text = NULL;

    if (JSON_NODE_HOLDS_NULL(node)) {
        care_record_clear(record, field);
        return TRUE;
    }
    if (f->kind == CARE_FIELD_LIST)
        return list_from_json(record, field, node, currency, source, error);
    if (is_out_of_place(node, f))
        return refuse(error, _("“%s” is no yes or no. Nothing was changed."), f->name);
    if (f->kind != CARE_FIELD_TEXT && is_endless(node))
        return refuse(error, _("“%s” is a number beyond all bounds. Nothing was changed."), f->name);
    text = plain_of(node, f->kind == CARE_FIELD_TEXT);
    if (text == NULL)
        return refuse(error, _("“%s” is a single value. Nothing was changed."), f->name);
    /* a row of a list may be one that stands already: its save finds out, and asks a new one what is asked today */
    return source == CARE_RECORD_JSON_TAKE || care_record_kind(record)->child
               ? care_record_field_take(record, field, text, currency, error)
               : care_record_field_parse(record, field, text, currency, error);
}

static gboolean
take_instant(JsonNode *node, CareInstant *out)
{
    g_autofree char *text = plain_of(node, FALSE);

    if (JSON_NODE_HOLDS_NULL(node)) {
        *out = 0;
        return TRUE;
    }
    return text != NULL && care_instant_parse(text, out);
}

static gboolean
take_id(JsonNode *node, CareId *out)
{
    g_autofree char *text = plain_of(node, FALSE);

    if (JSON_NODE_HOLDS_NULL(node)) {
        *out = 0;
        return TRUE;
    }
    return text != NULL && care_id_parse(text, out);
}

/* The members that are no fields. TRUE if the name was one of them; *fits tells whether its value was right. */
static gboolean
take_stamp(CareRecord *record, const char *name, JsonNode *node, gboolean *fits)
{
    CareRecordStamp stamp = care_record_stamp(record);
    CareId id = 0;

    if (strcmp(name, "id") == 0) {
        *fits = take_id(node, &id);
        care_record_set_id(record, id);
        return TRUE;
    }
    if (strcmp(name, "created") == 0)
        *fits = take_instant(node, &stamp.created);
    else if (strcmp(name, "changed") == 0)
        *fits = take_instant(node, &stamp.changed);
    else if (strcmp(name, "deleted") == 0)
        *fits = take_instant(node, &stamp.deleted);
    else if (strcmp(name, "changed_by") == 0)
        *fits = take_id(node, &stamp.changed_by);
    else
        return FALSE;
    care_record_set_stamp(record, stamp);
    return TRUE;
}

static gboolean
chooses_currency(const CareKind *kind)
{
    int field = care_kind_find_field(kind, "currency");

    return field >= 0 && !(kind->fields[field].flags & CARE_FIELD_COMPUTED);
}

/* Amounts of another currency would be kept as so much of the record's own. */
static gboolean
check_currency(CareRecord *record, const char *given, const char *currency, GError **error)
{
    if (!has_money(care_record_kind(record)) || chooses_currency(care_record_kind(record))
        || g_strcmp0(given, currency) == 0)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: two currencies, "EUR" and "CHF" */
                _("These amounts are kept in %s, and not in %s. Nothing was changed."), currency, given);
    return FALSE;
}

static gboolean
take_member(CareRecord *record, const char *name, JsonNode *node, const char *currency,
            CareRecordJsonSource source, GError **error)
{
    const CareKind *kind = care_record_kind(record);
    int field = care_kind_find_field(kind, name);
    gboolean fits = TRUE;

    if (source == CARE_RECORD_JSON_EDIT && strcmp(name, "currency") == 0 && !chooses_currency(kind)
        && has_money(kind))
        return TRUE; /* care_record_from_json() looked at it */
    if (field < 0) {
        if (strcmp(name, "currency") == 0 && has_money(kind))
            return TRUE;
        if (source == CARE_RECORD_JSON_TAKE && take_stamp(record, name, node, &fits))
            return fits || refuse(error, _("“%s” is not as it should be. Nothing was changed."), name);
        return refuse(error, _("There is no field “%s” to set. Nothing was changed."), name);
    }
    if (source == CARE_RECORD_JSON_EDIT) {
        if (kind->fields[field].flags & CARE_FIELD_INTERNAL)
            return refuse(error, _("There is no field “%s” to set. Nothing was changed."), name);
        /* Children come as they were read; what is computed in them is computed again. */
        if (kind->fields[field].flags & CARE_FIELD_COMPUTED)
            return kind->child || JSON_NODE_HOLDS_NULL(node)
                   || refuse(error,
                             _("“%s” is worked out by Aftercare and cannot be set. Nothing was changed."),
                             name);
    }
    return field_from_json(record, field, node, currency, source, error);
}

gboolean
care_record_from_json(CareRecord *record, JsonObject *object, const char *currency,
                      CareRecordJsonSource source, GError **error)
{
    g_autoptr(GList) names = json_object_get_members(object);
    JsonNode *own = json_object_get_member(object, "currency");

    currency = care_record_currency(record, currency);
    /* First of all: it says how many decimals the amounts have. */
    if (own != NULL && JSON_NODE_HOLDS_VALUE(own) && json_node_get_value_type(own) == G_TYPE_STRING) {
        if (source == CARE_RECORD_JSON_EDIT
            && !check_currency(record, json_node_get_string(own), currency, error))
            return FALSE;
        currency = json_node_get_string(own);
    }
    for (GList *name = names; name != NULL; name = name->next)
        if (!take_member(record, name->data, json_object_get_member(object, name->data), currency, source,
                         error))
            return FALSE;
    return TRUE;
}

/* "\\u0000": what stands behind it would be lost without a word. */
static gboolean
has_nul(const char *text, gsize length)
{
    for (gsize i = 0; i + 6 <= length; i++) {
        if (text[i] != '\\')
            continue;
        if (memcmp(text + i, "\\u0000", 6) == 0)
            return TRUE;
        i++; /* whatever is escaped begins no escape of its own */
    }
    return FALSE;
}

/* Which of the two is meant nobody knows. */
static gboolean
check_members(const char *text, gsize length, GError **error)
{
    g_autofree char *twice = care_json_find_twice(text, length);

    if (twice != NULL)
        care_json_set_error_twice(error, twice);
    return twice == NULL;
}

/**
 * care_json_parse_object:
 * @length: in bytes, or -1
 *
 * Numbers in it are read by care_json_number_text(), but for whole ones, which are there as such.
 *
 * Returns: (transfer full): the object's node, or NULL and a sentence as CARE_ERROR_INPUT
 */
JsonNode *
care_json_parse_object(const char *text, gssize length, GError **error)
{
    /* An immutable one ends the program at a text of two values. */
    g_autoptr(JsonParser) parser = json_parser_new();
    gsize size = length >= 0 ? (gsize)length : strlen(text);
    g_autofree char *kept = NULL;

    if (has_nul(text, size)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            _("A text in it has a character of nothing (\\u0000). Nothing was changed."));
        return NULL;
    }
    kept = care_json_keep_numbers(text, size);
    if (json_parser_load_from_data(parser, kept != NULL ? kept : text, kept != NULL ? -1 : (gssize)size,
                                   NULL)) {
        JsonNode *root = json_parser_get_root(parser);

        if (root != NULL && care_json_holds_object(root))
            return check_members(text, size, error) ? json_node_copy(root) : NULL;
    }
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("This is not a JSON object. Nothing was changed."));
    return NULL;
}

/** care_json_to_line: the node as compact JSON, UTF-8, without a newline. */
char *
care_json_to_line(JsonNode *node)
{
    return json_to_string(node, FALSE);
}
