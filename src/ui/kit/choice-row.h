/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/choice.h"

G_BEGIN_DECLS

/* A row of choices that offers some words of a set, in an order of its own: what is chosen most often stands first. A form
 * binds it to its field like any other, where it was filled before. Main thread. */

/* order: enumerators of the set. */
void care_choice_row_fill(AdwComboRow *row, const CareChoiceSet *set, const int *order, guint n);
/* The same of what is in no set: a text for each position as the field has it, "" for nothing. words: transfer full. */
void care_choice_row_fill_with(AdwComboRow *row, GPtrArray *words, GtkStringList *labels);
/* The word that is chosen; the first where nothing is. Transfer none. */
const char *care_choice_row_get(AdwComboRow *row);
/* Chooses a word, the first for one that is not offered. */
void care_choice_row_set(AdwComboRow *row, const char *word);
/* The words that the row offers; NULL for a row that is not filled so. Transfer none. */
GPtrArray *care_choice_row_words(AdwComboRow *row);

G_END_DECLS
