/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* A step of a plan template: closed it says what and when, open it is edited. Emits "remove". */
#define CARE_TYPE_PLAN_STEP_ROW (care_plan_step_row_get_type())
G_DECLARE_FINAL_TYPE(CarePlanStepRow, care_plan_step_row, CARE, PLAN_STEP_ROW, AdwExpanderRow)

CarePlanStepRow *care_plan_step_row_new(CareRecord *step, CareStore *store);
/* To be edited, with the cursor in its title. */
void care_plan_step_row_open(CarePlanStepRow *self);
gboolean care_plan_step_row_check(CarePlanStepRow *self);

G_END_DECLS
