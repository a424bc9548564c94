/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-flow.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/seen.h"
#include "model/customer.h"
#include "model/deferral.h"
#include "model/device.h"
#include "model/event.h"
#include "model/interaction.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/jobs/aftercare.h"
#include "service/jobs/job-saving.h"
#include "service/jobs/to-bill.h"
#include "store/named-query.h"

/* Back to work: it will be ready, and to be told, anew, whatever was put off or let go of before. */
static gboolean
begin_again(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GArray) deferrals = care_query_ids(care_transaction_connection(transaction), "jobs/deferrals",
                                                 error, "i", care_record_id(job));

    for (guint i = 0; deferrals != NULL && i < deferrals->len; i++)
        if (!care_flow_remove(transaction, &care_deferral_kind, g_array_index(deferrals, CareId, i), error))
            return FALSE;
    care_record_clear(job, CARE_JOB_FINISHED);
    care_record_clear(job, CARE_JOB_TOLD);
    return deferrals != NULL;
}

static gboolean
end_hand_over(CareTransaction *transaction, CareRecord *job, gboolean cancelled, GError **error)
{
    gboolean collected = care_record_is_set(job, CARE_JOB_COLLECTED);

    if (cancelled)
        return care_aftercare_cancel(transaction, job, error)
               && (!collected || care_aftercare_forget(transaction, job, error));
    return !collected || care_aftercare_end(transaction, job, error);
}

/* What a new status means for the job's own fields. */
static gboolean
apply_status(CareTransaction *transaction, CareRecord *job, const char *status, GError **error)
{
    gboolean collected = care_job_status_is(status, CARE_STATUS_COLLECTED);
    CareInstant now = care_transaction_now(transaction);
    gboolean done = collected || care_job_status_is(status, CARE_STATUS_READY);

    if (done && !care_record_is_set(job, CARE_JOB_FINISHED)) {
        care_record_set_int(job, CARE_JOB_FINISHED, now);
    } else if (!done && care_record_is_set(job, CARE_JOB_FINISHED)) {
        if (!begin_again(transaction, job, error))
            return FALSE;
    }
    if (!care_job_derive_to_bill(care_transaction_connection(transaction), job, error))
        return FALSE;
    if (!collected)
        return end_hand_over(transaction, job, care_job_status_is(status, CARE_STATUS_CANCELLED), error);
    if (!care_record_is_set(job, CARE_JOB_COLLECTED))
        care_record_set_int(job, CARE_JOB_COLLECTED, now);
    return care_aftercare_begin(transaction, job, error);
}

/* What was handed over is back with the customer already. Taken up again it is in the shop, and why it ended is no reason
 * for anything else. */
static void
follow_cancelling(CareRecord *job, const char *before, const char *status)
{
    if (care_job_status_is(status, CARE_STATUS_CANCELLED)) {
        if (care_record_is_set(job, CARE_JOB_COLLECTED))
            care_record_set_int(job, CARE_JOB_RETURNED, care_record_int(job, CARE_JOB_COLLECTED));
        return;
    }
    care_record_clear(job, CARE_JOB_RETURNED);
    if (care_job_status_is(before, CARE_STATUS_CANCELLED))
        care_record_clear(job, CARE_JOB_NO_PLAN_REASON);
}

/* A job that comes to nothing says why (S1), as its saving asks: what it had as a reason before was for something else. */
static gboolean
take_reason(CareRecord *job, const char *status, const char *reason, GError **error)
{
    gboolean cancelled = care_job_status_is(status, CARE_STATUS_CANCELLED);

    if (*reason != '\0' && !cancelled && !care_job_status_is(status, CARE_STATUS_COLLECTED)) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_REFUSED,
            _("A reason is given for a job that is cancelled, or handed over without aftercare. "
              "Nothing was changed; leave it out."));
        return FALSE;
    }
    if (*reason != '\0' || cancelled)
        care_record_set_text(job, CARE_JOB_NO_PLAN_REASON, reason);
    return TRUE;
}

