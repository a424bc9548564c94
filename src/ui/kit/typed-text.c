/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/typed-text.h"

#define TYPED "care-typed-text"

/* By the names of the fields; nullable. */
static GHashTable *
texts_of(CareRecord *record)
{
    return g_object_get_data(G_OBJECT(record), TYPED);
}

static void
free_texts(gpointer texts)
{
    g_hash_table_unref(texts);
}

void
care_typed_text_set(CareRecord *record, int field, const char *text)
{
    const char *name = care_record_kind(record)->fields[field].name;
    GHashTable *texts = texts_of(record);

    if (text && !texts) {
        texts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
        g_object_set_data_full(G_OBJECT(record), TYPED, texts, free_texts);
    }
    if (text)
        g_hash_table_insert(texts, (char *)name, g_strdup(text));
    else if (texts)
        g_hash_table_remove(texts, name);
}

const char *
care_typed_text_get(CareRecord *record, int field)
{
    GHashTable *texts = texts_of(record);

    return texts ? g_hash_table_lookup(texts, care_record_kind(record)->fields[field].name) : NULL;
}

gboolean
care_typed_text_any(CareRecord *record)
{
    GHashTable *texts = texts_of(record);

    return texts && g_hash_table_size(texts) > 0;
}

gboolean
care_typed_text_equal(CareRecord *a, CareRecord *b)
{
    for (guint i = 0; i < care_record_kind(a)->n_fields; i++)
        if (g_strcmp0(care_typed_text_get(a, (int)i), care_typed_text_get(b, (int)i)) != 0)
            return FALSE;
    return TRUE;
}

void
care_typed_text_copy(CareRecord *from, CareRecord *to)
{
    for (guint i = 0; i < care_record_kind(from)->n_fields; i++)
        care_typed_text_set(to, (int)i, care_typed_text_get(from, (int)i));
}

JsonNode *
care_typed_text_to_json(CareRecord *record)
{
    g_autoptr(JsonObject) object = json_object_new();
    JsonNode *node;

    if (!care_typed_text_any(record))
        return NULL;
    for (guint i = 0; i < care_record_kind(record)->n_fields; i++)
        if (care_typed_text_get(record, (int)i))
            json_object_set_string_member(object, care_record_kind(record)->fields[i].name,
                                          care_typed_text_get(record, (int)i));
    node = json_node_new(JSON_NODE_OBJECT);
    json_node_set_object(node, object);
    return node;
}

void
care_typed_text_take(CareRecord *record, JsonNode *node)
{
    JsonObject *object = node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;

    for (guint i = 0; i < care_record_kind(record)->n_fields; i++) {
        const char *name = care_record_kind(record)->fields[i].name;
        JsonNode *member = object ? json_object_get_member(object, name) : NULL;
        gboolean fits
            = member && JSON_NODE_HOLDS_VALUE(member) && json_node_get_value_type(member) == G_TYPE_STRING;

        care_typed_text_set(record, (int)i, fits ? json_node_get_string(member) : NULL);
        if (fits)
            g_object_notify(G_OBJECT(record), name);
    }
}
