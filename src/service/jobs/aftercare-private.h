/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan-lane.h"
#include "service/jobs/aftercare.h"

G_BEGIN_DECLS

/* A step of the job's plan becomes a follow-up. Worker thread. */
gboolean care_aftercare_make_followup(CareTransaction *transaction, CareRecord *job,
                                      const CarePlanPoint *point, GError **error);

/* What hand-overs made of the plan, as far as it was not let go with the job: each stands for one step. Transfer full:
 * GPtrArray of CareRecord. Any connection of the shop, on its own thread. */
GPtrArray *care_aftercare_find_planned(CareConnection *connection, CareRecord *job, GError **error);

G_END_DECLS