/* The job stays where it is; why it is there may be said anew. */
static CareRecord *
stay(CareTransaction *transaction, CareRecord *job, const char *status, const char *reason, GError **error)
{
    if (*reason != '\0'
        && (!take_reason(job, status, reason, error) || !care_flow_save(transaction, job, NULL, error)))
        return NULL;
    return g_object_ref(job);
}

static gboolean
check_status(const char *status, GError **error)
{
    g_autofree char *words = NULL;

    if (care_choice_find(&care_job_status_set, status) >= 0)
        return TRUE;
    words = care_choice_words(&care_job_status_set);
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("There is no status “%s”. Nothing was changed; use one of: %s."), status, words);
    return FALSE;
}

/* The job is somewhere else than it was. A reason that the hand-over did not keep was not asked for. */
static gboolean
go_on(CareTransaction *transaction, CareRecord *job, const char *status, const char *reason, GError **error)
{
    g_autofree char *before = g_strdup(care_record_text(job, CARE_JOB_STATUS));

    care_record_set_text(job, CARE_JOB_STATUS, status);
    follow_cancelling(job, before, status);
    if (!take_reason(job, status, reason, error) || !apply_status(transaction, job, status, error))
        return FALSE;
    if (*reason != '\0' && !care_record_is_set(job, CARE_JOB_NO_PLAN_REASON))
        return care_job_refuse_reason(error);
    return care_flow_save(transaction, job, NULL, error)
           && care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                                  "job-status", before, status, error);
}

CareRecord *
care_job_flow_move(CareTransaction *transaction, CareId id, const char *status, const char *reason,
                   GError **error)
{
    g_autoptr(CareRecord) job = care_flow_load(transaction, &care_job_kind, id, error);
    g_autofree char *given = care_text_seen(reason);

    if (job == NULL || !check_status(status, error))
        return NULL;
    if (strcmp(care_record_text(job, CARE_JOB_STATUS), status) == 0)
        return stay(transaction, job, status, given, error);
    return go_on(transaction, job, status, given, error) ? g_steal_pointer(&job) : NULL;
}

/* Undo of a hand-over takes back what it made; Undo of its end brings that back. */
static gboolean
follow_hand_over(CareTransaction *transaction, CareRecord *job, CareRecord *before, GError **error)
{
    gboolean is = care_record_is_set(job, CARE_JOB_COLLECTED);
    gboolean was = care_record_is_set(before, CARE_JOB_COLLECTED);

    if (is == was && !care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED))
        return TRUE;
    return is ? care_aftercare_undo(transaction, job, error) : care_aftercare_resume(transaction, job, error);
}

/* What the move made of the job is as it left it, so that taking it back takes back nothing of anybody else. */
static gboolean
check_not_moved_on(CareRecord *job, CareRecord *after, GError **error)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);

    if (care_record_stamp(job).deleted != 0) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
            _("This job was deleted meanwhile. Nothing was changed; bring it back from Recently "
              "Deleted first."));
        return FALSE;
    }
    if (care_record_field_equal(job, after, CARE_JOB_STATUS)
        && care_record_field_equal(job, after, CARE_JOB_FINISHED)
        && care_record_field_equal(job, after, CARE_JOB_COLLECTED))
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                /* Translators: %s is a status, "Collected" */
                _("This job was moved again meanwhile and is now “%s”. Nothing was changed."),
                care_choice_label(&care_job_status_set, status));
    return FALSE;
}

/* As it was before the move, where now, as it is stored, is still as the move left it. */
static void
put_as_before(CareRecord *job, CareRecord *now, CareRecord *before, CareRecord *after)
{
    static const int fields[]
        = { CARE_JOB_STATUS,          CARE_JOB_FINISHED,     CARE_JOB_TOLD,     CARE_JOB_COLLECTED,
            CARE_JOB_WARRANTY_MONTHS, CARE_JOB_WARRANTY_END, CARE_JOB_RETURNED, CARE_JOB_NO_PLAN_REASON };

    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (care_record_field_equal(now, after, fields[i]))
            care_record_assign_field(job, before, fields[i]);
    if (!care_record_is_set(job, CARE_JOB_FINISHED))
        care_record_clear(job, CARE_JOB_TOLD); /* it will be told of anew */
    if (!care_record_is_set(job, CARE_JOB_COLLECTED))
        care_record_assign_field(job, before, CARE_JOB_WARRANTY_END);
}

