/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/record.h"

G_BEGIN_DECLS

/* What was typed into an editor's row and makes no sense yet ("12,5x"), kept with the record that is edited. The field has
 * the last value that made sense, which nobody meant: a draft gives back what was typed, not that. Main thread. */

/* text: NULL where it makes sense. */
void care_typed_text_set(CareRecord *record, int field, const char *text);
/* Nullable; owned by the record. */
const char *care_typed_text_get(CareRecord *record, int field);
gboolean care_typed_text_any(CareRecord *record);
gboolean care_typed_text_equal(CareRecord *a, CareRecord *b);
void care_typed_text_copy(CareRecord *from, CareRecord *to);
/* For a draft. NULL where there is none. Transfer full. */
JsonNode *care_typed_text_to_json(CareRecord *record);
/* In the place of what the record has; node is nullable, and what does not fit is left out. Says of each field that it
 * changed, so that rows show it. */
void care_typed_text_take(CareRecord *record, JsonNode *node);

G_END_DECLS
