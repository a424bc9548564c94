/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "model/record.h"
#include "model/shop-hours.h"

G_BEGIN_DECLS

/* One dated step of a plan. */
typedef struct {
    char *kind;
    char *title;
    char *channel; /* nullable */
    CareId text;   /* 0: none */
    guint step;    /* its place in the plan's list of steps */
    CareDate date;
    gint64 months; /* after hand-over, or before (negative) the end of the warranty */
    gint64 days;
    int shifted; /* days that a closed day moved it by */
    gboolean from_warranty_end;
} CarePlanPoint;

/* The plan's steps as dates, in order. Steps counted from the end of a warranty are left out when there is none
 * (warranty_end.month 0). Months clamp to the end of a shorter month; what falls on a closed day moves to the open day
 * before it if it is about a warranty's end, else to the next (rules-care C1). hours: NULL when they are not known.
 * Transfer full. */
GPtrArray *care_plan_lane(CareRecord *plan, CareDate handover, CareDate warranty_end,
                          const CareShopHours *hours);
/* Moves one step by so many days, and with it every step that comes after it and is counted from the same day. The
 * plan is the job's own copy. point: the index in the lane of that hand-over. */
void care_plan_move(CareRecord *plan, CareDate handover, CareDate warranty_end, const CareShopHours *hours,
                    guint point, int days);
void care_plan_point_free(CarePlanPoint *point);

G_END_DECLS
