/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A postal address of a customer, by the parts that vCard and EN 16931 share. */
/* clang-format off */
#define CARE_CUSTOMER_ADDRESS_FIELDS(F) \
    F(CARE_CUSTOMER_ADDRESS_LABEL, "label", N_("Label"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_ADDRESS_STREET, "street", N_("Street"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_CUSTOMER_ADDRESS_LOCALITY, "locality", N_("Town"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_ADDRESS_REGION, "region", N_("Region"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_ADDRESS_POSTCODE, "postcode", N_("Postcode"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_ADDRESS_COUNTRY, "country", N_("Country"), TEXT, 0, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareCustomerAddress, care_customer_address, CUSTOMER_ADDRESS,
                    CARE_CUSTOMER_ADDRESS_FIELDS)

G_END_DECLS
