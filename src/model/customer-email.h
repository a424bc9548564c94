/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* An e-mail address of a customer. */
/* clang-format off */
#define CARE_CUSTOMER_EMAIL_FIELDS(F) \
    F(CARE_CUSTOMER_EMAIL_LABEL, "label", N_("Label"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_EMAIL_ADDRESS, "address", N_("Address"), TEXT, \
      CARE_FIELD_REQUIRED | CARE_FIELD_WORDS | CARE_FIELD_EMAIL, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareCustomerEmail, care_customer_email, CUSTOMER_EMAIL, CARE_CUSTOMER_EMAIL_FIELDS)

G_END_DECLS
