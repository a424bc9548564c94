/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* What stands and no door of today takes; beside care_record_beyond() and care_record_below_zero(). */

/* Adds each e-mail address, of its own or of a row of its lists, that is none: const char * of the record. */
void care_record_find_odd_addresses(CareRecord *self, GPtrArray *found);

G_END_DECLS
