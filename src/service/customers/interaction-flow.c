/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/interaction-flow.h"

#include "model/followup.h"
#include "model/interaction.h"
#include "model/job.h"
#include "service/feedback/complaint-answer.h"
#include "service/flow.h"
#include "service/today/due-merge.h"
#include "store/named-query.h"

static gboolean
prepare(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    if (old == NULL && !care_record_is_set(interaction, CARE_INTERACTION_AT))
        care_record_set_int(interaction, CARE_INTERACTION_AT, care_transaction_now(transaction));
    return TRUE;
}

static gboolean
is_way(CareRecord *contact, CareDirection direction)
{
    return care_direction_is(care_record_text(contact, CARE_INTERACTION_DIRECTION), direction);
}

/* A person had to do with them, whoever got in touch: no note, no automatic reply, no call in vain. */
static gboolean
has_met(CareRecord *contact)
{
    return !is_way(contact, CARE_DIRECTION_NOTE) && care_record_int(contact, CARE_INTERACTION_AUTOMATIC) == 0
           && care_interaction_outcome_is_reached(care_record_text(contact, CARE_INTERACTION_OUTCOME));
}

/* It went out, from a person, to whoever was reached. */
static gboolean
has_reached(CareRecord *contact)
{
    return is_way(contact, CARE_DIRECTION_OUT) && has_met(contact);
}

/* And says nothing else: a step and a complaint are named beside the job that they are of. */
static gboolean
is_about_its_job(CareRecord *contact)
{
    const char *class = care_record_text(contact, CARE_INTERACTION_CLASS);

    return (class == NULL || care_contact_class_is(class, CARE_CLASS_SERVICE))
           && !care_record_is_set(contact, CARE_INTERACTION_FOLLOWUP)
           && !care_record_is_set(contact, CARE_INTERACTION_COMPLAINT);
}

/* Whether a contact that names a job can have told of it: the job was ready by then. */
static gboolean
may_tell(CareRecord *contact, CareRecord *job)
{
    return has_reached(contact) && is_about_its_job(contact) && care_record_is_set(job, CARE_JOB_FINISHED)
           && care_record_int(contact, CARE_INTERACTION_AT) >= care_record_int(job, CARE_JOB_FINISHED);
}

/* Whichever way it was logged. */
static gboolean
tell_job(CareTransaction *transaction, CareRecord *interaction, GError **error)
{
    CareId id = care_record_int(interaction, CARE_INTERACTION_JOB);
    g_autoptr(CareRecord) job = NULL;

    if (id == 0)
        return TRUE;
    job = care_transaction_load(transaction, &care_job_kind, id, error);
    if (job == NULL)
        return FALSE;
    if (!care_job_owes_message(job) || !may_tell(interaction, job))
        return TRUE;
    care_record_set_int(job, CARE_JOB_TOLD, care_record_int(interaction, CARE_INTERACTION_AT));
    return care_flow_save_along(transaction, job, error);
}

/* As the contact says it: it may be the first answer. */
static gboolean
answer_complaint(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareId complaint = care_record_int(contact, CARE_INTERACTION_COMPLAINT);

    return complaint == 0 || care_complaint_answer_anew(transaction, complaint, contact, error);
}

/* A mark that the contact left on what it was about: at its own instant, or at that in which it was written down. */
static gboolean
is_mark_of(CareRecord *contact, CareRecord *record, int field)
{
    CareInstant at = care_record_int(record, field);

    return care_record_is_set(record, field)
           && (at == care_record_int(contact, CARE_INTERACTION_AT)
               || at == care_record_stamp(contact).created);
}

/* Of what the contact refers to: a mark of the same instant on anything else is somebody else's. */
static gboolean
clear_mark(CareTransaction *transaction, CareRecord *contact, const CareKind *kind, int reference, int field,
           GError **error)
{
    CareId id = care_record_int(contact, reference);
    g_autoptr(CareRecord) record = id != 0 ? care_transaction_load(transaction, kind, id, error) : NULL;

    if (id == 0 || record == NULL)
        return id == 0;
    if (!is_mark_of(contact, record, field))
        return TRUE;
    care_record_clear(record, field);
    return care_flow_save_along(transaction, record, error);
}

