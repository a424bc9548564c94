/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "ui/kit/typed-row.h"

G_BEGIN_DECLS

/* An amount of money in one currency. */
#define CARE_TYPE_MONEY_ROW (care_money_row_get_type())
G_DECLARE_FINAL_TYPE(CareMoneyRow, care_money_row, CARE, MONEY_ROW, CareTypedRow)

void care_money_row_set_currency(CareMoneyRow *self, const char *currency);
gboolean care_money_row_get_amount(CareMoneyRow *self, CareMoney *amount);

G_END_DECLS
