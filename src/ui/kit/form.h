/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* CareForm: keeps rows and a record's fields the same, both ways.
 *
 * Every widget below the root whose id in the .blp is the name of a field is bound: entry rows, typed rows (dates,
 * amounts: they have "value-text"), combo rows (choices and references), switch rows, spin rows and text views. A row
 * without a title is called like its field: give it one where it asks a question or shows by an example. A
 * combo row without a model of its own gets the choices' words, or the names of the records that can be referred
 * to. Editors bind a copy of the record. Main thread; lives as long as the root. Emits "changed" after every edit. */
#define CARE_TYPE_FORM (care_form_get_type())
G_DECLARE_FINAL_TYPE(CareForm, care_form, CARE, FORM, GObject)

CareForm *care_form_bind(GtkWidget *root, CareRecord *record, CareStore *store);
CareForm *care_form_bind_row(GtkWidget *row, CareRecord *record, int field);
void care_form_set_currency(CareForm *self, const char *currency);
void care_form_name_rows(GtkWidget *root, const CareKind *kind);
GtkWidget *care_form_find_row(CareForm *self, const char *field);
const char *care_form_field_in_hand(CareForm *self);
gboolean care_form_makes_sense(CareForm *self);
gboolean care_form_check(CareForm *self);
gboolean care_form_show_error(CareForm *self, int field, const char *sentence);

G_END_DECLS
