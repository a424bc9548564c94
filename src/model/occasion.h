/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A day of a customer's own that comes back every year. Birthdays and first-job anniversaries are computed, not stored here. */
/* The notice where none is wished for, and the longest there is: after a year it comes again. */
#define CARE_OCCASION_USUAL_DAYS 7
#define CARE_OCCASION_MOST_DAYS 365

/* clang-format off */
#define CARE_OCCASION_FIELDS(F) \
    F(CARE_OCCASION_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_OCCASION_NAME, "name", N_("Occasion"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_OCCASION_DATE, "date", N_("Date"), DAY, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_OCCASION_LEAD_DAYS, "lead_days", N_("Days of Notice"), INTEGER, 0, NULL) \
    F(CARE_OCCASION_NOTE, "note", N_("Note"), TEXT, CARE_FIELD_LONG, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareOccasion, care_occasion, OCCASION, CARE_OCCASION_FIELDS)

G_END_DECLS
