/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A byte that says of which kind, and JSON as a record of it: an editor's draft, an edit, an export's row. What is taken
 * says of itself what was taken. */
#include <string.h>

#include "fuzz.h"

#include "exchange/json/record-json.h"
#include "model/kind.h"

static const CareKind *
kind_of(uint8_t number)
{
    guint n = 0;

    while (care_kinds()[n] != NULL)
        n++;
    return care_kinds()[number % n];
}

static void
check_again(CareRecord *record)
{
    g_autoptr(JsonNode) first = care_record_to_json(record, "EUR", CARE_RECORD_JSON_COMPLETE);
    g_autoptr(CareRecord) again = care_record_new(care_record_kind(record));
    g_autoptr(JsonNode) second = NULL;
    g_autoptr(GError) error = NULL;

    if (!care_record_from_json(again, json_node_get_object(first), "EUR", CARE_RECORD_JSON_TAKE, &error))
        return; /* what the rules refuse is told in a sentence */
    second = care_record_to_json(again, "EUR", CARE_RECORD_JSON_COMPLETE);
    g_assert_true(json_node_equal(first, second));
}

static void
take(const CareKind *kind, JsonObject *object, CareRecordJsonSource source)
{
    g_autoptr(CareRecord) record = care_record_new(kind);
    g_autoptr(GError) error = NULL;
    gboolean taken = care_record_from_json(record, object, "EUR", source, &error);

    g_assert_true(taken == (error == NULL));
    if (!taken || !care_record_validate(record, NULL))
        return;
    g_free(care_record_title(record));
    check_again(record);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    g_autoptr(JsonNode) node = NULL;

    if (size < 1)
        return 0;
    text = g_strndup((const char *)data + 1, size - 1);
    node = care_json_parse_object(text, -1, &error);
    g_assert_true((node == NULL) == (error != NULL));
    if (node == NULL)
        return 0;
    take(kind_of(data[0]), json_node_get_object(node), CARE_RECORD_JSON_TAKE);
    take(kind_of(data[0]), json_node_get_object(node), CARE_RECORD_JSON_EDIT);
    return 0;
}
