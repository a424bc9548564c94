/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a contact or an answer has seen to (decision 0014). */
#include "service/today/seen-to.h"

#include "core/errors.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "service/today/due-merge.h"
#include "store/named-query.h"

/* The two kinds that see to steps. */
typedef struct {
    const CareKind *kind;
    const char *query; /* those that saw to a step */
    int at;
    int seen_to;
    gboolean (*counts)(CareRecord *seer); /* NULL: always */
} Seers;

static const Seers all_seers[] = {
    { &care_interaction_kind, "today/contacts-of-step", CARE_INTERACTION_AT, CARE_INTERACTION_SEEN_TO,
      care_interaction_has_met },
    { &care_feedback_kind, "today/answers-of-step", CARE_FEEDBACK_AT, CARE_FEEDBACK_SEEN_TO, NULL },
};

static const Seers *
seers_of(CareRecord *seer)
{
    return care_record_kind(seer) == all_seers[0].kind ? &all_seers[0] : &all_seers[1];
}

/* What is settled: the steps of seer, as it is now, and of old, as it was; both nullable. */
typedef struct {
    CareTransaction *transaction;
    CareRecord *seer;
    CareRecord *old;
    CareId without;               /* one that is to count no more, though it stands */
    const CareKindBrought *along; /* what came with seer by a file; NULL: it is entered here */
} Settling;

static gboolean
add_seers(const Settling *self, const Seers *seers, CareId step, GPtrArray *found, GError **error)
{
    g_autofree char *words = care_id_to_string(step);
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(self->transaction), seers->query,
                                           error, "is", step, words);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) seer
            = care_transaction_load(self->transaction, seers->kind, g_array_index(ids, CareId, i), error);

        if (seer == NULL)
            return FALSE;
        g_ptr_array_add(found, g_steal_pointer(&seer));
    }
    return ids != NULL;
}

/* All that say they saw to the step, of both kinds; transfer full. NULL on an error. */
static GPtrArray *
find_seers(const Settling *self, CareId step, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_object_unref);

    for (gsize i = 0; i < G_N_ELEMENTS(all_seers); i++)
        if (!add_seers(self, &all_seers[i], step, found, error))
            return NULL;
    return g_steal_pointer(&found);
}

static CareInstant
instant_of(CareRecord *seer)
{
    return care_record_int(seer, seers_of(seer)->at);
}

/* It stands, and somebody was reached. */
static gboolean
counts(const Settling *self, CareRecord *seer)
{
    return care_record_stamp(seer).deleted == 0 && care_record_id(seer) != self->without
           && (seers_of(seer)->counts == NULL || seers_of(seer)->counts(seer));
}

/* The first of them that counts; 0: there is none. */
static CareInstant
first_of(const Settling *self, GPtrArray *seers)
{
    CareInstant first = 0;

    for (guint i = 0; i < seers->len; i++)
        if (counts(self, seers->pdata[i]) && (first == 0 || instant_of(seers->pdata[i]) < first))
            first = instant_of(seers->pdata[i]);
    return first;
}

/* A seer marks with its own instant; any other is somebody's by hand. */
static gboolean
is_mark(const Settling *self, GPtrArray *seers, CareInstant done)
{
    if ((self->seer != NULL && done == instant_of(self->seer))
        || (self->old != NULL && done == instant_of(self->old)))
        return TRUE;
    for (guint i = 0; i < seers->len; i++)
        if (done == instant_of(seers->pdata[i]))
            return TRUE;
    return FALSE;
}

static gboolean
is_in_state(CareRecord *followup, CareFollowupState state)
{
    return care_followup_state_is(care_record_text(followup, CARE_FOLLOWUP_STATE), state);
}

#define MARKS "care-seen-to-marks" /* of a step: it is being marked here */

gboolean
care_seen_to_is_marking(CareRecord *followup)
{
    return g_object_get_data(G_OBJECT(followup), MARKS) != NULL;
}

