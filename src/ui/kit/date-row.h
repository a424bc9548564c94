/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* A date, typed or picked from a calendar. */
#define CARE_TYPE_DATE_ROW (care_date_row_get_type())
G_DECLARE_FINAL_TYPE(CareDateRow, care_date_row, CARE, DATE_ROW, CareTypedRow)

void care_date_row_set_today(CareDateRow *self, CareDate today);
void care_date_row_set_after(CareDateRow *self, CareDate day, const char *sentence);
gboolean care_date_row_get_date(CareDateRow *self, CareDate *date);
void care_date_row_set_date(CareDateRow *self, CareDate date);

G_END_DECLS
