/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The halves of care_record_recheck() that meet, for model/record-check.c. */

/* What a row of the list stood as: the row of its id, or one that says the same. NULL: it is new. */
CareRecord *care_record_row_before(CareRecord *before, int field, CareRecord *row);
/* CARE_ERROR_INPUT, naming the first field of the record or of its rows that lies beyond its range and did not in before
 * (nullable). */
gboolean care_record_check_ranges(CareRecord *self, CareRecord *before, GError **error);

G_END_DECLS
