/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a contact or an answer has seen to (decision 0014). */
#include "service/today/seen-to.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "service/today/due-merge.h"
#include "service/today/seen-words.h"
#include "service/today/seers.h"
#include "store/named-query.h"

#define SCHEMA_THAT_SAYS 4 /* what a contact or an answer has seen to */

/* What is settled: the steps of seer, as it is now, and of old, as it was; both nullable. */
typedef struct {
    CareTransaction *transaction;
    CareRecord *seer;
    CareRecord *old;
    CareId without;               /* one that is to count no more, though it stands */
    const CareKindBrought *along; /* what came with seer by a file; NULL: it is entered here */
} Settling;

/* It stands, and somebody was reached. */
static gboolean
counts(const Settling *self, CareRecord *seer)
{
    return care_record_stamp(seer).deleted == 0 && care_record_id(seer) != self->without
           && (care_seers_of(seer)->counts == NULL || care_seers_of(seer)->counts(seer));
}

/* The first of them that counts; 0: there is none. */
static CareInstant
first_of(const Settling *self, GPtrArray *seers)
{
    CareInstant first = 0;

    for (guint i = 0; i < seers->len; i++)
        if (counts(self, seers->pdata[i]) && (first == 0 || care_seers_instant(seers->pdata[i]) < first))
            first = care_seers_instant(seers->pdata[i]);
    return first;
}

/* A seer marks with its own instant; any other is somebody's by hand. */
static gboolean
is_mark(const Settling *self, GPtrArray *seers, CareInstant done)
{
    if ((self->seer != NULL && done == care_seers_instant(self->seer))
        || (self->old != NULL && done == care_seers_instant(self->old)))
        return TRUE;
    for (guint i = 0; i < seers->len; i++)
        if (done == care_seers_instant(seers->pdata[i]))
            return TRUE;
    return FALSE;
}

#define MARKS "care-seen-to-marks" /* of a step: it is being marked here */

gboolean
care_seen_to_is_marking(CareRecord *followup)
{
    return g_object_get_data(G_OBJECT(followup), MARKS) != NULL;
}

/* at: 0 for a step that waits again. */
static void
say_done(CareRecord *followup, CareInstant at)
{
    care_record_set_text(followup, CARE_FOLLOWUP_STATE,
                         care_followup_state_word(at != 0 ? CARE_FOLLOWUP_KEPT : CARE_FOLLOWUP_OPEN));
    if (at != 0)
        care_record_set_int(followup, CARE_FOLLOWUP_DONE, at);
    else
        care_record_clear(followup, CARE_FOLLOWUP_DONE);
    g_object_set_data(G_OBJECT(followup), MARKS, followup);
}

static gboolean
mark(CareTransaction *transaction, CareRecord *followup, CareInstant at, GError **error)
{
    if (at == care_record_int(followup, CARE_FOLLOWUP_DONE))
        return TRUE;
    say_done(followup, at);
    return care_flow_save_along(transaction, followup, error);
}

static gboolean
settle(const Settling *self, CareRecord *followup, GError **error)
{
    g_autoptr(GPtrArray) seers = NULL;

    if (care_followup_is(followup, CARE_FOLLOWUP_LET_GO))
        return TRUE;
    seers = care_seers_find(self->transaction, care_record_id(followup), FALSE, error);
    if (seers == NULL)
        return FALSE;
    if (care_followup_is(followup, CARE_FOLLOWUP_KEPT)
        && !is_mark(self, seers, care_record_int(followup, CARE_FOLLOWUP_DONE)))
        return TRUE;
    return mark(self->transaction, followup, first_of(self, seers), error);
}

static gboolean
was_brought(const Settling *self, CareId id, gboolean *came, GError **error)
{
    CareConnection *connection = care_transaction_connection(self->transaction);

    return care_kind_was_brought(connection, self->along, id, came, error);
}

/* By somebody here: what came along was opened where it was written, before the seer said that it saw to it. */
static gboolean
was_opened_here(const Settling *self, CareId step, gboolean *opened, GError **error)
{
    g_autoptr(GPtrArray) passed = care_seers_find(self->transaction, step, TRUE, error);

    for (guint i = 0; passed != NULL && i < passed->len && !*opened; i++) {
        gboolean came;

        if (!was_brought(self, care_record_id(passed->pdata[i]), &came, error))
            return FALSE;
        *opened = !came;
    }
    return passed != NULL;
}

