/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-own.h"

#include <string.h>

#include "model/customer.h"

/* These a CareContactDraft has a place for. */
static const int told[] = {
    CARE_CUSTOMER_NAME,     CARE_CUSTOMER_TYPE,         CARE_CUSTOMER_GIVEN,
    CARE_CUSTOMER_FAMILY,   CARE_CUSTOMER_ORGANISATION, CARE_CUSTOMER_BIRTHDAY,
    CARE_CUSTOMER_LANGUAGE, CARE_CUSTOMER_VAT_ID,       CARE_CUSTOMER_NOTE,
};

static gboolean
is_own(int field)
{
    const CareField *row = &care_customer_kind.fields[field];

    if (row->kind == CARE_FIELD_LIST || row->kind == CARE_FIELD_REF
        || row->flags & (CARE_FIELD_INTERNAL | CARE_FIELD_COMPUTED))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(told); i++)
        if (told[i] == field)
            return FALSE;
    return TRUE;
}

int
care_contact_own_field(guint n)
{
    for (guint i = 0; i < care_customer_kind.n_fields; i++)
        if (is_own((int)i) && n-- == 0)
            return (int)i;
    return -1;
}

guint
care_contact_n_own(void)
{
    guint n = 0;

    for (guint i = 0; i < care_customer_kind.n_fields; i++)
        n += is_own((int)i);
    return n;
}

const char *
care_contact_own_name(guint n)
{
    return care_customer_kind.fields[care_contact_own_field(n)].name;
}

int
care_contact_own_find(const char *header)
{
    guint n = care_contact_n_own();

    for (guint i = 0; i < n; i++)
        if (strcmp(care_contact_own_name(i), header) == 0)
            return (int)i;
    return -1;
}
