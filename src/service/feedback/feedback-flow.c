/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/feedback-flow.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/feedback.h"
#include "model/metrics/nps.h"
#include "service/flow-ties.h"
#include "service/flow-uses.h"
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

static char *
words_of_score(int score)
{
    return g_strdup_printf(_("Gave %d of 10, without a comment"), score);
}

static char *
words_of_satisfaction(int satisfaction)
{
    return g_strdup_printf(_("Gave %d of 5, without a comment"), satisfaction);
}

/* The customer's own words; without any, what the number says that is low. */
static char *
words_of(CareRecord *feedback)
{
    if (care_record_is_set(feedback, CARE_FEEDBACK_COMMENT))
        return g_strdup(care_record_text(feedback, CARE_FEEDBACK_COMMENT));
    return has_low_score(feedback)
               ? words_of_score((int)care_record_int(feedback, CARE_FEEDBACK_SCORE))
               : words_of_satisfaction((int)care_record_int(feedback, CARE_FEEDBACK_SATISFACTION));
}

gboolean
care_feedback_wrote(const char *words)
{
    gboolean wrote = FALSE;

    for (int i = 0; i < CARE_NPS_LOWEST_PASSIVE && !wrote; i++) {
        g_autofree char *score = words_of_score(i);
        g_autofree char *satisfaction = words_of_satisfaction(i);

        wrote = g_strcmp0(words, score) == 0
                || (i <= HIGHEST_DISSATISFIED && g_strcmp0(words, satisfaction) == 0);
    }
    return wrote;
}

/* Who took it, where the answer does not say that, is whoever wrote it down. */
static void
say(CareRecord *complaint, CareRecord *feedback)
{
    g_autofree char *words = words_of(feedback);

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER,
                        care_record_int(feedback, CARE_FEEDBACK_CUSTOMER));
    care_record_set_int(complaint, CARE_COMPLAINT_JOB, care_record_int(feedback, CARE_FEEDBACK_JOB));
    care_record_set_int(complaint, CARE_COMPLAINT_FEEDBACK, care_record_id(feedback));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, words);
    care_record_set_text(complaint, CARE_COMPLAINT_CHANNEL,
                         care_record_text(feedback, CARE_FEEDBACK_CHANNEL));
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, care_record_int(feedback, CARE_FEEDBACK_AT));
    if (care_record_is_set(feedback, CARE_FEEDBACK_STAFF))
        care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED_BY,
                            care_record_int(feedback, CARE_FEEDBACK_STAFF));
}

static gboolean
open_complaint(CareTransaction *transaction, CareRecord *feedback, GError **error)
{
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());

    say(complaint, feedback);
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
    return care_seen_to_note_answer(transaction, feedback, old, error);
}

/* Without a comment they are the program's, in the language that it spoke then: nobody has written anything since. */
static gboolean
are_words_ours(CareRecord *complaint, CareRecord *answer)
{
    CareRecordStamp stamp = care_record_stamp(complaint);
    int number = has_low_score(answer) ? CARE_FEEDBACK_SCORE : CARE_FEEDBACK_SATISFACTION;
    g_autofree char *digits = g_strdup_printf("%d", (int)care_record_int(answer, number));

    return !care_record_is_set(answer, CARE_FEEDBACK_COMMENT) && stamp.changed == stamp.created
           && strstr(care_record_text(complaint, CARE_COMPLAINT_WORDS), digits) != NULL;
}

gboolean
care_feedback_left_as_opened(CareTransaction *transaction, CareRecord *complaint, CareRecord *answer,
                             gboolean *as_opened, GError **error)
{
    g_autoptr(CareRecord) opened = CARE_RECORD(care_complaint_new());
    gboolean named = FALSE;

    care_record_set_int(opened, CARE_COMPLAINT_RECEIVED_BY,
                        care_record_int(complaint, CARE_COMPLAINT_RECEIVED_BY));
    say(opened, answer);
    if (are_words_ours(complaint, answer))
        care_record_assign_field(opened, complaint, CARE_COMPLAINT_WORDS);
    if (!care_flow_find_named(transaction, complaint, &named, error))
        return FALSE;
    *as_opened = !named && care_flow_is_untouched(complaint, opened);
    return TRUE;
}

static gboolean
say_again(CareTransaction *transaction, CareId id, CareRecord *feedback, GError **error)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);
    g_autoptr(CareRecord) before = complaint != NULL ? care_record_copy(complaint) : NULL;

    if (complaint == NULL)
        return FALSE;
    say(complaint, feedback);
    return care_record_equal(complaint, before) || care_flow_save_along(transaction, complaint, error);
}