/* at: 0 for a step that waits again. */
static gboolean
mark(CareTransaction *transaction, CareRecord *followup, CareInstant at, GError **error)
{
    if (at == care_record_int(followup, CARE_FOLLOWUP_DONE))
        return TRUE;
    care_record_set_text(followup, CARE_FOLLOWUP_STATE,
                         care_followup_state_word(at != 0 ? CARE_FOLLOWUP_KEPT : CARE_FOLLOWUP_OPEN));
    if (at != 0)
        care_record_set_int(followup, CARE_FOLLOWUP_DONE, at);
    else
        care_record_clear(followup, CARE_FOLLOWUP_DONE);
    g_object_set_data(G_OBJECT(followup), MARKS, followup);
    return care_flow_save_along(transaction, followup, error);
}

static gboolean
settle(const Settling *self, CareRecord *followup, GError **error)
{
    g_autoptr(GPtrArray) seers = NULL;

    if (is_in_state(followup, CARE_FOLLOWUP_LET_GO))
        return TRUE;
    seers = find_seers(self, care_record_id(followup), error);
    if (seers == NULL)
        return FALSE;
    if (is_in_state(followup, CARE_FOLLOWUP_KEPT)
        && !is_mark(self, seers, care_record_int(followup, CARE_FOLLOWUP_DONE)))
        return TRUE;
    return mark(self->transaction, followup, first_of(self, seers), error);
}

/* What somebody decided since is newer than what the seer says; what came along says already what follows. */
static gboolean
settle_restored(const Settling *self, CareRecord *followup, GError **error)
{
    gboolean came = FALSE;

    if (is_in_state(followup, CARE_FOLLOWUP_OPEN))
        return care_record_stamp(followup).changed >= care_record_stamp(self->seer).created
               || settle(self, followup, error);
    return care_kind_was_brought(care_transaction_connection(self->transaction), self->along,
                                 care_record_id(followup), &came, error)
           && (came || settle(self, followup, error));
}

typedef gboolean (*Settle)(const Settling *self, CareRecord *followup, GError **error);

