/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a warranty is changed after hand-over: what the plan counts from it goes along. */
#include "model/followup.h"
#include "model/job.h"
#include "model/plan-lane.h"
#include "model/plan.h"
#include "service/flow.h"
#include "service/jobs/aftercare-private.h"
#include "store/hours.h"
#include "store/named-query.h"
#include "store/record-sql.h"

static int
compare_due(gconstpointer a, gconstpointer b)
{
    return care_date_compare(care_record_date(*(CareRecord *const *)a, CARE_FOLLOWUP_DUE),
                             care_record_date(*(CareRecord *const *)b, CARE_FOLLOWUP_DUE));
}

/* The step that the point became, taken out of planned; NULL: none. Transfer full. */
static CareRecord *
take_step(GPtrArray *planned, const CarePlanPoint *point)
{
    for (guint i = 0; i < planned->len; i++)
        if (g_strcmp0(care_record_text(planned->pdata[i], CARE_FOLLOWUP_TITLE), point->title) == 0
            && g_strcmp0(care_record_text(planned->pdata[i], CARE_FOLLOWUP_KIND), point->kind) == 0)
            return g_ptr_array_steal_index(planned, i);
    return NULL;
}

static gboolean
move_step(CareTransaction *transaction, CareRecord *step, CareDate due, GError **error)
{
    if (!care_date_is_set(due))
        return care_flow_remove_made(transaction, &care_followup_kind, care_record_id(step), error);
    care_record_set_date(step, CARE_FOLLOWUP_DUE, due);
    care_record_set_date(step, CARE_FOLLOWUP_PLANNED, due);
    return care_flow_save(transaction, step, NULL, error);
}

typedef struct {
    CareTransaction *transaction;
    CareRecord *job;
    CareDate before, end; /* of the warranty; month 0: none */
} Change;

static gboolean
is_moved_by_hand(CareRecord *step)
{
    return care_record_is_set(step, CARE_FOLLOWUP_PLANNED)
           && care_date_compare(care_record_date(step, CARE_FOLLOWUP_PLANNED),
                                care_record_date(step, CARE_FOLLOWUP_DUE))
                  != 0;
}

/* That went when there was no warranty any more. */
static gboolean
load_gone(const Change *self, GPtrArray *gone, GError **error)
{
    g_autoptr(GArray) ids
        = care_query_ids(care_transaction_connection(self->transaction), "jobs/followups-taken-back", error,
                         "i", care_record_id(self->job));

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareRecord *step = care_transaction_load(self->transaction, &care_followup_kind,
                                                 g_array_index(ids, CareId, i), error);

        if (step == NULL)
            return FALSE;
        g_ptr_array_add(gone, step);
    }
    return ids != NULL;
}

/* A step for the point that has none: the one that was there before, or a new one. */
static gboolean
make_step(const Change *self, const CarePlanPoint *point, GError **error)
{
    g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(CareRecord) before = NULL;
    g_autoptr(CareRecord) step = NULL;

    if (!load_gone(self, gone, error))
        return FALSE;
    before = take_step(gone, point);
    if (before == NULL)
        return care_aftercare_make_followup(self->transaction, self->job, point, error);
    if (!care_flow_add_again(self->transaction, &care_followup_kind, care_record_id(before), error))
        return FALSE;
    step = care_transaction_load(self->transaction, &care_followup_kind, care_record_id(before), error);
    return step != NULL && move_step(self->transaction, step, point->date, error);
}

/* What was done, let go or moved by hand stays as it is. A step that was never made, for there was no warranty, is made now. */
static gboolean
follow_point(const Change *self, GPtrArray *planned, const CarePlanPoint *point, GError **error)
{
    g_autoptr(CareRecord) step = take_step(planned, point);

    if (step == NULL)
        return !point->from_warranty_end || care_date_is_set(self->before) || make_step(self, point, error);
    if (!point->from_warranty_end || is_moved_by_hand(step) || !care_followup_is(step, CARE_FOLLOWUP_OPEN))
        return TRUE;
    return move_step(self->transaction, step, care_date_is_set(self->end) ? point->date : self->end, error);
}

/* The lane at the new end or, where there is none any more, at the old one: the steps that go. */
static GPtrArray *
lane_of(const Change *self, CareRecord *plan)
{
    GTimeZone *zone = care_transaction_zone(self->transaction);
    g_autoptr(CareShopHours) hours
        = care_shop_hours_read(care_transaction_connection(self->transaction), zone);

    return care_plan_lane(plan, care_date_of_instant(care_record_int(self->job, CARE_JOB_COLLECTED), zone),
                          care_date_is_set(self->end) ? self->end : self->before, hours);
}

gboolean
care_aftercare_follow_warranty(CareTransaction *transaction, CareRecord *job, CareDate before, GError **error)
{
    Change change = { transaction, job, before, care_record_date(job, CARE_JOB_WARRANTY_END) };
    g_autoptr(GPtrArray) planned = NULL;
    g_autoptr(CareRecord) plan = NULL;
    g_autoptr(GPtrArray) lane = NULL;

    if (!care_record_is_set(job, CARE_JOB_PLAN))
        return TRUE;
    plan = care_record_load(care_transaction_connection(transaction), &care_plan_kind,
                            care_record_int(job, CARE_JOB_PLAN), error);
    planned = plan != NULL ? care_aftercare_find_planned(care_transaction_connection(transaction), job, error)
                           : NULL;
    if (planned != NULL)
        g_ptr_array_sort(planned, compare_due);
    lane = planned != NULL ? lane_of(&change, plan) : NULL;
    for (guint i = 0; lane != NULL && i < lane->len; i++)
        if (!follow_point(&change, planned, lane->pdata[i], error))
            return FALSE;
    return lane != NULL;
}
