/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan-lane.h"

#include "model/plan-step.h"
#include "model/plan.h"

void
care_plan_point_free(CarePlanPoint *point)
{
    g_free(point->kind);
    g_free(point->title);
    g_free(point->channel);
    g_free(point);
}

static void
point_free(gpointer point)
{
    care_plan_point_free(point);
}

static int
compare(gconstpointer a, gconstpointer b)
{
    const CarePlanPoint *x = *(CarePlanPoint *const *)a;
    const CarePlanPoint *y = *(CarePlanPoint *const *)b;

    return care_date_compare(x->date, y->date);
}

/* What is about the end of a warranty must not be late. */
static void
shift(CarePlanPoint *point, const CareShopHours *hours)
{
    gboolean before = point->from_warranty_end || care_situation_is(point->kind, CARE_SITUATION_WARRANTY);
    CareDate open = care_shop_hours_open_day_from(hours, point->date, before ? -1 : 1);

    point->shifted = care_date_days_between(point->date, open);
    point->date = open;
}

static CarePlanPoint *
point_of(CareRecord *step, CareDate handover, CareDate warranty_end, const CareShopHours *hours)
{
    gboolean from_end
        = care_plan_anchor_is(care_record_text(step, CARE_PLAN_STEP_ANCHOR), CARE_ANCHOR_WARRANTY_END);
    CareDate anchor = from_end ? warranty_end : handover;
    CarePlanPoint *point;

    if (!care_date_is_set(anchor))
        return NULL;
    point = g_new0(CarePlanPoint, 1);
    point->kind = g_strdup(care_record_text(step, CARE_PLAN_STEP_KIND));
    point->title = g_strdup(care_record_text(step, CARE_PLAN_STEP_TITLE));
    point->channel = g_strdup(care_record_text(step, CARE_PLAN_STEP_CHANNEL));
    point->text = care_record_int(step, CARE_PLAN_STEP_TEXT);
    point->months = care_record_within(step, CARE_PLAN_STEP_MONTHS);
    point->days = care_record_within(step, CARE_PLAN_STEP_DAYS);
    point->from_warranty_end = from_end;
    point->date = care_date_add_days(care_date_add_months(anchor, (int)point->months), (int)point->days);
    /* what follows a hand-over does not come before it */
    if (!from_end && care_date_compare(point->date, handover) < 0)
        point->date = handover;
    if (hours != NULL)
        shift(point, hours);
    return point;
}

GPtrArray *
care_plan_lane(CareRecord *plan, CareDate handover, CareDate warranty_end, const CareShopHours *hours)
{
    GPtrArray *lane = g_ptr_array_new_with_free_func(point_free);

    for (guint i = 0; i < care_record_list_length(plan, CARE_PLAN_STEPS); i++) {
        CarePlanPoint *point
            = point_of(care_record_list_item(plan, CARE_PLAN_STEPS, i), handover, warranty_end, hours);

        if (point == NULL)
            continue;
        point->step = i;
        g_ptr_array_add(lane, point);
    }
    g_ptr_array_sort(lane, compare);
    return lane;
}

static gboolean
is_later(const CarePlanPoint *point, const CarePlanPoint *moved)
{
    return point->from_warranty_end == moved->from_warranty_end
           && care_date_compare(point->date, moved->date) >= 0;
}

void
care_plan_move(CareRecord *plan, CareDate handover, CareDate warranty_end, const CareShopHours *hours,
               guint point, int days)
{
    g_autoptr(GPtrArray) lane = care_plan_lane(plan, handover, warranty_end, hours);
    const CarePlanPoint *moved = point < lane->len ? lane->pdata[point] : NULL;

    for (guint i = point; moved != NULL && i < lane->len; i++) {
        const CarePlanPoint *later = lane->pdata[i];
        CareRecord *step = care_record_list_item(plan, CARE_PLAN_STEPS, later->step);

        if (is_later(later, moved))
            care_record_set_int(step, CARE_PLAN_STEP_DAYS, later->days + later->shifted + days);
    }
}
