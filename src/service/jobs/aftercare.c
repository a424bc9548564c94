/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/aftercare-private.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/followup.h"
#include "model/job.h"
#include "model/plan-lane.h"
#include "model/plan.h"
#include "service/flow.h"
#include "service/today/seen-to.h"
#include "store/hours.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

typedef gboolean (*RemoveFunc)(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);

gboolean
care_aftercare_make_followup(CareTransaction *transaction, CareRecord *job, const CarePlanPoint *point,
                             GError **error)
{
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(followup, CARE_FOLLOWUP_SOURCE, care_followup_source_word(CARE_FOLLOWUP_OF_PLAN));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, point->kind);
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, point->title);
    care_record_set_date(followup, CARE_FOLLOWUP_DUE, point->date);
    care_record_set_date(followup, CARE_FOLLOWUP_PLANNED, point->date);
    care_record_set_text(followup, CARE_FOLLOWUP_CHANNEL, point->channel);
    care_record_set_int(followup, CARE_FOLLOWUP_TEXT, point->text);
    care_record_set_int(followup, CARE_FOLLOWUP_STAFF, care_record_int(job, CARE_JOB_STAFF));
    return care_flow_save_along(transaction, followup, error);
}

int
care_aftercare_warranty_months(CareConnection *connection, CareRecord *job, CareRecord *plan)
{
    g_autofree char *usual = NULL;

    if (care_record_is_set(job, CARE_JOB_WARRANTY_MONTHS))
        return care_record_within(job, CARE_JOB_WARRANTY_MONTHS);
    if (plan != NULL && care_record_is_set(plan, CARE_PLAN_WARRANTY_MONTHS))
        return care_record_within(plan, CARE_PLAN_WARRANTY_MONTHS);
    usual = care_setting_read(connection, CARE_SETTING_WARRANTY_MONTHS);
    return usual != NULL
               ? (int)CLAMP(g_ascii_strtoll(usual, NULL, 10), care_range_count.least, care_range_count.most)
               : 0;
}

CareDate
care_aftercare_warranty_end(CareConnection *connection, CareRecord *job, CareRecord *plan, CareDate handover)
{
    int months = care_aftercare_warranty_months(connection, job, plan);

    return months > 0 ? care_date_add_months(handover, months) : (CareDate){ 0 };
}

/* NULL without *error: the job has none. */
static CareRecord *
plan_of(CareConnection *connection, CareRecord *job, GError **error)
{
    return care_record_is_set(job, CARE_JOB_PLAN)
               ? care_record_load(connection, &care_plan_kind, care_record_int(job, CARE_JOB_PLAN), error)
               : NULL;
}

static GPtrArray *
lane_of(CareConnection *connection, CareRecord *job, CareRecord *plan, CareDate handover, GTimeZone *zone)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(connection, zone);
    CareDate end = care_record_date(job, CARE_JOB_WARRANTY_END);

    if (!care_date_is_set(end))
        end = care_aftercare_warranty_end(connection, job, plan, handover);
    return care_plan_lane(plan, handover, end, hours);
}

gboolean
care_aftercare_find_open(CareConnection *connection, CareRecord *job, gboolean *open, GError **error)
{
    gint64 n = 0;

    if (!care_query_int(connection, "jobs/open-followups", &n, error, "i", care_record_id(job)))
        return FALSE;
    *open = n > 0;
    return TRUE;
}

GPtrArray *
care_aftercare_find_planned(CareConnection *connection, CareRecord *job, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(connection, "jobs/followups-of-plan", error, "iii",
                                           care_record_id(job), (gint64)0, (gint64)0);
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareRecord *followup
            = care_record_load(connection, &care_followup_kind, g_array_index(ids, CareId, i), error);

        if (followup == NULL)
            return NULL;
        g_ptr_array_add(kept, followup);
    }
    return ids != NULL ? g_steal_pointer(&kept) : NULL;
}

static gboolean
take_kept(GPtrArray *kept, const CarePlanPoint *point)
{
    for (guint i = 0; i < kept->len; i++) {
        if (g_strcmp0(care_record_text(kept->pdata[i], CARE_FOLLOWUP_TITLE), point->title) != 0
            || g_strcmp0(care_record_text(kept->pdata[i], CARE_FOLLOWUP_KIND), point->kind) != 0)
            continue;
        g_ptr_array_remove_index(kept, i);
        return TRUE;
    }
    return FALSE;
}

