/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A phone number of a customer; digits is its national form, what people type to find it. */
/* clang-format off */
#define CARE_CUSTOMER_PHONE_FIELDS(F) \
    F(CARE_CUSTOMER_PHONE_LABEL, "label", N_("Label"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_PHONE_NUMBER, "number", N_("Number"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_CUSTOMER_PHONE_DIGITS, "digits", N_("Digits"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_CODES, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareCustomerPhone, care_customer_phone, CUSTOMER_PHONE, CARE_CUSTOMER_PHONE_FIELDS)

G_END_DECLS