/* What was taken back at once did not happen, and the history does not say that it did; if it has gone on since, this is
 * one more move. from: where the job was before it was taken back. */
static gboolean
forget_move(CareTransaction *transaction, CareRecord *job, const char *from, GError **error)
{
    const char *to = care_record_text(job, CARE_JOB_STATUS);
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "jobs/statuses", error,
                                           "i", care_record_id(job));
    CareId id = ids != NULL && ids->len > 0 ? g_array_index(ids, CareId, ids->len - 1) : 0;
    g_autoptr(CareRecord) last
        = id != 0 ? care_transaction_load(transaction, &care_event_kind, id, error) : NULL;

    if (ids == NULL || (id != 0 && last == NULL))
        return FALSE;
    if (last != NULL && g_strcmp0(care_record_text(last, CARE_EVENT_BEFORE), to) == 0
        && g_strcmp0(care_record_text(last, CARE_EVENT_AFTER), from) == 0)
        return care_flow_purge(transaction, &care_event_kind, id, error);
    return care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                               "job-status", from, to, error);
}

gboolean
care_job_flow_take_back(CareTransaction *transaction, CareRecord *before, CareRecord *after, GError **error)
{
    g_autoptr(CareRecord) job
        = care_transaction_load(transaction, &care_job_kind, care_record_id(before), error);
    g_autoptr(CareRecord) now = NULL;
    g_autofree char *from = NULL;

    if (job == NULL || !check_not_moved_on(job, after, error))
        return FALSE;
    from = g_strdup(care_record_text(job, CARE_JOB_STATUS));
    now = care_record_copy(job);
    if (!follow_hand_over(transaction, job, before, error))
        return FALSE;
    put_as_before(job, now, before, after);
    return care_flow_save(transaction, job, NULL, error) && forget_move(transaction, job, from, error);
}

CareRecord *
care_job_flow_move_again(CareTransaction *transaction, CareRecord *before, CareRecord *after,
                         const char *reason, GError **error)
{
    g_autoptr(CareRecord) job = care_flow_load(transaction, &care_job_kind, care_record_id(before), error);
    static const int instants[] = { CARE_JOB_FINISHED, CARE_JOB_COLLECTED };
    g_autofree char *given = care_text_seen(reason);

    if (job == NULL || !check_not_moved_on(job, before, error))
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(instants); i++)
        if (!care_record_is_set(job, instants[i]))
            care_record_assign_field(job, after, instants[i]);
    return go_on(transaction, job, care_record_text(after, CARE_JOB_STATUS), given, error)
               ? g_steal_pointer(&job)
               : NULL;
}

gboolean
care_job_flow_tell(CareTransaction *transaction, CareId id, CareRecord *interaction, GError **error)
{
    g_autoptr(CareRecord) job = care_flow_load(transaction, &care_job_kind, id, error);
    const char *channel = NULL;

    if (job == NULL)
        return FALSE;
    if (interaction != NULL) {
        channel = care_record_text(interaction, CARE_INTERACTION_CHANNEL);
        care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
        care_record_set_int(interaction, CARE_INTERACTION_JOB, id);
        if (!care_flow_save(transaction, interaction, NULL, error))
            return FALSE;
    }
    care_record_set_int(job, CARE_JOB_TOLD, care_transaction_now(transaction));
    return care_flow_save(transaction, job, NULL, error)
           && (interaction != NULL
               || care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), id, "job-told",
                                      NULL, channel, error));
}

typedef struct {
    CareId job;
    const char *status;
    const char *reason;
} Move;

static gpointer
move_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Move *move = data;

    return care_job_flow_move(transaction, move->job, move->status, move->reason, error);
}

CareRecord *
care_job_move_now(CareStore *store, CareId job, const char *status, const char *reason, GError **error)
{
    Move move = { job, status, reason };

    return care_store_run(store, move_closure, &move, g_object_unref, error);
}
