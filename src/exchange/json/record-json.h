/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/record.h"

G_BEGIN_DECLS

/* Records as JSON, by the kind's table of fields: the shape that the command line promises. Ids, amounts, quantities
 * and instants are strings; what is not set is null; 0 stays 0. */
typedef enum {
    CARE_RECORD_JSON_PLAIN,    /* what people and scripts see: without internal fields */
    CARE_RECORD_JSON_COMPLETE, /* everything that makes the record again, its stamp included */
    CARE_RECORD_JSON_DRAFT,    /* every field, and the ids of the rows in its lists; neither id nor stamp */
} CareRecordJsonMode;

JsonNode *care_record_to_json(CareRecord *record, const char *currency, CareRecordJsonMode mode);

typedef enum {
    CARE_RECORD_JSON_EDIT, /* an edit by somebody: computed fields, id and stamp are refused */
    CARE_RECORD_JSON_TAKE, /* our own export: takes everything over as it stands */
} CareRecordJsonSource;

/* Sets the fields that the object has a member for; the others keep their values. A sentence as CARE_ERROR_INPUT
 * on a member that is none or a value that does not fit; the record is then half set and to be thrown away. */
gboolean care_record_from_json(CareRecord *record, JsonObject *object, const char *currency,
                               CareRecordJsonSource source, GError **error);

/* The object that a text holds. CARE_ERROR_INPUT if it holds anything else. */
JsonNode *care_json_parse_object(const char *text, gssize length, GError **error);
/* On one line. Free with g_free(). */
char *care_json_to_line(JsonNode *node);

G_END_DECLS
