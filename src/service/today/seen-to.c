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

/* Those of one step that count, of both kinds; transfer full. NULL on an error. */
static GPtrArray *
find_seers(CareTransaction *transaction, CareId step, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_object_unref);
    g_autofree char *words = care_id_to_string(step);

    for (gsize i = 0; i < G_N_ELEMENTS(all_seers); i++) {
        const Seers *seers = &all_seers[i];
        g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), seers->query, error,
                                               "is", step, words);

        for (guint j = 0; ids != NULL && j < ids->len; j++) {
            g_autoptr(CareRecord) seer
                = care_transaction_load(transaction, seers->kind, g_array_index(ids, CareId, j), error);

            if (seer == NULL)
                return NULL;
            if (seers->counts == NULL || seers->counts(seer))
                g_ptr_array_add(found, g_steal_pointer(&seer));
        }
        if (ids == NULL)
            return NULL;
    }
    return g_steal_pointer(&found);
}

static CareInstant
instant_of(CareRecord *seer)
{
    return care_record_int(seer, seers_of(seer)->at);
}

/* The first of them; 0: there is none. */
static CareInstant
first_of(GPtrArray *seers)
{
    CareInstant first = 0;

    for (guint i = 0; i < seers->len; i++)
        if (first == 0 || instant_of(seers->pdata[i]) < first)
            first = instant_of(seers->pdata[i]);
    return first;
}

/* A seer marks with its own instant; any other is somebody's by hand. */
static gboolean
is_mark_of_any(CareRecord *seer, GPtrArray *seers, CareInstant done)
{
    if (done == instant_of(seer))
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
    return care_flow_save_along(transaction, followup, error);
}

static gboolean
settle(CareTransaction *transaction, CareRecord *followup, CareRecord *seer, GError **error)
{
    g_autoptr(GPtrArray) seers = NULL;

    if (is_in_state(followup, CARE_FOLLOWUP_LET_GO))
        return TRUE;
    seers = find_seers(transaction, care_record_id(followup), error);
    if (seers == NULL)
        return FALSE;
    if (is_in_state(followup, CARE_FOLLOWUP_KEPT)
        && !is_mark_of_any(seer, seers, care_record_int(followup, CARE_FOLLOWUP_DONE)))
        return TRUE;
    return mark(transaction, followup, first_of(seers), error);
}

static gboolean
settle_untouched(CareTransaction *transaction, CareRecord *followup, CareRecord *contact, GError **error)
{
    return care_record_stamp(followup).changed >= care_record_stamp(contact).created
           || !is_in_state(followup, CARE_FOLLOWUP_OPEN)
           || mark(transaction, followup, instant_of(contact), error);
}

typedef gboolean (*Settle)(CareTransaction *transaction, CareRecord *followup, CareRecord *seer,
                           GError **error);

/* followup NULL: there is no such step any more. */
static gboolean
load_step(CareTransaction *transaction, const char *id, CareRecord **followup, GError **error)
{
    g_autoptr(GError) local = NULL;
    CareId step = 0;

    *followup = NULL;
    if (!care_id_parse(id, &step))
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

static gboolean
each_step(CareTransaction *transaction, CareRecord *seer, Settle func, GError **error)
{
    const char *seen_to = care_record_text(seer, seers_of(seer)->seen_to);
    g_auto(GStrv) ids = g_strsplit(seen_to != NULL ? seen_to : "", " ", -1);

    for (guint i = 0; ids[i] != NULL; i++) {
        g_autoptr(CareRecord) followup = NULL;

        if (!load_step(transaction, ids[i], &followup, error))
            return FALSE;
        if (followup != NULL && is_theirs(followup, seer) && !func(transaction, followup, seer, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_seen_to_settle(CareTransaction *transaction, CareRecord *seer, GError **error)
{
    return each_step(transaction, seer, settle, error);
}

gboolean
care_seen_to_settle_restored(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    return !care_interaction_has_met(contact) || each_step(transaction, contact, settle_untouched, error);
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

gboolean
care_seen_to_note_contact(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    const CareId step = care_record_int(contact, CARE_INTERACTION_FOLLOWUP);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(CareRecord) followup
        = step != 0 ? care_transaction_load(transaction, &care_followup_kind, step, error) : NULL;

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

gboolean
care_seen_to_note_answer(CareTransaction *transaction, CareRecord *answer, GError **error)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(GArray) ids = care_query_ids(
        care_transaction_connection(transaction), "feedback/open-questions", error, "ii",
        care_record_int(answer, CARE_FEEDBACK_CUSTOMER), care_record_int(answer, CARE_FEEDBACK_JOB));

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!add_question(transaction, answer, g_array_index(ids, CareId, i), steps, error))
            return FALSE;
    write_steps(answer, steps);
    return ids != NULL;
}

/* What somebody decided is newer than what they say of the step. */
static void
take_out(CareRecord *seer, const char *step)
{
    const int field = seers_of(seer)->seen_to;
    g_auto(GStrv) ids = g_strsplit(care_record_text(seer, field), " ", -1);
    g_autoptr(GString) left = g_string_new(NULL);

    for (guint i = 0; ids[i] != NULL; i++)
        if (!g_str_equal(ids[i], step))
            g_string_append_printf(left, "%s%s", left->len > 0 ? " " : "", ids[i]);
    care_record_set_text(seer, field, left->len > 0 ? left->str : NULL);
}

gboolean
care_seen_to_forget_step(CareTransaction *transaction, CareRecord *followup, GError **error)
{
    g_autofree char *step = care_id_to_string(care_record_id(followup));
    g_autoptr(GPtrArray) seers = find_seers(transaction, care_record_id(followup), error);

    for (guint i = 0; seers != NULL && i < seers->len; i++) {
        take_out(seers->pdata[i], step);
        if (!care_flow_save_along(transaction, seers->pdata[i], error))
            return FALSE;
    }
    return seers != NULL;
}
