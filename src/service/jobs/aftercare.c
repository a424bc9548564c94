/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/aftercare.h"

#include "model/followup.h"
#include "model/job.h"
#include "model/plan-lane.h"
#include "model/plan.h"
#include "service/flow.h"
#include "store/hours.h"
#include "store/named-query.h"
#include "store/record-sql.h"

static gboolean
make_followup(CareTransaction *transaction, CareRecord *job, const CarePlanPoint *point, GError **error)
{
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(followup, CARE_FOLLOWUP_SOURCE, care_followup_source_word(CARE_FOLLOWUP_OF_PLAN));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, point->kind);
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, point->title);
    care_record_set_date(followup, CARE_FOLLOWUP_DUE, point->date);
    care_record_set_text(followup, CARE_FOLLOWUP_CHANNEL, point->channel);
    care_record_set_int(followup, CARE_FOLLOWUP_TEXT, point->text);
    care_record_set_int(followup, CARE_FOLLOWUP_STAFF, care_record_int(job, CARE_JOB_STAFF));
    return care_flow_save(transaction, followup, NULL, error);
}

/* Ids of what the plan brought: all of it, or what is open and was made since an instant. NULL on an error. */
static GArray *
find_planned(CareTransaction *transaction, CareRecord *job, CareInstant since, GError **error)
{
    return care_query_ids(care_transaction_connection(transaction), "jobs/followups-of-plan", error, "ii",
                          care_record_id(job), since);
}

gboolean
care_aftercare_begin(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GArray) planned = find_planned(transaction, job, 0, error);
    g_autoptr(CareRecord) plan = NULL;
    g_autoptr(CareShopHours) hours = NULL;
    g_autoptr(GPtrArray) lane = NULL;

    if (planned == NULL)
        return FALSE;
    if (!care_record_is_set(job, CARE_JOB_PLAN) || planned->len > 0)
        return TRUE;
    plan = care_transaction_load(transaction, &care_plan_kind, care_record_int(job, CARE_JOB_PLAN), error);
    if (plan == NULL)
        return FALSE;
    hours
        = care_shop_hours_read(care_transaction_connection(transaction), care_transaction_zone(transaction));
    lane = care_plan_lane(plan, care_transaction_today(transaction),
                          care_record_date(job, CARE_JOB_WARRANTY_END), hours);
    for (guint i = 0; i < lane->len; i++)
        if (!make_followup(transaction, job, lane->pdata[i], error))
            return FALSE;
    return TRUE;
}

gboolean
care_aftercare_take_back(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GArray) planned
        = find_planned(transaction, job, care_record_int(job, CARE_JOB_COLLECTED), error);

    for (guint i = 0; planned != NULL && i < planned->len; i++)
        if (!care_flow_remove(transaction, &care_followup_kind, g_array_index(planned, CareId, i), error))
            return FALSE;
    return planned != NULL;
}