/* What was low and is put right to what is not opens no complaint after all; whatever else is put right is the complaint's, too.
 * Somebody who has done something about it has the last word. */
static gboolean
put_right(CareTransaction *transaction, CareRecord *complaint, CareRecord *feedback, CareRecord *old,
          GError **error)
{
    gboolean as_opened = FALSE;

    if (old == NULL || !care_feedback_is_low(old))
        return TRUE;
    if (!care_feedback_left_as_opened(transaction, complaint, old, &as_opened, error))
        return FALSE;
    if (!as_opened)
        return TRUE;
    return care_feedback_is_low(feedback)
               ? say_again(transaction, care_record_id(complaint), feedback, error)
               : care_flow_remove_made(transaction, &care_complaint_kind, care_record_id(complaint), error);
}

static gboolean
becomes_low(CareRecord *feedback, CareRecord *old)
{
    return care_feedback_is_low(feedback) && (old == NULL || !care_feedback_is_low(old));
}

/* One that went because the answer was put right, and it is low again. What somebody deleted stays so. */
static gboolean
open_again(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    CareId id = 0;

    if (!becomes_low(feedback, old))
        return TRUE;
    return care_query_int(care_transaction_connection(transaction), "feedback/complaint-before", &id, error,
                          "i", care_record_id(feedback))
           && (id == 0
               || (care_flow_add_again(transaction, &care_complaint_kind, id, error)
                   && say_again(transaction, id, feedback, error)));
}

/* One complaint for an answer, for as long as it is low. None where it was low already: its complaint is gone for good. */
static gboolean
keep_complaint(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) complaint = NULL;
    CareId id = 0;

    if (!care_query_int(care_transaction_connection(transaction), "feedback/complaint-of-answer", &id, error,
                        "i", care_record_id(feedback)))
        return FALSE;
    if (id == 0)
        return !becomes_low(feedback, old) || open_complaint(transaction, feedback, error);
    complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);
    if (complaint == NULL)
        return FALSE;
    return care_record_stamp(complaint).deleted != 0
               ? open_again(transaction, feedback, old, error)
               : put_right(transaction, complaint, feedback, old, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    return care_seen_to_settle(transaction, feedback, old, error)
           && keep_complaint(transaction, feedback, old, error);
}

static const CareTie complaints = { &care_complaint_kind, CARE_COMPLAINT_FEEDBACK, NULL };

static gboolean
moved(CareTransaction *transaction, CareRecord *feedback, CareRecord *old, GError **error)
{
    return care_tie_move(transaction, &complaints, care_record_id(feedback),
                         care_record_int(feedback, CARE_FEEDBACK_CUSTOMER), error);
}

static gboolean
remove_as_opened(CareTransaction *transaction, CareRecord *complaint, CareRecord *answer, GError **error)
{
    gboolean as_opened = FALSE;

    return care_record_stamp(complaint).deleted != 0
           || (care_feedback_left_as_opened(transaction, complaint, answer, &as_opened, error)
               && (!as_opened
                   || care_flow_remove_along(transaction, &care_complaint_kind, care_record_id(complaint),
                                             error)));
}

/* What somebody has worked on is theirs, and stays without it. */
static gboolean
removed(CareTransaction *transaction, CareRecord *old, GError **error)
{
    g_autoptr(GPtrArray) all = care_tie_load(transaction, &complaints, care_record_id(old), error);

    for (guint i = 0; all != NULL && i < all->len; i++)
        if (!remove_as_opened(transaction, all->pdata[i], old, error))
            return FALSE;
    return all != NULL && care_seen_to_settle(transaction, old, NULL, error);
}

/* One that is not low any more had its complaint go before, be it in the same second. */
static gboolean
undeleted(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_seen_to_settle(transaction, old, NULL, error)
           && (!care_feedback_is_low(old)
               || care_tie_undelete(transaction, &complaints, care_record_id(old),
                                    care_record_stamp(old).deleted, error));
}

/* Schema 1 did not ask whether it says something. */
static gboolean
check_alone(CareRecord *feedback, const CareAsked *asked, GError **error)
{
    if (asked->schema < CARE_SCHEMA_THAT_ASKED || says_something(feedback))
        return care_seen_to_check_words(feedback, asked, error);
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
    .restored = care_seen_to_settle_restored,
    .check_alone = check_alone,
};
