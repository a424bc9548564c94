/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* When something happened: a day and a time as people type them, "24.11. 10:15", "10:15" for today. A day alone keeps
 * the time that stood there, or means noon. What has not come yet is refused. */
#define CARE_TYPE_INSTANT_ROW (care_instant_row_get_type())
G_DECLARE_FINAL_TYPE(CareInstantRow, care_instant_row, CARE, INSTANT_ROW, CareTypedRow)

void care_instant_row_set_clock(CareInstantRow *self, CareClock *clock);

G_END_DECLS
