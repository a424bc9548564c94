/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/decimal.h"
#include "core/money.h"

G_BEGIN_DECLS

/*
 * CareJsonFields: reads the members of one JSON object by name and type. The first thing that is wrong is kept as an
 * error that names the field ("lines[2].price: …"); every later call then gives its absent value, so that a reader
 * asks for all it wants and looks at the error once. null counts as absent, an unknown member is ignored.
 */
typedef struct {
    JsonObject *object; /* NULL: not an object; borrowed */
    char *path;         /* "" at the top, else "lines[2]." */
    GError **error;
} CareJsonFields;

CareJsonFields *care_json_fields_new(JsonNode *node, const char *path, GError **error);
CareJsonFields *care_json_fields_new_item(CareJsonFields *parent, JsonArray *array, const char *name,
                                          guint index);
void care_json_fields_free(CareJsonFields *self);
gboolean care_json_fields_ok(CareJsonFields *self);
gboolean care_json_fields_has(CareJsonFields *self, const char *name);
void care_json_fields_refuse(CareJsonFields *self, const char *name, const char *reason);
const char *care_json_fields_text(CareJsonFields *self, const char *name, const char *absent);
gboolean care_json_fields_flag(CareJsonFields *self, const char *name, gboolean absent);
gboolean care_json_fields_decimal(CareJsonFields *self, const char *name, CareDecimal *out);
gboolean care_json_fields_money(CareJsonFields *self, const char *name, const char *currency, CareMoney *out);
JsonArray *care_json_fields_array(CareJsonFields *self, const char *name);
JsonNode *care_json_fields_object(CareJsonFields *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareJsonFields, care_json_fields_free)

G_END_DECLS
