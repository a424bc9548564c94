/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A line of Today put off until a day, or let go for a reason. The line itself is computed and never stored. */
/* clang-format off */
#define CARE_DEFERRAL_FIELDS(F) \
    F(CARE_DEFERRAL_RULE, "rule", N_("Rule"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_DEFERRAL_RECORD, "record", N_("Record"), INTEGER, CARE_FIELD_REQUIRED | CARE_FIELD_ANY_ID, NULL) \
    F(CARE_DEFERRAL_UNTIL, "until", N_("Until"), DATE, 0, NULL) \
    F(CARE_DEFERRAL_HOUR, "hour", N_("From o’Clock"), INTEGER, 0, NULL) \
    F(CARE_DEFERRAL_REASON, "reason", N_("Let Go, Because"), TEXT, 0, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareDeferral, care_deferral, DEFERRAL, CARE_DEFERRAL_FIELDS)

G_END_DECLS
