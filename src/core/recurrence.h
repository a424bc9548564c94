/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* Every n months (12 = yearly) from an anchor. Occurrence k is computed from the anchor, never from the last
 * occurrence, so the 31st and 29 February stay right for ever. */
CareDate care_recurrence_nth(CareDate anchor, int every_months, int k);
CareDate care_recurrence_next(CareDate anchor, int every_months, CareDate on_or_after);

G_END_DECLS
