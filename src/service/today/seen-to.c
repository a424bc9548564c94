/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a step is done by whoever has seen to it (decision 0014); what they saw to is noted by seen-note.c. */
#include "service/today/seen-to.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/followup.h"
#include "service/flow.h"
#include "service/today/seen-private.h"
#include "service/today/seen-words.h"
#include "service/today/seers.h"
#include "store/named-query.h"

gboolean
care_settling_counts(const CareSettling *self, CareRecord *seer)
{
    return care_record_stamp(seer).deleted == 0 && care_record_id(seer) != self->without
           && (care_seers_of(seer)->counts == NULL || care_seers_of(seer)->counts(seer));
}

/* The first of them that counts; 0: there is none. */
static CareInstant
first_of(const CareSettling *self, GPtrArray *seers)
{
    CareInstant first = 0;

    for (guint i = 0; i < seers->len; i++)
        if (care_settling_counts(self, seers->pdata[i])
            && (first == 0 || care_seers_instant(seers->pdata[i]) < first))
            first = care_seers_instant(seers->pdata[i]);
    return first;
}

/* A seer marks with its own instant; any other is somebody's by hand. */
static gboolean
is_mark(const CareSettling *self, GPtrArray *seers, CareInstant done)
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

gboolean
care_settling_settle(const CareSettling *self, CareRecord *followup, GError **error)
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

gboolean
care_settling_load(CareTransaction *transaction, CareId step, CareRecord **followup, GError **error)
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

gboolean
care_settling_each_step(const CareSettling *self, CareRecord *seer, CareSettlingFunc func, GError **error)
{
    g_autoptr(GArray) steps = care_seen_words_steps(care_seers_words(seer));

    for (guint i = 0; i < steps->len; i++) {
        g_autoptr(CareRecord) followup = NULL;

        if (!care_settling_load(self->transaction, g_array_index(steps, CareId, i), &followup, error))
            return FALSE;
        if (followup != NULL && is_theirs(followup, seer) && !func(self, followup, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_seen_to_settle(CareTransaction *transaction, CareRecord *seer, CareRecord *old, GError **error)
{
    const CareSettling settling = { transaction, seer, old, 0, NULL };

    return care_settling_each_step(&settling, old, care_settling_settle, error)
           && care_settling_each_step(&settling, seer, care_settling_settle, error);
}

gboolean
care_seen_to_settle_step(CareTransaction *transaction, CareId step, GError **error)
{
    const CareSettling settling = { transaction, NULL, NULL, 0, NULL };
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, step, error);

    return followup != NULL && care_settling_settle(&settling, followup, error);
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

/* By hand, which its row does not say once it is written on for another reason. */
static gboolean
note_opened(CareTransaction *transaction, CareId step, CareInstant at, GError **error)
{
    g_autofree char *word = care_id_to_string(step);

    return care_query_execute(care_transaction_connection(transaction), "today/note-opened", error, "is", at,
                              word);
}

gboolean
care_seen_to_pass_over(CareTransaction *transaction, CareRecord *followup, gboolean was_done, GError **error)
{
    const CareSettling settling = { transaction, NULL, NULL, 0, NULL };
    const CareId step = care_record_id(followup);
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, step, FALSE, error);

    if (seers == NULL
        || (care_transaction_taken_back(transaction) == 0 /* else it was not done, and not opened */
            && !note_opened(transaction, step, care_transaction_now(transaction), error)))
        return FALSE;
    return (!was_done && first_of(&settling, seers) == 0) || pass_over(transaction, seers, step, error);
}

gboolean
care_seen_to_ask_since(CareTransaction *transaction, CareId step, CareInstant since, GError **error)
{
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, step, FALSE, error);

    if (seers == NULL || !note_opened(transaction, step, since, error))
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
    const CareSettling settling = { transaction, NULL, NULL, 0, NULL };
    g_autoptr(GPtrArray) seers = care_seers_find(transaction, care_record_id(followup), FALSE, error);

    if (seers == NULL)
        return FALSE;
    *marked = care_followup_is(followup, CARE_FOLLOWUP_KEPT)
              && is_mark(&settling, seers, care_record_int(followup, CARE_FOLLOWUP_DONE));
    for (guint i = 0; i < seers->len && *marked; i++)
        *marked = !care_settling_counts(&settling, seers->pdata[i])
                  || care_record_stamp(seers->pdata[i]).created >= since;
    return TRUE;
}

gboolean
care_seen_to_take_up(CareTransaction *transaction, CareRecord *followup, GError **error)
{
    const CareSettling settling = { transaction, NULL, NULL, 0, NULL };
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