/* What came along says already what follows; another day, or other words, of what was here say not that it is to be done again. */
static gboolean
settle_restored(const Settling *self, CareRecord *followup, GError **error)
{
    gboolean came, opened = FALSE;

    if (!was_brought(self, care_record_id(followup), &came, error))
        return FALSE;
    if (care_followup_is(followup, CARE_FOLLOWUP_OPEN)
        && care_record_stamp(followup).changed < care_record_stamp(self->seer).created)
        return settle(self, followup, error);
    return came
           || ((!care_followup_is(followup, CARE_FOLLOWUP_OPEN)
                || was_opened_here(self, care_record_id(followup), &opened, error))
               && (opened || settle(self, followup, error)));
}

typedef gboolean (*Settle)(const Settling *self, CareRecord *followup, GError **error);

/* followup NULL: there is no such step any more. */
static gboolean
load_step(CareTransaction *transaction, CareId step, CareRecord **followup, GError **error)
{
    g_autoptr(GError) local = NULL;

    *followup = care_transaction_load(transaction, &care_followup_kind, step, &local);
    if (*followup != NULL || g_error_matches(local, CARE_ERROR, CARE_ERROR_NOT_FOUND))
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

/* A file may name any step: nobody has seen to another customer's, nor to one that is not seen. */
static gboolean
is_theirs(CareRecord *followup, CareRecord *seer)
{
    return care_record_stamp(followup).deleted == 0
           && care_record_customer(followup) == care_record_customer(seer);
}

/* seer: one of the two; nullable. */
static gboolean
each_step(const Settling *self, CareRecord *seer, Settle func, GError **error)
{
    g_autoptr(GArray) steps = care_seen_words_steps(care_seers_words(seer));

    for (guint i = 0; i < steps->len; i++) {
        g_autoptr(CareRecord) followup = NULL;

        if (!load_step(self->transaction, g_array_index(steps, CareId, i), &followup, error))
            return FALSE;
        if (followup != NULL && is_theirs(followup, seer) && !func(self, followup, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_seen_to_settle(CareTransaction *transaction, CareRecord *seer, CareRecord *old, GError **error)
{
    const Settling settling = { transaction, seer, old, 0, NULL };

    return each_step(&settling, old, settle, error) && each_step(&settling, seer, settle, error);
}

gboolean
care_seen_to_settle_step(CareTransaction *transaction, CareId step, GError **error)
{
    const Settling settling = { transaction, NULL, NULL, 0, NULL };
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, step, error);

    return followup != NULL && settle(&settling, followup, error);
}

/* What stood on a line is worked out as if the seer had said nothing so far. */
static gboolean
let_wait(CareTransaction *transaction, CareRecord *old, GError **error)
{
    const Settling settling = { transaction, NULL, old, old != NULL ? care_record_id(old) : 0, NULL };

    return each_step(&settling, old, settle, error);
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

static gboolean
add_named(CareTransaction *transaction, CareRecord *contact, GArray *steps, GError **error)
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
                      care_record_int(contact, CARE_INTERACTION_FOLLOWUP), add_named, error);
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

static gboolean
add_questions(CareTransaction *transaction, CareRecord *answer, GArray *steps, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(
        care_transaction_connection(transaction), "feedback/open-questions", error, "ii",
        care_record_int(answer, CARE_FEEDBACK_CUSTOMER), care_record_int(answer, CARE_FEEDBACK_JOB));

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!add_question(transaction, answer, g_array_index(ids, CareId, i), steps, error))
            return FALSE;
    return ids != NULL;
}

/* What came along is as it was where it was written; and what was made since, or somebody opened here, nobody has answered. */
static gboolean
is_to_ask(const Settling *self, CareId step, gboolean *is, GError **error)
{
    g_autoptr(CareRecord) followup = NULL;
    gboolean came, opened = FALSE;

    if (!was_brought(self, step, &came, error) || !was_opened_here(self, step, &opened, error)
        || !load_step(self->transaction, step, &followup, error))
        return FALSE;
    *is = came || opened || followup == NULL
          || care_record_stamp(followup).created >= care_record_stamp(self->seer).created;
    return TRUE;
}

static gboolean
keep_answered(const Settling *self, GArray *steps, GError **error)
{
    for (guint i = steps->len; i > 0; i--) {
        gboolean is;

        if (!is_to_ask(self, g_array_index(steps, CareId, i - 1), &is, error))
            return FALSE;
        if (is)
            g_array_remove_index(steps, i - 1);
    }
    return TRUE;
}

/* Before schema 4 neither of the two said it, and of a step that was here the file does not. */
static gboolean
add_restored(const Settling *self, GArray *steps, GError **error)
{
    const CareId named = care_record_kind(self->seer) == &care_interaction_kind
                             ? care_record_int(self->seer, CARE_INTERACTION_FOLLOWUP)
                             : 0;
    gboolean came = TRUE;

    if (care_record_kind(self->seer) == &care_feedback_kind)
        return add_questions(self->transaction, self->seer, steps, error)
               && keep_answered(self, steps, error);
    return named == 0
           || (was_brought(self, named, &came, error)
               && (came || add_named(self->transaction, self->seer, steps, error)));
}

static gboolean
note_restored(const Settling *self, GError **error)
{
    const CareSeers *seers = care_seers_of(self->seer);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autofree char *all = NULL;

    if (care_seers_words(self->seer) != NULL && self->along->schema >= SCHEMA_THAT_SAYS)
        return TRUE;
    if (!add_restored(self, steps, error))
        return FALSE;
    all = care_seen_words_add(care_seers_words(self->seer), steps);
    return g_strcmp0(all, care_seers_words(self->seer)) == 0
           || care_flow_write_down(self->transaction, self->seer, seers->seen_to, all, error);
}

gboolean
care_seen_to_settle_restored(CareTransaction *transaction, CareRecord *seer, const CareKindBrought *along,
                             GError **error)
{
    const Settling settling = { transaction, seer, NULL, 0, along };

    return !counts(&settling, seer)
           || (note_restored(&settling, error) && each_step(&settling, seer, settle_restored, error));
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
                       add_questions, error);
    return care_record_field_equal(answer, old, CARE_FEEDBACK_CUSTOMER)
           || note(transaction, answer, care_seers_words(old), add_questions, error);
}

/* Nobody writes on them: it is what somebody says of the step. */
static gboolean
pass_over(CareTransaction *transaction, GPtrArray *seers, CareId step, GError **error)
{
    for (guint i = 0; i < seers->len; i++) {
        CareRecord *seer = seers->pdata[i];
        g_autofree char *words = care_seen_words_pass(care_seers_words(seer), step);

        if (!care_flow_write_down(transaction, seer, care_seers_of(seer)->seen_to, words, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_seen_to_pass_over(CareTransaction *transaction, CareRecord *followup, gboolean was_done, GError **error)
{
    const Settling settling = { transaction, NULL, NULL, 0, NULL };
    const CareId step = care_record_id(followup);
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, step, FALSE, error);

    if (seers == NULL)
        return FALSE;
    return (!was_done && first_of(&settling, seers) == 0) || pass_over(transaction, seers, step, error);
}

gboolean
care_seen_to_ask_since(CareTransaction *transaction, CareId step, CareInstant since, GError **error)
{
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, step, FALSE, error);

    if (seers == NULL)
        return FALSE;
    for (guint i = seers->len; i > 0; i--)
        if (care_seers_instant(seers->pdata[i - 1]) >= since)
            g_ptr_array_remove_index(seers, i - 1);
    return pass_over(transaction, seers, step, error);
}

gboolean
care_seen_to_is_marked_since(CareTransaction *transaction, CareRecord *followup, CareInstant since,
                             gboolean *marked, GError **error)
{
    const Settling settling = { transaction, NULL, NULL, 0, NULL };
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, care_record_id(followup), FALSE, error);

    if (seers == NULL)
        return FALSE;
    *marked = care_followup_is(followup, CARE_FOLLOWUP_KEPT)
              && is_mark(&settling, seers, care_record_int(followup, CARE_FOLLOWUP_DONE));
    for (guint i = 0; i < seers->len && *marked; i++)
        *marked = !counts(&settling, seers->pdata[i]) || care_record_stamp(seers->pdata[i]).created >= since;
    return TRUE;
}

gboolean
care_seen_to_take_up(CareTransaction *transaction, CareRecord *followup, GError **error)
{
    const Settling settling = { transaction, NULL, NULL, 0, NULL };
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, care_record_id(followup), FALSE, error);

    if (seers != NULL)
        say_done(followup, first_of(&settling, seers));
    return seers != NULL;
}

gboolean
care_seen_to_check_words(CareRecord *seer, const CareAsked *asked, GError **error)
{
    return asked->schema < CARE_SCHEMA_TO_COME || care_seen_words_are_whole(care_seers_words(seer))
           || care_refuse(error, CARE_ERROR_REFUSED, _("What it says it has seen to is no step."));
}
