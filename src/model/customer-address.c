/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/customer-address.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareCustomerAddress, care_customer_address, CARE_CUSTOMER_ADDRESS_FIELDS,
                   "customer_address", N_("Address"), .child = TRUE)
