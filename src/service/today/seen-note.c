/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a contact or an answer has seen to, as it is written down with it (decision 0014). */
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/today/due-merge.h"
#include "service/today/seen-private.h"
#include "service/today/seen-to.h"
#include "service/today/seen-words.h"
#include "service/today/seers.h"
#include "store/named-query.h"

/* What stood on a line is worked out as if the seer had said nothing so far. */
static gboolean
let_wait(CareTransaction *transaction, CareRecord *old, GError **error)
{
    const CareSettling settling = { transaction, NULL, old, old != NULL ? care_record_id(old) : 0, NULL };

    return care_settling_each_step(&settling, old, care_settling_settle, error);
}

/* Of the same step; and one of before schema 4 that reached nobody wrote down none. */
static gboolean
says_the_same(CareRecord *contact, CareRecord *old)
{
    return old != NULL && care_record_field_equal(contact, old, CARE_INTERACTION_FOLLOWUP)
           && (care_record_is_set(contact, CARE_INTERACTION_SEEN_TO) || care_interaction_has_met(old)
               || !care_interaction_has_met(contact));
}

/* What it has not said before of what it is about by now. */
typedef gboolean (*Note)(CareTransaction *transaction, CareRecord *seer, GArray *steps, GError **error);

static gboolean
note(CareTransaction *transaction, CareRecord *seer, const char *words, Note func, GError **error)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autofree char *all = NULL;

    if (!func(transaction, seer, steps, error))
        return FALSE;
    all = care_seen_words_add(words, steps);
    care_record_set_text(seer, care_seers_of(seer)->seen_to, all);
    return TRUE;
}

/* It is about something else than old (nullable) was: as it said it when it was about that before, or anew. */
static gboolean
turn_to(CareTransaction *transaction, CareRecord *seer, CareRecord *old, CareId then, CareId now, Note func,
        GError **error)
{
    g_autofree char *away = care_seen_words_put_away(care_seers_words(old), then);
    g_autofree char *again = care_seen_words_take_up(away, now);

    if (again == NULL)
        return let_wait(transaction, old, error) && note(transaction, seer, away, func, error);
    care_record_set_text(seer, care_seers_of(seer)->seen_to, again);
    return TRUE;
}

gboolean
care_seen_note_named(CareTransaction *transaction, CareRecord *contact, GArray *steps, GError **error)
{
    const CareId step = care_record_int(contact, CARE_INTERACTION_FOLLOWUP);
    g_autoptr(CareRecord) followup
        = step != 0 ? care_transaction_load(transaction, &care_followup_kind, step, error) : NULL;

    if (followup == NULL)
        return step == 0;
    if (care_followup_is(followup, CARE_FOLLOWUP_OPEN))
        return care_due_add_line(transaction, followup, care_seers_instant(contact), steps, error);
    g_array_append_val(steps, step);
    return TRUE;
}

gboolean
care_seen_to_note_contact(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    return says_the_same(contact, old)
           || turn_to(transaction, contact, old,
                      old != NULL ? care_record_int(old, CARE_INTERACTION_FOLLOWUP) : 0,
                      care_record_int(contact, CARE_INTERACTION_FOLLOWUP), care_seen_note_named, error);
}

/* Where the answer names no job, it is to what was asked by then. */
static gboolean
is_answered(CareRecord *answer, CareRecord *question)
{
    return care_record_is_set(answer, CARE_FEEDBACK_JOB)
           || care_record_stamp(question).created <= care_seers_instant(answer);
}

static gboolean
add_question(CareTransaction *transaction, CareRecord *answer, CareId id, GArray *steps, GError **error)
{
    g_autoptr(CareRecord) question = care_transaction_load(transaction, &care_followup_kind, id, error);

    if (question == NULL)
        return FALSE;
    if (!is_answered(answer, question))
        return TRUE;
    if (care_followup_is(question, CARE_FOLLOWUP_OPEN))
        return care_due_add_line_of_question(transaction, question, care_seers_instant(answer),
                                             care_record_id(answer), steps, error);
    g_array_append_val(steps, id);
    return TRUE;
}

gboolean
care_seen_note_questions(CareTransaction *transaction, CareRecord *answer, GArray *steps, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(
        care_transaction_connection(transaction), "feedback/open-questions", error, "ii",
        care_record_int(answer, CARE_FEEDBACK_CUSTOMER), care_record_int(answer, CARE_FEEDBACK_JOB));

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!add_question(transaction, answer, g_array_index(ids, CareId, i), steps, error))
            return FALSE;
    return ids != NULL;
}

/* The job that it is about or, where it names none, whatever its customer was asked. */
static CareId
subject_of(CareRecord *answer)
{
    return care_record_is_set(answer, CARE_FEEDBACK_JOB) ? care_record_int(answer, CARE_FEEDBACK_JOB)
                                                         : care_record_int(answer, CARE_FEEDBACK_CUSTOMER);
}

/* With its job it goes to another customer before the job's steps do; they follow. */
gboolean
care_seen_to_note_answer(CareTransaction *transaction, CareRecord *answer, CareRecord *old, GError **error)
{
    if (old == NULL || subject_of(answer) != subject_of(old))
        return turn_to(transaction, answer, old, old != NULL ? subject_of(old) : 0, subject_of(answer),
                       care_seen_note_questions, error);
    return care_record_field_equal(answer, old, CARE_FEEDBACK_CUSTOMER)
           || note(transaction, answer, care_seers_words(old), care_seen_note_questions, error);
}