/* The step that such a contact sees to; 0: none. contact is nullable. */
static CareId
step_of(CareRecord *contact)
{
    return contact != NULL && has_met(contact) ? care_record_int(contact, CARE_INTERACTION_FOLLOWUP) : 0;
}

/* The question was asked, whichever way the contact was logged; one that was seen to or let go stays as it is. since: when
 * the contact was deleted that is brought back; else 0. */
static gboolean
finish_followup(CareTransaction *transaction, CareRecord *contact, CareInstant since, GError **error)
{
    CareId id = step_of(contact);
    g_autoptr(CareRecord) followup
        = id != 0 ? care_transaction_load(transaction, &care_followup_kind, id, error) : NULL;

    if (id == 0)
        return TRUE;
    if (followup == NULL)
        return FALSE;
    if (!care_followup_state_is(care_record_text(followup, CARE_FOLLOWUP_STATE), CARE_FOLLOWUP_OPEN))
        return TRUE;
    return care_due_keep_with(transaction, followup, care_record_int(contact, CARE_INTERACTION_AT), since,
                              error);
}

/* The first that has seen to the step, of those that are left. *contact NULL: none. */
static gboolean
find_another(CareTransaction *transaction, CareId step, CareRecord **contact, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "today/contacts-of-step",
                                           error, "i", step);

    *contact = NULL;
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) found = care_transaction_load(transaction, &care_interaction_kind,
                                                            g_array_index(ids, CareId, i), error);

        if (found == NULL)
            return FALSE;
        if (has_met(found)) {
            *contact = g_steal_pointer(&found);
            return TRUE;
        }
    }
    return ids != NULL;
}

/* Nobody is asked once more whom another contact has asked. */
static gboolean
finish_by_another(CareTransaction *transaction, CareId step, GError **error)
{
    g_autoptr(CareRecord) another = NULL;

    return find_another(transaction, step, &another, error)
           && (another == NULL || finish_followup(transaction, another, 0, error));
}

/* The contact is gone, or says otherwise now: what it had seen to waits again, with what went along. */
static gboolean
let_followup_wait(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareId id = care_record_int(contact, CARE_INTERACTION_FOLLOWUP);
    g_autoptr(CareRecord) followup
        = id != 0 ? care_transaction_load(transaction, &care_followup_kind, id, error) : NULL;

    if (id == 0 || followup == NULL)
        return id == 0;
    if (care_record_stamp(followup).deleted != 0 || !is_mark_of(contact, followup, CARE_FOLLOWUP_DONE))
        return TRUE;
    return care_due_reopen_with(transaction, followup, care_record_int(followup, CARE_FOLLOWUP_DONE), error)
           && care_due_reopen(transaction, id, error) && finish_by_another(transaction, id, error);
}

/* What it saw to before may be another step, or none. */
static gboolean
see_to_followup(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    return step_of(contact) == step_of(old)
           || ((step_of(old) == 0 || let_followup_wait(transaction, old, error))
               && finish_followup(transaction, contact, 0, error));
}

static gboolean
is_marked_by(CareRecord *contact, CareRecord *record, int field)
{
    return care_record_is_set(record, field)
           && care_record_int(record, field) == care_record_int(contact, CARE_INTERACTION_AT);
}

static gboolean
move_mark_of_step(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    CareId id = step_of(contact);
    g_autoptr(CareRecord) followup
        = id != 0 ? care_transaction_load(transaction, &care_followup_kind, id, error) : NULL;

    if (id == 0 || followup == NULL)
        return id == 0;
    return id != step_of(old) || !is_marked_by(old, followup, CARE_FOLLOWUP_DONE)
           || care_due_move_mark(transaction, followup, care_record_int(old, CARE_INTERACTION_AT),
                                 care_record_int(contact, CARE_INTERACTION_AT), error);
}

