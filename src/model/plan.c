/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CarePlan, care_plan, CARE_PLAN_FIELDS, "plan", N_("Aftercare Plan"),
                   .icon = "care-calendar-symbolic")