/* What a hand-over that day makes: the steps of the plan (nullable) that no hand-over made before. Transfer full: of
 * CarePlanPoint; NULL on an error. */
static GPtrArray *
find_missing(CareConnection *connection, CareRecord *job, CareRecord *plan, CareDate handover,
             GTimeZone *zone, GError **error)
{
    g_autoptr(GPtrArray) kept = care_aftercare_find_planned(connection, job, error);
    g_autoptr(GPtrArray) lane = NULL;

    if (kept == NULL)
        return NULL;
    lane = plan != NULL ? lane_of(connection, job, plan, handover, zone) : g_ptr_array_new();
    for (guint i = 0; i < lane->len;) {
        if (take_kept(kept, lane->pdata[i]))
            g_ptr_array_remove_index(lane, i);
        else
            i++;
    }
    return g_steal_pointer(&lane);
}

/* What would be open after a hand-over that makes these steps: they, and what is open already. */
static gboolean
leaves_open(CareConnection *connection, CareRecord *job, GPtrArray *missing, gboolean *open, GError **error)
{
    *open = missing->len > 0;
    return *open || care_aftercare_find_open(connection, job, open, error);
}

gboolean
care_aftercare_find_open_after(CareConnection *connection, CareRecord *job, CareDate handover,
                               GTimeZone *zone, gboolean *open, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) plan = plan_of(connection, job, &local);
    g_autoptr(GPtrArray) missing
        = local == NULL ? find_missing(connection, job, plan, handover, zone, &local) : NULL;

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    return leaves_open(connection, job, missing, open, error);
}

static gboolean
make_followups(CareTransaction *transaction, CareRecord *job, GPtrArray *missing, GError **error)
{
    for (guint i = 0; i < missing->len; i++)
        if (!care_aftercare_make_followup(transaction, job, missing->pdata[i], error))
            return FALSE;
    return TRUE;
}

static CareDate
day_of_handover(CareTransaction *transaction, CareRecord *job)
{
    return care_date_of_instant(care_record_int(job, CARE_JOB_COLLECTED), care_transaction_zone(transaction));
}

static void
begin_warranty(CareTransaction *transaction, CareRecord *job, CareRecord *plan)
{
    CareConnection *connection = care_transaction_connection(transaction);
    int months = care_aftercare_warranty_months(connection, job, plan);

    if (months <= 0 || care_record_is_set(job, CARE_JOB_WARRANTY_END))
        return;
    care_record_set_date(
        job, CARE_JOB_WARRANTY_END,
        care_aftercare_warranty_end(connection, job, plan, day_of_handover(transaction, job)));
    care_record_set_int(job, CARE_JOB_WARRANTY_MONTHS, months);
}

gboolean
care_aftercare_begin_warranty(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) plan = plan_of(care_transaction_connection(transaction), job, &local);

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    begin_warranty(transaction, job, plan);
    return TRUE;
}

/* Closing a job leaves a dated next step, or says why not (S1): one of the two, and not both. */
static gboolean
check_step(CareTransaction *transaction, CareRecord *job, GPtrArray *missing, GError **error)
{
    gboolean open = FALSE;

    if (!leaves_open(care_transaction_connection(transaction), job, missing, &open, error))
        return FALSE;
    if (open)
        care_record_clear(job, CARE_JOB_NO_PLAN_REASON);
    if (open || care_record_is_set(job, CARE_JOB_NO_PLAN_REASON))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("Nothing would be left to do after this job: there is no plan for it with a day, or all of it is "
          "done. Nothing was changed; choose another plan, or say why nothing follows."));
    return FALSE;
}

gboolean
care_aftercare_begin(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) plan = plan_of(care_transaction_connection(transaction), job, &local);
    g_autoptr(GPtrArray) missing = NULL;

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    begin_warranty(transaction, job, plan);
    missing = find_missing(care_transaction_connection(transaction), job, plan,
                           care_transaction_today(transaction), care_transaction_zone(transaction), error);
    return missing != NULL && check_step(transaction, job, missing, error)
           && make_followups(transaction, job, missing, error);
}

