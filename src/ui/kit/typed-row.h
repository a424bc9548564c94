/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An entry row whose text means something: an amount, a quantity, a date. What was typed stays as it is; what
 * it cannot mean is said in a sentence under the row once the cursor leaves it, and no earlier.
 *
 * "value-text" is the value in its exact form ("49.90", "2026-11-24", NULL when empty), for binding to a record;
 * while the text makes no sense it keeps the last value that did, and "valid" is FALSE. */
#define CARE_TYPE_TYPED_ROW (care_typed_row_get_type())
G_DECLARE_DERIVABLE_TYPE(CareTypedRow, care_typed_row, CARE, TYPED_ROW, AdwEntryRow)

struct _CareTypedRowClass {
    AdwEntryRowClass parent_class;

    /* What was typed, in exact form, transfer full; NULL with a sentence for people. Never asked for "". */
    char *(*parse)(CareTypedRow *self, const char *text, GError **error);
    /* An exact value as people read it here, transfer full. */
    char *(*show)(CareTypedRow *self, const char *value);
    /* The same while the cursor is in the row; optional, for values that are shown longer than they are typed. */
    char *(*edit)(CareTypedRow *self, const char *value);
};

const char *care_typed_row_get_value_text(CareTypedRow *self);
void care_typed_row_set_value_text(CareTypedRow *self, const char *value);
void care_typed_row_set_typed(CareTypedRow *self, const char *text);
gboolean care_typed_row_get_valid(CareTypedRow *self);
const char *care_typed_row_get_problem(CareTypedRow *self);
gboolean care_typed_row_get_required(CareTypedRow *self);
void care_typed_row_set_required(CareTypedRow *self, gboolean required);
gboolean care_typed_row_check(CareTypedRow *self);

G_END_DECLS
