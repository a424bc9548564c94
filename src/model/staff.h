/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* Somebody who works in the shop; customers' contact persons are these. */
/* clang-format off */
#define CARE_STAFF_FIELDS(F) \
    F(CARE_STAFF_NAME, "name", N_("Name"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS | CARE_FIELD_SORT, NULL) \
    F(CARE_STAFF_ROLE, "role", N_("Role"), TEXT, 0, NULL) \
    F(CARE_STAFF_PHONE, "phone", N_("Phone"), TEXT, 0, NULL) \
    F(CARE_STAFF_EMAIL, "email", N_("E-Mail"), TEXT, CARE_FIELD_EMAIL, NULL) \
    F(CARE_STAFF_HOURS, "hours", N_("Hours"), TEXT, 0, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareStaff, care_staff, STAFF, CARE_STAFF_FIELDS)

G_END_DECLS
