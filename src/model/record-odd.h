/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* What stands and no door of today takes; beside care_record_beyond() and care_record_below_zero(). */

const char *care_record_odd_address(CareRecord *self);

G_END_DECLS
