/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/typed-customer.h"

#include <string.h>

#include "core/phone.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"

static gboolean
is_address(const char *text)
{
    const char *at = strchr(text, '@');

    return at && at > text && at[1] != '\0' && !strpbrk(text, " \t\n");
}

/* A short number finds by its digits; nobody is called by it, and nobody can be. */
#define NUMBER 5

gboolean
care_typed_customer_may_be(const char *text)
{
    guint digits = 0;

    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar letter = g_utf8_get_char(p);

        if (g_unichar_isalpha(letter) || letter == '@')
            return TRUE;
        digits += g_unichar_isdigit(letter) ? 1 : 0;
    }
    return digits >= NUMBER;
}

CareRecord *
care_typed_customer_new(const char *text)
{
    CareRecord *customer = CARE_RECORD(care_customer_new());
    CareRecord *phone = care_record_list_add(customer, CARE_CUSTOMER_PHONES);
    g_autofree char *plain = g_strstrip(g_strdup(text));
    g_autofree char *number = NULL;
    g_autofree char *name = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_TYPE, care_customer_type_word(CARE_CUSTOMER_PERSON));
    if (care_phone_is_typed(plain))
        number = g_steal_pointer(&plain);
    else if (is_address(plain))
        care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_EMAILS),
                             CARE_CUSTOMER_EMAIL_ADDRESS, plain);
    else if (!care_phone_within(plain, &number, &name))
        name = g_steal_pointer(&plain);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, name ? g_strstrip(name) : NULL);
    care_record_set_text(phone, CARE_CUSTOMER_PHONE_NUMBER, number);
    return customer;
}
