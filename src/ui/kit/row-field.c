/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/row-field.h"

#include "ui/kit/date-row.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/instant-row.h"
#include "ui/kit/money-row.h"
#include "ui/kit/number-row.h"
#include "ui/kit/spin-row.h"

static void
tell_range(GtkWidget *row, const CareRange *range)
{
    if (ADW_IS_SPIN_ROW(row))
        care_spin_row_mind(ADW_SPIN_ROW(row), range);
    else if (CARE_IS_NUMBER_ROW(row) && range)
        care_number_row_set_range(CARE_NUMBER_ROW(row), range);
}

void
care_row_field_tell_currency(GtkWidget *row, const char *currency)
{
    if (CARE_IS_MONEY_ROW(row))
        care_money_row_set_currency(CARE_MONEY_ROW(row), currency);
    else if (CARE_IS_DECIMAL_ROW(row))
        care_decimal_row_set_currency(CARE_DECIMAL_ROW(row), currency);
}

void
care_row_field_tell(GtkWidget *row, const CareField *field, CareStore *store, const char *currency)
{
    if (CARE_IS_TYPED_ROW(row) && (field->flags & CARE_FIELD_REQUIRED))
        care_typed_row_set_required(CARE_TYPED_ROW(row), TRUE);
    care_row_field_tell_currency(row, currency);
    if (CARE_IS_DATE_ROW(row))
        g_object_set(row, "needs-year", field->kind != CARE_FIELD_DAY, NULL);
    if (CARE_IS_DATE_ROW(row) && store)
        care_date_row_set_today(CARE_DATE_ROW(row), care_clock_today(care_store_clock(store)));
    if (CARE_IS_INSTANT_ROW(row) && store)
        care_instant_row_set_clock(CARE_INSTANT_ROW(row), care_store_clock(store));
    tell_range(row, field->range);
}
