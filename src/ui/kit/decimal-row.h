/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"
#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* A quantity or a rate. */
#define CARE_TYPE_DECIMAL_ROW (care_decimal_row_get_type())
G_DECLARE_FINAL_TYPE(CareDecimalRow, care_decimal_row, CARE, DECIMAL_ROW, CareTypedRow)

G_END_DECLS
