/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* In which currency a record's amounts are. */
#include "model/record.h"

static int
currency_field(CareRecord *record)
{
    return care_kind_find_field(care_record_kind(record), "currency");
}

const char *
care_record_currency(CareRecord *record, const char *shop_currency)
{
    int field = currency_field(record);

    return field >= 0 && care_record_is_set(record, field) ? care_record_text(record, field) : shop_currency;
}

void
care_record_keep_currency(CareRecord *record, CareRecord *old, const char *shop_currency)
{
    int field = currency_field(record);

    if (field >= 0 && care_record_kind(record)->fields[field].flags & CARE_FIELD_COMPUTED)
        care_record_set_text(record, field,
                             old != NULL ? care_record_currency(old, shop_currency) : shop_currency);
}