/* followup NULL: there is no such step any more. */
static gboolean
load_step(CareTransaction *transaction, const char *id, CareRecord **followup, GError **error)
{
    g_autoptr(GError) local = NULL;
    CareId step = 0;

    *followup = NULL;
    if (!care_id_parse(id, &step) || step == 0)
        return TRUE;
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
    const char *seen_to = seer != NULL ? care_record_text(seer, seers_of(seer)->seen_to) : NULL;
    g_auto(GStrv) ids = g_strsplit(seen_to != NULL ? seen_to : "", " ", -1);

    for (guint i = 0; ids[i] != NULL; i++) {
        g_autoptr(CareRecord) followup = NULL;

        if (!load_step(self->transaction, ids[i], &followup, error))
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

gboolean
care_seen_to_settle_restored(CareTransaction *transaction, CareRecord *seer, const CareKindBrought *along,
                             GError **error)
{
    const Settling settling = { transaction, seer, NULL, 0, along };

    return !counts(&settling, seer) || each_step(&settling, seer, settle_restored, error);
}

/* What stood on a line is worked out as if the seer had said nothing so far. */
static gboolean
let_wait(CareTransaction *transaction, CareRecord *old, GError **error)
{
    const Settling settling = { transaction, NULL, old, old != NULL ? care_record_id(old) : 0, NULL };

    return each_step(&settling, old, settle, error);
}

static gboolean
has_step(GArray *steps, guint before, CareId step)
{
    for (guint i = 0; i < before; i++)
        if (g_array_index(steps, CareId, i) == step)
            return TRUE;
    return FALSE;
}

static void
write_steps(CareRecord *seer, GArray *steps)
{
    g_autoptr(GString) words = g_string_new(NULL);

    for (guint i = 0; i < steps->len; i++) {
        g_autofree char *id = care_id_to_string(g_array_index(steps, CareId, i));

        if (!has_step(steps, i, g_array_index(steps, CareId, i)))
            g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", id);
    }
    care_record_set_text(seer, seers_of(seer)->seen_to, words->len > 0 ? words->str : NULL);
}

/* Of the same step; and one of before schema 4 that reached nobody wrote down none. */
static gboolean
says_the_same(CareRecord *contact, CareRecord *old)
{
    return old != NULL && care_record_field_equal(contact, old, CARE_INTERACTION_FOLLOWUP)
           && (care_record_is_set(contact, CARE_INTERACTION_SEEN_TO) || care_interaction_has_met(old)
               || !care_interaction_has_met(contact));
}

gboolean
care_seen_to_note_contact(CareTransaction *transaction, CareRecord *contact, CareRecord *old, GError **error)
{
    const CareId step = care_record_int(contact, CARE_INTERACTION_FOLLOWUP);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(CareRecord) followup = NULL;

    if (says_the_same(contact, old))
        return TRUE;
    if (!let_wait(transaction, old, error))
        return FALSE;
    followup = step != 0 ? care_transaction_load(transaction, &care_followup_kind, step, error) : NULL;
    if (step != 0 && followup == NULL)
        return FALSE;
    if (followup != NULL && !is_in_state(followup, CARE_FOLLOWUP_OPEN))
        g_array_append_val(steps, step);
    else if (followup != NULL && !care_due_add_line(transaction, followup, instant_of(contact), steps, error))
        return FALSE;
    write_steps(contact, steps);
    return TRUE;
}

/* Where the answer names no job, it is to what was asked by then. */
static gboolean
is_answered(CareRecord *answer, CareRecord *question)
{
    return care_record_is_set(answer, CARE_FEEDBACK_JOB)
           || care_record_stamp(question).created <= instant_of(answer);
}

static gboolean
add_question(CareTransaction *transaction, CareRecord *answer, CareId id, GArray *steps, GError **error)
{
    g_autoptr(CareRecord) question = care_transaction_load(transaction, &care_followup_kind, id, error);

    if (question == NULL)
        return FALSE;
    if (!is_answered(answer, question))
        return TRUE;
    if (is_in_state(question, CARE_FOLLOWUP_OPEN))
        return care_due_add_line_of_question(transaction, question, instant_of(answer), steps, error);
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

/* With its job it goes to another customer before the job's steps do; they follow. */
static void
add_noted(CareRecord *answer, GArray *steps)
{
    const char *seen_to = care_record_text(answer, CARE_FEEDBACK_SEEN_TO);
    g_auto(GStrv) ids = g_strsplit(seen_to != NULL ? seen_to : "", " ", -1);

    for (guint i = 0; ids[i] != NULL; i++) {
        CareId step = 0;

        if (care_id_parse(ids[i], &step))
            g_array_append_val(steps, step);
    }
}

gboolean
care_seen_to_note_answer(CareTransaction *transaction, CareRecord *answer, CareRecord *old, GError **error)
{
    const gboolean same_job = old != NULL && care_record_field_equal(answer, old, CARE_FEEDBACK_JOB);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));

    if (same_job && care_record_field_equal(answer, old, CARE_FEEDBACK_CUSTOMER))
        return TRUE;
    if (same_job)
        add_noted(old, steps);
    else if (!let_wait(transaction, old, error))
        return FALSE;
    if (!add_questions(transaction, answer, steps, error))
        return FALSE;
    write_steps(answer, steps);
    return TRUE;
}

/* What somebody decided is newer than what they say of the step: they saw to none (0), which is not that nothing was noted. */
static void
take_out(CareRecord *seer, const char *step)
{
    const int field = seers_of(seer)->seen_to;
    g_auto(GStrv) ids = g_strsplit(care_record_text(seer, field), " ", -1);
    g_autoptr(GString) left = g_string_new(NULL);

    for (guint i = 0; ids[i] != NULL; i++)
        if (!g_str_equal(ids[i], step))
            g_string_append_printf(left, "%s%s", left->len > 0 ? " " : "", ids[i]);
    care_record_set_text(seer, field, left->len > 0 ? left->str : "0");
}

gboolean
care_seen_to_forget_step(CareTransaction *transaction, CareRecord *followup, GError **error)
{
    const Settling settling = { transaction, NULL, NULL, 0, NULL };
    g_autofree char *step = care_id_to_string(care_record_id(followup));
    g_autoptr(GPtrArray) seers = find_seers(&settling, care_record_id(followup), error);

    for (guint i = 0; seers != NULL && i < seers->len; i++) {
        take_out(seers->pdata[i], step);
        if (!care_flow_save_along(transaction, seers->pdata[i], error))
            return FALSE;
    }
    return seers != NULL;
}
