/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* What a combo row of a form offers for a field: its words, or the records that can be referred to. What each position
 * writes, as text, "" for nothing; NULL: somebody else fills the row. store: nullable. Transfer full. */
GPtrArray *care_form_choices_fill(AdwComboRow *row, const CareField *field, CareStore *store);
/* Whom the record names and nobody would be offered any more, for they left, is offered there as well: to be seen, and taken
 * away. text: nullable, what the field says. */
void care_form_choices_offer(AdwComboRow *row, GPtrArray *values, const CareField *field, CareStore *store,
                             const char *text);

G_END_DECLS
