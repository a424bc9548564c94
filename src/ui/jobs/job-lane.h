/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/record.h"
#include "model/shop-hours.h"
#include "service/today/due.h"
#include "ui/parts/plan-lane.h"

G_BEGIN_DECLS

/* Fills a lane with what is planned: the hand-over, then the plan's steps counted from it (index 1 is the first point
 * of care_plan_lane()). handover: the promised date, today while nothing is promised; hours: those of care_plan_lane(). */
void care_job_lane_show_plan(CarePlanLane *lane, CareRecord *plan, CareRecord *job, CareDate handover,
                             CareDate warranty_end, const CareShopHours *hours, CareDate today);
/* And with what it became: the follow-ups and how they stand. lines: the job's (CareDueItem), which know what was put
 * off. */
void care_job_lane_show_followups(CarePlanLane *lane, CareRecord *job, GPtrArray *followups, GPtrArray *lines,
                                  CareClock *clock);

G_END_DECLS