/* Its source remembers that it went with its job: the reason is for people, in whichever language they had. */
static gboolean
let_go(CareTransaction *transaction, CareId id, gboolean cancelled, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);

    if (followup == NULL || (!cancelled && !care_seen_to_take_up(transaction, followup, error)))
        return FALSE;
    if (cancelled)
        care_record_set_text(followup, CARE_FOLLOWUP_STATE, care_followup_state_word(CARE_FOLLOWUP_LET_GO));
    care_record_set_text(
        followup, CARE_FOLLOWUP_SOURCE,
        care_followup_source_word(cancelled ? CARE_FOLLOWUP_OF_CANCELLED : CARE_FOLLOWUP_OF_PLAN));
    care_record_set_text(followup, CARE_FOLLOWUP_REASON, cancelled ? _("The job was cancelled") : NULL);
    return care_flow_save(transaction, followup, NULL, error);
}

/* Months that the hand-over itself wrote down are reckoned anew by the next one; those of the job's own, be it none, hold. */
gboolean
care_aftercare_forget(CareTransaction *transaction, CareRecord *job, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) plan = plan_of(connection, job, &local);
    gboolean own = care_record_is_set(job, CARE_JOB_WARRANTY_MONTHS);
    gint64 months = care_record_int(job, CARE_JOB_WARRANTY_MONTHS);

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    care_record_clear(job, CARE_JOB_COLLECTED);
    care_record_clear(job, CARE_JOB_WARRANTY_END);
    care_record_clear(job, CARE_JOB_WARRANTY_MONTHS);
    if (own && care_aftercare_warranty_months(connection, job, plan) != months)
        care_record_set_int(job, CARE_JOB_WARRANTY_MONTHS, months);
    return TRUE;
}

gboolean
care_aftercare_cancel(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GArray) open
        = care_query_ids(care_transaction_connection(transaction), "jobs/followups-of-plan", error, "iii",
                         care_record_id(job), (gint64)TRUE, (gint64)0);

    for (guint i = 0; open != NULL && i < open->len; i++)
        if (!let_go(transaction, g_array_index(open, CareId, i), TRUE, error))
            return FALSE;
    return open != NULL;
}

/* What somebody did something about is a deletion like others: the next hand-over makes its own, and their words stand in
 * Recently Deleted. */
static gboolean
end_step(CareTransaction *transaction, CareId id, RemoveFunc end_untouched, GError **error)
{
    gint64 untouched = 0;

    if (!care_query_int(care_transaction_connection(transaction), "jobs/followup-is-untouched", &untouched,
                        error, "i", id))
        return FALSE;
    return (untouched != 0 ? end_untouched : care_flow_remove)(transaction, &care_followup_kind, id, error);
}

static gboolean
end(CareTransaction *transaction, CareRecord *job, RemoveFunc end_untouched, GError **error)
{
    g_autoptr(GArray) planned
        = care_query_ids(care_transaction_connection(transaction), "jobs/followups-of-plan", error, "iii",
                         care_record_id(job), (gint64)TRUE, care_record_int(job, CARE_JOB_COLLECTED));

    for (guint i = 0; planned != NULL && i < planned->len; i++)
        if (!end_step(transaction, g_array_index(planned, CareId, i), end_untouched, error))
            return FALSE;
    return planned != NULL && care_aftercare_forget(transaction, job, error);
}

static gboolean
take_up(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GArray) gone = care_query_ids(care_transaction_connection(transaction), "jobs/followups-let-go",
                                            error, "i", care_record_id(job));

    for (guint i = 0; gone != NULL && i < gone->len; i++)
        if (!let_go(transaction, g_array_index(gone, CareId, i), FALSE, error))
            return FALSE;
    return gone != NULL;
}

gboolean
care_aftercare_end(CareTransaction *transaction, CareRecord *job, GError **error)
{
    return end(transaction, job, care_flow_remove_made, error);
}

gboolean
care_aftercare_undo(CareTransaction *transaction, CareRecord *job, GError **error)
{
    /* what a hand-over made that did not happen is not there, nor among what was deleted */
    return end(transaction, job, care_flow_purge, error);
}

gboolean
care_aftercare_resume(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GArray) deleted = NULL;

    if (care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED))
        return take_up(transaction, job, error);
    deleted = care_query_ids(care_transaction_connection(transaction), "jobs/followups-deleted-last", error,
                             "i", care_record_id(job));
    for (guint i = 0; deleted != NULL && i < deleted->len; i++)
        if (!care_flow_undelete(transaction, &care_followup_kind, g_array_index(deleted, CareId, i), NULL,
                                error))
            return FALSE;
    return deleted != NULL;
}
