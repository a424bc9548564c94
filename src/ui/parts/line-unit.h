/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/decimal.h"

G_BEGIN_DECLS

/* How much of something a line is of: pieces, hours, or whatever else the codes of UN/ECE Rec 20 have; of work and fees, which
 * come in no pieces, nothing where none is said. */

/* Whether the code says no more than that there is one, or so many, of it; nullable. */
gboolean care_line_unit_is_none(const char *unit);
/* "2 pieces", "1.5 h", "3 m"; of work "2"; NULL for the whole of it. kind and unit are nullable. Transfer full. */
char *care_line_quantity_words(const char *kind, const char *unit, CareDecimal quantity, const char *number);
/* Offers them on a row, with that one chosen. */
void care_line_unit_fill(AdwComboRow *row, const char *unit);
/* What is chosen there: a code, "" for none. Transfer none. */
const char *care_line_unit_get(AdwComboRow *row);

G_END_DECLS
