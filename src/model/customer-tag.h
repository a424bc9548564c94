/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A tag: one word or two that say something worth knowing. */
/* clang-format off */
#define CARE_CUSTOMER_TAG_FIELDS(F) \
    F(CARE_CUSTOMER_TAG_TAG, "tag", N_("Tag"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareCustomerTag, care_customer_tag, CUSTOMER_TAG, CARE_CUSTOMER_TAG_FIELDS)

G_END_DECLS
