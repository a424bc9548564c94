/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/customer-flow.h"

#include "model/customer.h"
#include "service/flow.h"

static gboolean
saved(CareTransaction *transaction, CareRecord *customer, CareRecord *old, GError **error)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    if (old == NULL || care_record_field_equal(old, customer, CARE_CUSTOMER_CONTACT))
        return TRUE;
    before = care_record_field_to_string(old, CARE_CUSTOMER_CONTACT, NULL);
    after = care_record_field_to_string(customer, CARE_CUSTOMER_CONTACT, NULL);
    return care_flow_add_event(transaction, care_record_id(customer), 0, "contact", before, after, error);
}

const CareKindFlow care_customer_flow = { .kind = &care_customer_kind, .saved = saved };