/* Before the job was ready nobody can have told of it. */
static gboolean
move_mark_of_job(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    CareId id = care_record_int(contact, CARE_INTERACTION_JOB);
    g_autoptr(CareRecord) job
        = id != 0 ? care_transaction_load(transaction, &care_job_kind, id, error) : NULL;

    if (id == 0 || job == NULL)
        return id == 0;
    if (id != care_record_int(old, CARE_INTERACTION_JOB) || !is_way(old, CARE_DIRECTION_OUT)
        || !is_marked_by(old, job, CARE_JOB_TOLD))
        return TRUE;
    if (may_tell(contact, job))
        care_record_set_int(job, CARE_JOB_TOLD, care_record_int(contact, CARE_INTERACTION_AT));
    else
        care_record_clear(job, CARE_JOB_TOLD);
    return care_flow_save_along(transaction, job, error);
}

/* Whoever wrote down the wrong day says the right one: what the contact left on its step and its job goes along. */
static gboolean
move_marks(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    return old == NULL || care_record_field_equal(contact, old, CARE_INTERACTION_AT)
           || (move_mark_of_step(transaction, contact, old, error)
               && move_mark_of_job(transaction, contact, old, error));
}

/* What was the answer before may be none now, or another complaint's. */
static gboolean
saved(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    CareId complaint = care_record_int(interaction, CARE_INTERACTION_COMPLAINT);
    gboolean left = old != NULL && !care_record_field_equal(interaction, old, CARE_INTERACTION_COMPLAINT);

    if (old == NULL && !tell_job(transaction, interaction, error))
        return FALSE;
    return move_marks(transaction, interaction, old, error)
           && see_to_followup(transaction, interaction, old, error)
           && (!left || answer_complaint(transaction, old, error))
           && (complaint == 0 || care_complaint_answer_by(transaction, complaint, interaction, old, error));
}

/* What nobody said was not said: the job is to be told of, the question to be asked, the complaint to be answered, as before. */
static gboolean
removed(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    if (!is_way(contact, CARE_DIRECTION_NOTE) && !let_followup_wait(transaction, contact, error))
        return FALSE;
    return !is_way(contact, CARE_DIRECTION_OUT)
           || (clear_mark(transaction, contact, &care_job_kind, CARE_INTERACTION_JOB, CARE_JOB_TOLD, error)
               && answer_complaint(transaction, contact, error));
}

/* It told of the job again, whatever has become of the job since. */
static gboolean
tell_again(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareId id = care_record_int(contact, CARE_INTERACTION_JOB);
    CareInstant at = care_record_int(contact, CARE_INTERACTION_AT);
    g_autoptr(CareRecord) job = NULL;

    if (id == 0)
        return TRUE;
    job = care_transaction_load(transaction, &care_job_kind, id, error);
    if (job == NULL)
        return FALSE;
    if (care_record_is_set(job, CARE_JOB_TOLD) || !may_tell(contact, job))
        return TRUE;
    care_record_set_int(job, CARE_JOB_TOLD, at);
    return care_flow_save_along(transaction, job, error);
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    return tell_again(transaction, contact, error)
           && finish_followup(transaction, contact, care_record_stamp(contact).deleted, error)
           && answer_complaint(transaction, contact, error);
}

/* It came alone to a step that was here, and that nobody has decided about since: the step's own row is not read again. */
static gboolean
restored(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareId id = step_of(contact);
    g_autoptr(CareRecord) followup
        = id != 0 ? care_transaction_load(transaction, &care_followup_kind, id, error) : NULL;

    if (id == 0 || followup == NULL)
        return id == 0;
    return care_record_stamp(followup).changed >= care_record_stamp(contact).created
           || !care_followup_state_is(care_record_text(followup, CARE_FOLLOWUP_STATE), CARE_FOLLOWUP_OPEN)
           || care_due_keep(transaction, id, care_record_int(contact, CARE_INTERACTION_AT), error);
}

const CareKindFlow care_interaction_flow = {
    .kind = &care_interaction_kind,
    .prepare = prepare,
    .saved = saved,
    .removed = removed,
    .undeleted = undeleted,
    .restored = restored,
};
