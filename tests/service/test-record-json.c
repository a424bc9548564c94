/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind to JSON and back, and the reader of large files. */
#include <string.h>

#include "core/errors.h"
#include "exchange/json/json-stream.h"
#include "exchange/json/record-json.h"

/* A value that no other field has, where the field's kind allows it. */
static void
fill_field(CareRecord *record, int field, guint seed)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    g_autofree char *text = NULL;

    switch (f->kind) {
    case CARE_FIELD_LIST:
        for (guint n = 0; n < 2; n++) {
            CareRecord *child = care_record_list_add(record, field);

            for (guint i = 0; i < care_record_kind(child)->n_fields; i++)
                fill_field(child, (int)i, seed + 10 * n + i);
        }
        return;
    case CARE_FIELD_TEXT:
        text = strcmp(f->name, "currency") == 0 ? g_strdup("JPY")
                                                : g_strdup_printf("“%s” \\ \n%u\t€", f->name, seed);
        care_record_set_text(record, field, text);
        return;
    case CARE_FIELD_CHOICE:
        text = g_strdup(f->choices->choices[0].word);
        care_record_set_text(record, field, text);
        return;
    case CARE_FIELD_DATE:
        care_record_set_text(record, field, "2024-02-29");
        return;
    case CARE_FIELD_DAY:
        care_record_set_text(record, field, "--02-29");
        return;
    case CARE_FIELD_BOOLEAN:
        care_record_set_int(record, field, TRUE);
        return;
    default:
        care_record_set_int(record, field, seed * 12345 + 7);
    }
}

static CareRecord *
full_record(const CareKind *kind)
{
    CareRecord *record = care_record_new(kind);

    for (guint i = 0; i < kind->n_fields; i++)
        fill_field(record, (int)i, i + 1);
    care_record_set_id(record, 4711);
    care_record_set_stamp(
        record, (CareRecordStamp){
                    .created = 1700000000, .changed = 1700000001, .changed_by = 7, .deleted = 1800000000 });
    return record;
}

static CareRecord *
there_and_back(CareRecord *record)
{
    g_autoptr(JsonNode) node = care_record_to_json(record, "EUR", CARE_RECORD_JSON_COMPLETE);
    g_autofree char *line = care_json_to_line(node);
    g_autoptr(JsonNode) parsed = NULL;
    g_autoptr(GError) error = NULL;
    CareRecord *back = care_record_new(care_record_kind(record));

    g_assert_null(strchr(line, '\n'));
    g_assert_true(g_utf8_validate(line, -1, NULL));
    parsed = care_json_parse_object(line, -1, &error);
    g_assert_no_error(error);
    g_assert_true(
        care_record_from_json(back, json_node_get_object(parsed), "EUR", CARE_RECORD_JSON_TAKE, &error));
    g_assert_no_error(error);
    return back;
}

static void
test_round_trip(gconstpointer data)
{
    const CareKind *kind = data;
    g_autoptr(CareRecord) record = full_record(kind);
    g_autoptr(CareRecord) back = there_and_back(record);
    CareRecordStamp stamp = care_record_stamp(back);

    g_assert_true(care_record_equal(record, back));
    g_assert_cmpint(care_record_id(back), ==, 4711);
    g_assert_cmpint(stamp.created, ==, 1700000000);
    g_assert_cmpint(stamp.changed, ==, 1700000001);
    g_assert_cmpint(stamp.changed_by, ==, 7);
    g_assert_cmpint(stamp.deleted, ==, 1800000000);
}

static void
test_empty_round_trip(gconstpointer data)
{
    g_autoptr(CareRecord) record = care_record_new(data);
    g_autoptr(CareRecord) back = NULL;

    care_record_set_id(record, 1);
    back = there_and_back(record);
    g_assert_true(care_record_equal(record, back));
}

/* A scalar is null or its own type; nothing internal shows. */
static void
test_shape(gconstpointer data)
{
    const CareKind *kind = data;
    g_autoptr(CareRecord) record = full_record(kind);
    g_autoptr(JsonNode) node = care_record_to_json(record, "EUR", CARE_RECORD_JSON_PLAIN);
    JsonObject *object = json_node_get_object(node);

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *f = &kind->fields[i];
        JsonNode *member = json_object_get_member(object, f->name);

        if (f->flags & CARE_FIELD_INTERNAL) {
            g_assert_null(member);
            continue;
        }
        if (f->kind == CARE_FIELD_LIST)
            g_assert_true(JSON_NODE_HOLDS_ARRAY(member));
        else if (f->kind == CARE_FIELD_INTEGER && !(f->flags & CARE_FIELD_ANY_ID))
            g_assert_true(json_node_get_value_type(member) == G_TYPE_INT64);
        else if (f->kind == CARE_FIELD_BOOLEAN)
            g_assert_true(json_node_get_value_type(member) == G_TYPE_BOOLEAN);
        else
            g_assert_true(json_node_get_value_type(member) == G_TYPE_STRING);
    }
    g_assert_false(json_object_has_member(object, "changed_by"));
}

