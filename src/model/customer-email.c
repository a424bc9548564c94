/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/customer-email.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareCustomerEmail, care_customer_email, CARE_CUSTOMER_EMAIL_FIELDS, "customer_email",
                   N_("E-Mail"), .match = "email", .child = TRUE)
