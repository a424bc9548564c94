/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/customer-tag.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareCustomerTag, care_customer_tag, CARE_CUSTOMER_TAG_FIELDS, "customer_tag", N_("Tag"),
                   .match = "tag", .child = TRUE)
