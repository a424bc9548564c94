/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/feedback-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/feedback.h"
#include "model/metrics/nps.h"
#include "service/flow-ties.h"
#include "service/flow.h"
#include "service/today/seen-to.h"
#include "store/named-query.h"

#define HIGHEST_DISSATISFIED 2

static gboolean
has_low_score(CareRecord *feedback)
{
    return care_record_is_set(feedback, CARE_FEEDBACK_SCORE)
           && care_record_int(feedback, CARE_FEEDBACK_SCORE) < CARE_NPS_LOWEST_PASSIVE;
}

gboolean
care_feedback_is_low(CareRecord *feedback)
{
    return has_low_score(feedback)
           || (care_record_is_set(feedback, CARE_FEEDBACK_SATISFACTION)
               && care_record_int(feedback, CARE_FEEDBACK_SATISFACTION) <= HIGHEST_DISSATISFIED);
}

/* The customer's own words; without any, what the number says that is low. */
static char *
words_of(CareRecord *feedback)
{
    if (care_record_is_set(feedback, CARE_FEEDBACK_COMMENT))
        return g_strdup(care_record_text(feedback, CARE_FEEDBACK_COMMENT));
    if (has_low_score(feedback))
        return g_strdup_printf(_("Gave %d of 10, without a comment"),
                               (int)care_record_int(feedback, CARE_FEEDBACK_SCORE));
    return g_strdup_printf(_("Gave %d of 5, without a comment"),
                           (int)care_record_int(feedback, CARE_FEEDBACK_SATISFACTION));
}

static gboolean
open_complaint(CareTransaction *transaction, CareRecord *feedback, GError **error)
{
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());
    g_autofree char *words = words_of(feedback);

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER,
                        care_record_int(feedback, CARE_FEEDBACK_CUSTOMER));
    care_record_set_int(complaint, CARE_COMPLAINT_JOB, care_record_int(feedback, CARE_FEEDBACK_JOB));
    care_record_set_int(complaint, CARE_COMPLAINT_FEEDBACK, care_record_id(feedback));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, words);
    care_record_set_text(complaint, CARE_COMPLAINT_CHANNEL,
                         care_record_text(feedback, CARE_FEEDBACK_CHANNEL));
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, care_record_int(feedback, CARE_FEEDBACK_AT));
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED_BY,
                        care_record_int(feedback, CARE_FEEDBACK_STAFF));
    return care_flow_save_along(transaction, complaint, error);
}

static gboolean
says_something(CareRecord *feedback)
{
    return care_record_is_set(feedback, CARE_FEEDBACK_SCORE)
           || care_record_is_set(feedback, CARE_FEEDBACK_SATISFACTION)
           || care_record_is_set(feedback, CARE_FEEDBACK_COMMENT);
}

static gboolean
refuse_silence(GError **error)
{
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("This answer says nothing yet. Nothing was changed; write down a score, how satisfied they "
          "are, or their words."));
    return FALSE;
}

/* One that stands and says nothing may go on to. Whoever has answered is not asked any more (S14): about this job, or at all
 * where the answer names none. */
static gboolean
prepare(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    if (!says_something(feedback) && (old == NULL || says_something(old)))
        return refuse_silence(error);
    if (old == NULL && !care_record_is_set(feedback, CARE_FEEDBACK_AT))
        care_record_set_int(feedback, CARE_FEEDBACK_AT, care_transaction_now(transaction));
    return (old != NULL && care_record_field_equal(feedback, old, CARE_FEEDBACK_JOB))
           || care_seen_to_note_answer(transaction, feedback, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    CareId complaint = 0;

    if ((old != NULL && !care_seen_to_settle(transaction, old, error))
        || !care_seen_to_settle(transaction, feedback, error))
        return FALSE;
    if (!care_feedback_is_low(feedback))
        return TRUE;
    return care_query_int(care_transaction_connection(transaction), "feedback/complaint-of-answer",
                          &complaint, error, "i", care_record_id(feedback))
           && (complaint != 0 || open_complaint(transaction, feedback, error));
}

/* Nobody has done anything about it yet. */
static gboolean
is_untouched(CareRecord *complaint)
{
    return !care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
           && !care_record_is_set(complaint, CARE_COMPLAINT_CAUSE)
           && !care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED);
}

static const CareTie opened = { &care_complaint_kind, CARE_COMPLAINT_FEEDBACK, is_untouched };
static const CareTie complaints = { &care_complaint_kind, CARE_COMPLAINT_FEEDBACK, NULL };

static gboolean
moved(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    return care_tie_move(transaction, &complaints, care_record_id(feedback),
                         care_record_int(feedback, CARE_FEEDBACK_CUSTOMER), error);
}

static gboolean
removed(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_tie_remove(transaction, &opened, care_record_id(old), error)
           && care_seen_to_settle(transaction, old, error);
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_seen_to_settle(transaction, old, error)
           && care_tie_undelete(transaction, &opened, care_record_id(old), care_record_stamp(old).deleted,
                                error);
}

/* Schema 1 did not ask whether it says something. */
static gboolean
check_alone(CareRecord *feedback, const CareAsked *asked, GError **error)
{
    if (asked->schema < CARE_SCHEMA_THAT_ASKED || says_something(feedback))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        _("It says nothing: it has no score and no words, nor how satisfied they were."));
    return FALSE;
}

const CareKindFlow care_feedback_flow = {
    .kind = &care_feedback_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_FEEDBACK_CUSTOMER,
    .removed = removed,
    .undeleted = undeleted,
    .check_alone = check_alone,
};
