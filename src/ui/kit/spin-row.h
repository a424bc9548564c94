/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/field.h"

G_BEGIN_DECLS

/* What is typed into a row with a number: a whole one within the range of its field counts, with or without the words that
 * stand round it ("30", "30 days", "in 30 Tagen"). Of anything else a sentence is said at the row, and the number that was
 * there stays; left alone, GTK takes nothing for it, what stands before a point, or the nearest end of the range.
 * range: nullable, of a field that has none: then the row keeps its own. Once for each row. Main thread. */
void care_spin_row_mind(AdwSpinRow *row, const CareRange *range);
/* Takes what is typed by now. FALSE where it makes no sense and nobody has heard of it yet, neither by this nor because the
 * cursor was back in the row since: the sentence stands there. */
gboolean care_spin_row_check(AdwSpinRow *row);

G_END_DECLS
