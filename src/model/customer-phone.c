/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/customer-phone.h"

#include <glib/gi18n-lib.h>

#include "core/phone.h"

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    const char *number = care_record_text(record, CARE_CUSTOMER_PHONE_NUMBER);
    g_autofree char *digits = NULL;

    if (old != NULL && care_record_field_equal(record, old, CARE_CUSTOMER_PHONE_NUMBER))
        digits = g_strdup(care_record_text(old, CARE_CUSTOMER_PHONE_DIGITS));
    else if (number != NULL)
        digits = care_phone_digits(number, shop->region);
    care_record_set_text(record, CARE_CUSTOMER_PHONE_DIGITS, digits);
}

/* A foreign number is typed as people write it at home, too. */
static char *
also(CareRecord *record)
{
    const char *number = care_record_text(record, CARE_CUSTOMER_PHONE_NUMBER);
    const char *digits = care_record_text(record, CARE_CUSTOMER_PHONE_DIGITS);

    return number != NULL && digits != NULL ? care_phone_also(number, digits) : NULL;
}

static char *
title(CareRecord *record)
{
    return g_strdup(care_record_text(record, CARE_CUSTOMER_PHONE_NUMBER));
}

CARE_DEFINE_RECORD(CareCustomerPhone, care_customer_phone, CARE_CUSTOMER_PHONE_FIELDS, "customer_phone",
                   N_("Phone"), .match = "phone", .also = also, .prepare = prepare, .title = title,
                   .child = TRUE)
