/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* CareChildRows: a preferences group that edits a list of child records, one row each, with a button to add one.
 * Follows the list, so that a draft that is taken up shows. */
#define CARE_TYPE_CHILD_ROWS (care_child_rows_get_type())
G_DECLARE_FINAL_TYPE(CareChildRows, care_child_rows, CARE, CHILD_ROWS, AdwPreferencesGroup)

void care_child_rows_bind(CareChildRows *self, CareRecord *record, int field, const char *add_label);
/* The first row; one is added where there is none, which is told as no change. Transfer none. */
GtkWidget *care_child_rows_first(CareChildRows *self);
/* Of the child at that place of the list. Transfer none. */
GtkWidget *care_child_rows_get(CareChildRows *self, guint position);
void care_child_rows_drop_empty(CareRecord *record, int field);

G_END_DECLS
