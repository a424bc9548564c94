/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan-step.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_plan_anchor, CARE_PLAN_ANCHORS)

CARE_DEFINE_RECORD(CarePlanStep, care_plan_step, CARE_PLAN_STEP_FIELDS, "plan_step", N_("Step"),
                   .child = TRUE)
