/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-told.h"

#include "model/interaction.h"
#include "model/job.h"
#include "service/flow.h"
#include "store/named-query.h"

/* And says nothing else: a step and a complaint are named beside the job that they are of. */
static gboolean
is_about_its_job(CareRecord *contact)
{
    const char *class = care_record_text(contact, CARE_INTERACTION_CLASS);

    return (class == NULL || care_contact_class_is(class, CARE_CLASS_SERVICE))
           && !care_record_is_set(contact, CARE_INTERACTION_FOLLOWUP)
           && !care_record_is_set(contact, CARE_INTERACTION_COMPLAINT);
}

/* Whether a contact that names the job can have told of it: it was ready by then, and still here. */
static gboolean
may_tell(CareRecord *contact, CareRecord *job)
{
    const CareInstant at = care_record_int(contact, CARE_INTERACTION_AT);

    return care_interaction_has_reached(contact) && is_about_its_job(contact)
           && care_record_is_set(job, CARE_JOB_FINISHED) && at >= care_record_int(job, CARE_JOB_FINISHED)
           && (!care_record_is_set(job, CARE_JOB_COLLECTED)
               || at <= care_record_int(job, CARE_JOB_COLLECTED));
}

/* At its own instant, or at that in which it was written down. */
static gboolean
is_mark_of(CareRecord *contact, CareInstant told)
{
    return told == care_record_int(contact, CARE_INTERACTION_AT)
           || told == care_record_stamp(contact).created;
}

/* The contacts that can have told of the job, the earliest first; transfer full. NULL on an error. */
static GPtrArray *
find_tellers(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(GPtrArray) tellers = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "jobs/contacts-of-job",
                                           error, "i", care_record_id(job));

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) contact = care_transaction_load(transaction, &care_interaction_kind,
                                                              g_array_index(ids, CareId, i), error);

        if (contact == NULL)
            return NULL;
        if (may_tell(contact, job))
            g_ptr_array_add(tellers, g_steal_pointer(&contact));
    }
    return ids != NULL ? g_steal_pointer(&tellers) : NULL;
}

static gboolean
is_mark(GPtrArray *tellers, CareInstant told)
{
    for (guint i = 0; i < tellers->len; i++)
        if (is_mark_of(tellers->pdata[i], told))
            return TRUE;
    return FALSE;
}

static gboolean
is_by_hand(CareRecord *job, CareRecord *contact, GPtrArray *tellers)
{
    const CareInstant told = care_record_int(job, CARE_JOB_TOLD);

    return told != 0 && !is_mark_of(contact, told) && !is_mark(tellers, told);
}

/* Nobody tells of what was cancelled. */
static gboolean
may_become_told(CareRecord *job)
{
    return care_record_is_set(job, CARE_JOB_TOLD) || care_record_is_set(job, CARE_JOB_COLLECTED)
           || care_job_owes_message(job);
}

static CareInstant
first_of(GPtrArray *tellers)
{
    return tellers->len > 0 ? care_record_int(tellers->pdata[0], CARE_INTERACTION_AT) : 0;
}

static void
say_told(CareRecord *job, CareInstant told)
{
    if (told != 0)
        care_record_set_int(job, CARE_JOB_TOLD, told);
    else
        care_record_clear(job, CARE_JOB_TOLD);
}

/* In the job; *differs: whether it says another day than before. */
static gboolean
work_out(CareTransaction *transaction, CareRecord *job, CareRecord *contact, gboolean *differs,
         GError **error)
{
    g_autoptr(GPtrArray) tellers = find_tellers(transaction, job, error);

    if (tellers == NULL)
        return FALSE;
    *differs = first_of(tellers) != care_record_int(job, CARE_JOB_TOLD) && may_become_told(job)
               && !is_by_hand(job, contact, tellers);
    if (*differs)
        say_told(job, first_of(tellers));
    return TRUE;
}

gboolean
care_job_told_follow(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    const CareInstant told = care_record_int(job, CARE_JOB_TOLD);
    g_autoptr(GPtrArray) before = NULL, tellers = NULL;

    if (care_record_field_equal(job, old, CARE_JOB_FINISHED)
        && care_record_field_equal(job, old, CARE_JOB_COLLECTED))
        return TRUE;
    before = find_tellers(transaction, old, error);
    tellers = before != NULL ? find_tellers(transaction, job, error) : NULL;
    if (tellers == NULL)
        return FALSE;
    if (may_become_told(job) && (told == 0 || is_mark(before, told) || is_mark(tellers, told)))
        say_told(job, first_of(tellers));
    return TRUE;
}

gboolean
care_job_told_anew(CareTransaction *transaction, CareId id, CareRecord *contact, GError **error)
{
    g_autoptr(CareRecord) job
        = id != 0 ? care_transaction_load(transaction, &care_job_kind, id, error) : NULL;
    gboolean differs = FALSE;

    if (job == NULL)
        return id == 0;
    return work_out(transaction, job, contact, &differs, error)
           && (!differs || care_flow_save_along(transaction, job, error));
}

gboolean
care_job_told_restored(CareTransaction *transaction, CareId id, CareRecord *contact, GError **error)
{
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, id, error);
    g_autoptr(CareRecord) old = job != NULL ? care_record_copy(job) : NULL;
    gboolean differs = FALSE;

    return job != NULL && work_out(transaction, job, contact, &differs, error)
           && (!differs || care_flow_put_back(transaction, job, old, error));
}
