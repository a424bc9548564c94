/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"
#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* A quantity, a rate or, with "money" set, the price for one: that may have the sign of its currency beside it. */
#define CARE_TYPE_DECIMAL_ROW (care_decimal_row_get_type())
G_DECLARE_FINAL_TYPE(CareDecimalRow, care_decimal_row, CARE, DECIMAL_ROW, CareTypedRow)

/* Of a price; any other row has none, and goes on without. */
void care_decimal_row_set_currency(CareDecimalRow *self, const char *currency);

G_END_DECLS
