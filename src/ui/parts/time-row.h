/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* A time of a day, typed as people write it; exact "09:30", at most "24:00". */
#define CARE_TYPE_TIME_ROW (care_time_row_get_type())
G_DECLARE_FINAL_TYPE(CareTimeRow, care_time_row, CARE, TIME_ROW, CareTypedRow)

/* Minutes since midnight; -1 when the row is empty or makes no sense. */
int care_time_row_get_minutes(CareTimeRow *self);
/* -1 empties the row. */
void care_time_row_set_minutes(CareTimeRow *self, int minutes);

G_END_DECLS