/* What an edit may not set. */
static void
test_edit(gconstpointer data)
{
    const CareKind *kind = data;

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *f = &kind->fields[i];
        g_autoptr(CareRecord) full = full_record(kind);
        g_autoptr(CareRecord) record = care_record_new(kind);
        g_autoptr(JsonNode) node = care_record_to_json(full, "EUR", CARE_RECORD_JSON_COMPLETE);
        g_autoptr(JsonObject) edit = json_object_new();
        gboolean closed = f->flags & (CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL);
        g_autoptr(GError) error = NULL;

        json_object_set_member(edit, f->name,
                               json_node_copy(json_object_get_member(json_node_get_object(node), f->name)));
        g_assert_cmpint(care_record_from_json(record, edit, "EUR", CARE_RECORD_JSON_EDIT, &error), ==,
                        !closed);
        if (closed)
            g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
        g_assert_cmpint(care_record_is_set(record, (int)i), ==, !closed);
    }
}

static gboolean
note(const char *member, guint line, const char *text, gsize length, gpointer data, GError **error)
{
    g_string_append_printf(data, "%s@%u=%.*s;", member, line, (int)length, text);
    return TRUE;
}

typedef struct {
    const char *name;
    const char *json;
    const char *told; /* NULL: refused */
} Stream;

static const Stream streams[] = {
    { "empty", "{}", "" },
    { "spaces", " \n{ \"a\" : 1 , \"b\":[ ] } \n", "a@2=1 ;" },
    { "array", "{\"a\":[1,\n\"x\",{\"b\":[2,3]}]}", "a@1=1;a@2=\"x\";a@2={\"b\":[2,3]};" },
    { "object", "{\"a\":{\"b\":1,\"c\":{}}}", "a@1={\"b\":1,\"c\":{}};" },
    { "brackets-in-text", "{\"a\":[\"]},[{\",\"\\\"]\"]}", "a@1=\"]},[{\";a@1=\"\\\"]\";" },
    { "escaped-name", "{\"\\u0061\":true}", "a@1=true;" },
    { "nothing", "", NULL },
    { "a-list", "[1]", NULL },
    { "half", "{\"a\":[1,2", NULL },
    { "half-text", "{\"a\":\"x", NULL },
    { "no-value", "{\"a\":}", NULL },
    { "no-colon", "{\"a\" 1}", NULL },
    { "no-comma", "{\"a\":[1] \"b\":2}", NULL },
    { "comma-at-end", "{\"a\":[1,]}", NULL },
    { "behind-it", "{\"a\":1} x", NULL },
    { "name-is-none", "{a:1}", NULL },
};

static void
test_stream(gconstpointer data)
{
    const Stream *stream = data;
    g_autoptr(GInputStream) in
        = g_memory_input_stream_new_from_data(stream->json, (gssize)strlen(stream->json), NULL);
    g_autoptr(GString) told = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    gboolean done = care_json_stream_read(in, note, told, NULL, &error);

    g_assert_cmpint(done, ==, stream->told != NULL);
    if (done)
        g_assert_cmpstr(told->str, ==, stream->told);
    else
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
}

/* A value that lies across the blocks that are read. */
static void
test_large_value(void)
{
    g_autofree char *text = g_strnfill(200000, 'x');
    g_autofree char *json = g_strdup_printf("{\"a\":[\"%s\",\"%s\"]}", text, text);
    g_autofree char *wanted = g_strdup_printf("a@1=\"%s\";a@1=\"%s\";", text, text);
    g_autoptr(GInputStream) in = g_memory_input_stream_new_from_data(json, (gssize)strlen(json), NULL);
    g_autoptr(GString) told = g_string_new(NULL);

    g_assert_true(care_json_stream_read(in, note, told, NULL, NULL));
    g_assert_true(strcmp(told->str, wanted) == 0);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        GTestDataFunc run;
    } checks[] = { { "full", test_round_trip },
                   { "empty", test_empty_round_trip },
                   { "shape", test_shape },
                   { "edit", test_edit } };

    g_test_init(&argc, &argv, NULL);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        for (gsize i = 0; i < G_N_ELEMENTS(checks); i++) {
            g_autofree char *path = g_strdup_printf("/record-json/%s/%s", (*kind)->name, checks[i].name);

            g_test_add_data_func(path, *kind, checks[i].run);
        }
    for (gsize i = 0; i < G_N_ELEMENTS(streams); i++) {
        g_autofree char *path = g_strconcat("/json-stream/", streams[i].name, NULL);

        g_test_add_data_func(path, &streams[i], test_stream);
    }
    g_test_add_func("/json-stream/large", test_large_value);
    return g_test_run();
}
