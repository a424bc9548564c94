/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/interaction-flow.h"

#include "model/interaction.h"
#include "service/feedback/complaint-answer.h"
#include "service/jobs/job-told.h"
#include "service/today/seen-to.h"

/* Which steps it saw to is written down with the step that it names: what stood on the line then. */
static gboolean
prepare(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    if (old == NULL && !care_record_is_set(interaction, CARE_INTERACTION_AT))
        care_record_set_int(interaction, CARE_INTERACTION_AT, care_transaction_now(transaction));
    return care_seen_to_note_contact(transaction, interaction, old, error);
}

static gboolean
is_way(CareRecord *contact, CareDirection direction)
{
    return care_direction_is(care_record_text(contact, CARE_INTERACTION_DIRECTION), direction);
}

/* As the contact says it: it may be the first answer. */
static gboolean
answer_complaint(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareId complaint = care_record_int(contact, CARE_INTERACTION_COMPLAINT);

    return complaint == 0 || care_complaint_answer_anew(transaction, complaint, contact, error);
}

static gboolean
tell_anew(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    return care_job_told_anew(transaction, care_record_int(contact, CARE_INTERACTION_JOB), contact, error);
}

/* What it says of its step and of its job, and what it said of them before and does no more. */
static gboolean
settle_marks(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    return care_seen_to_settle(transaction, contact, old, error)
           && (old == NULL || tell_anew(transaction, old, error)) && tell_anew(transaction, contact, error);
}

/* What was the answer before may be none now, or another complaint's. One that is deleted, and written on along with something
 * else, is none, whatever it says. */
static gboolean
saved(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    CareId complaint = care_record_stamp(interaction).deleted == 0
                           ? care_record_int(interaction, CARE_INTERACTION_COMPLAINT)
                           : 0;
    gboolean left = old != NULL && !care_record_field_equal(interaction, old, CARE_INTERACTION_COMPLAINT);

    return settle_marks(transaction, interaction, old, error)
           && (!left || answer_complaint(transaction, old, error))
           && (complaint == 0 || care_complaint_answer_by(transaction, complaint, interaction, old, error));
}

/* What nobody said was not said: the job is to be told of, the question to be asked, the complaint to be answered, as before.
 * And what is brought back was said again, whatever has become of it since. */
static gboolean
removed(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    return settle_marks(transaction, contact, NULL, error)
           && (!is_way(contact, CARE_DIRECTION_OUT) || answer_complaint(transaction, contact, error));
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    return settle_marks(transaction, contact, NULL, error) && answer_complaint(transaction, contact, error);
}

/* *here: whether the record was in the shop before the contact came. */
static gboolean
find_here(CareTransaction *transaction, const CareKindBrought *along, CareId id, gboolean *here,
          GError **error)
{
    gboolean came = TRUE;

    if (id != 0 && !care_kind_was_brought(care_transaction_connection(transaction), along, id, &came, error))
        return FALSE;
    *here = !came;
    return TRUE;
}

static gboolean
restored(CareTransaction *transaction, CareRecord *contact, const CareKindBrought *along, GError **error)
{
    CareId job = care_record_int(contact, CARE_INTERACTION_JOB);
    CareId complaint = care_record_int(contact, CARE_INTERACTION_COMPLAINT);
    gboolean has_job, has_complaint;

    return find_here(transaction, along, job, &has_job, error)
           && find_here(transaction, along, complaint, &has_complaint, error)
           && care_seen_to_settle_restored(transaction, contact, along, error)
           && (!has_job || care_job_told_restored(transaction, job, contact, error))
           && (!has_complaint || care_complaint_answer_restored(transaction, complaint, along, error));
}

const CareKindFlow care_interaction_flow = {
    .kind = &care_interaction_kind,
    .prepare = prepare,
    .saved = saved,
    .removed = removed,
    .undeleted = undeleted,
    .check_alone = care_seen_to_check_words,
    .restored = restored,
};
