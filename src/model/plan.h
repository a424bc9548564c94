/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* What happens after a job of some kind: a template whose steps become follow-ups on hand-over. */
/* clang-format off */
#define CARE_PLAN_FIELDS(F) \
    F(CARE_PLAN_NAME, "name", N_("Name"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS | CARE_FIELD_SORT, NULL) \
    F(CARE_PLAN_JOB_KIND, "job_kind", N_("Kind of Job"), TEXT, 0, NULL) \
    F(CARE_PLAN_WARRANTY_MONTHS, "warranty_months", N_("Warranty in Months"), INTEGER, 0, &care_range_count) \
    F(CARE_PLAN_ADAPTED, "adapted", N_("For One Job Only"), BOOLEAN, 0, NULL) \
    F(CARE_PLAN_STEPS, "steps", N_("Steps"), LIST, 0, "plan_step")
/* clang-format on */

CARE_DECLARE_RECORD(CarePlan, care_plan, PLAN, CARE_PLAN_FIELDS)

G_END_DECLS
