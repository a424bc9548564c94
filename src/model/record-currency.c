/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* In which currency a record's amounts are. */
#include "model/record.h"

#include "core/currency.h"

static int
currency_field(CareRecord *record)
{
    return care_kind_find_field(care_record_kind(record), "currency");
}

gboolean
care_record_has_real_currency(CareRecord *record)
{
    int field = currency_field(record);

    return field < 0 || !care_record_is_set(record, field)
           || care_currency_is_known(care_record_text(record, field));
}

/* Nobody can pay in one that there is not: what is kept in it is the shop's money, but never so much of other decimals. */
const char *
care_record_currency(CareRecord *record, const char *shop_currency)
{
    int field = currency_field(record);
    const char *own = field >= 0 ? care_record_text(record, field) : NULL;

    if (own == NULL)
        return shop_currency;
    return shop_currency == NULL || care_currency_is_known(own)
                   || care_currency_digits(own) != care_currency_digits(shop_currency)
               ? own
               : shop_currency;
}

void
care_record_keep_currency(CareRecord *record, CareRecord *old, const char *shop_currency)
{
    int field = currency_field(record);

    if (field >= 0 && care_record_kind(record)->fields[field].flags & CARE_FIELD_COMPUTED)
        care_record_set_text(record, field,
                             old != NULL ? care_record_currency(old, shop_currency) : shop_currency);
}
