/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/field.h"
#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* A whole number of a field with a range, which care_form_bind() tells it; it may be empty. */
#define CARE_TYPE_NUMBER_ROW (care_number_row_get_type())
G_DECLARE_FINAL_TYPE(CareNumberRow, care_number_row, CARE, NUMBER_ROW, CareTypedRow)

void care_number_row_set_range(CareNumberRow *self, const CareRange *range);

G_END_DECLS
