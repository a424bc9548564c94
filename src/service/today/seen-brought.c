/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the steps that a contact or an answer saw to, once a file brings it (decisions 0014 and 0020). */
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "service/today/seen-private.h"
#include "service/today/seen-to.h"
#include "service/today/seen-words.h"
#include "service/today/seers.h"
#include "store/named-query.h"

/* By this file. */
static gboolean
was_brought(const CareSettling *self, CareId id, gboolean *came, GError **error)
{
    return care_kind_was_brought(care_transaction_connection(self->transaction), self->along, id, came,
                                 error);
}

/* By any file. */
static gboolean
was_brought_once(const CareSettling *self, CareId id, gboolean *came, GError **error)
{
    gint64 answer = 0;
    gboolean told = care_query_int(care_transaction_connection(self->transaction), "today/was-brought",
                                   &answer, error, "i", id);

    *came = answer != 0;
    return told;
}

/* Before it was written down when somebody opened a step, a word beside a seer of this shop says that somebody did here; beside
 * one that came, it may have come along. */
static gboolean
was_opened_once(const CareSettling *self, CareId step, gboolean *opened, GError **error)
{
    g_autoptr(GPtrArray) passed = care_seers_find(self->transaction, step, TRUE, error);

    for (guint i = 0; passed != NULL && i < passed->len && !*opened; i++) {
        gboolean came;

        if (!was_brought_once(self, care_record_id(passed->pdata[i]), &came, error))
            return FALSE;
        *opened = !came;
    }
    return passed != NULL;
}

/* By somebody here, by hand, and not before the seer was written down. */
static gboolean
was_opened_since(const CareSettling *self, CareRecord *followup, gboolean *opened, GError **error)
{
    const CareInstant written = care_record_stamp(self->seer).created;
    g_autofree char *step = care_id_to_string(care_record_id(followup));
    gint64 at = 0;

    *opened = FALSE;
    if (care_record_stamp(followup).changed < written)
        return TRUE;
    if (!care_query_int(care_transaction_connection(self->transaction), "today/opened", &at, error, "s",
                        step))
        return FALSE;
    *opened = at >= written;
    return at != 0 || was_opened_once(self, care_record_id(followup), opened, error);
}

/* As if it had been here when that was said. */
static gboolean
pass_over(const CareSettling *self, CareId step, GError **error)
{
    g_autofree char *words = care_seen_words_pass(care_seers_words(self->seer), step);

    return care_flow_write_down(self->transaction, self->seer, care_seers_of(self->seer)->seen_to, words,
                                error);
}

/* What came along says already what follows; another day, or other words, of what was here say not that it is to be done again. */
static gboolean
settle_restored(const CareSettling *self, CareRecord *followup, GError **error)
{
    gboolean came, opened, waits = care_followup_is(followup, CARE_FOLLOWUP_OPEN);

    if (!was_brought(self, care_record_id(followup), &came, error)
        || !was_opened_since(self, followup, &opened, error))
        return FALSE;
    if (opened)
        return came || pass_over(self, care_record_id(followup), error);
    if (came && (!waits || care_record_stamp(followup).changed >= care_record_stamp(self->seer).created))
        return TRUE;
    return care_settling_settle(self, followup, error);
}

static gboolean
says_steps(const CareSettling *self)
{
    return care_seers_words(self->seer) != NULL && self->along->schema >= CARE_SCHEMA_THAT_SAID_STEPS;
}

/* What came along is as it was where it was written, and what came before the answer, which says its steps, was known to it; and
 * what was made since, or somebody opened here, nobody has answered. */
static gboolean
is_to_ask(const CareSettling *self, CareId step, gboolean *is, GError **error)
{
    g_autoptr(CareRecord) followup = NULL;
    gboolean came, known = FALSE, opened = FALSE;

    if (!was_brought(self, step, &came, error)
        || (says_steps(self) && !was_brought_once(self, step, &known, error))
        || !care_settling_load(self->transaction, step, &followup, error)
        || (followup != NULL && !was_opened_since(self, followup, &opened, error)))
        return FALSE;
    *is = came || known || opened || followup == NULL
          || care_record_stamp(followup).created >= care_record_stamp(self->seer).created;
    return TRUE;
}

static gboolean
keep_answered(const CareSettling *self, GArray *steps, GError **error)
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

/* An answer is to what was asked here about its job, too, and it knew nothing of that. A contact names its step: before schema 4
 * it said no more, and of a step that was here the file does not. */
static gboolean
add_restored(const CareSettling *self, GArray *steps, GError **error)
{
    CareId named;
    gboolean came = TRUE;

    if (care_record_kind(self->seer) == &care_feedback_kind)
        return care_seen_note_questions(self->transaction, self->seer, steps, error)
               && keep_answered(self, steps, error);
    named = says_steps(self) ? 0 : care_record_int(self->seer, CARE_INTERACTION_FOLLOWUP);
    return named == 0
           || (was_brought(self, named, &came, error)
               && (came || care_seen_note_named(self->transaction, self->seer, steps, error)));
}

static gboolean
note_restored(const CareSettling *self, GError **error)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autofree char *all = NULL;

    if (!add_restored(self, steps, error))
        return FALSE;
    all = care_seen_words_add(care_seers_words(self->seer), steps);
    return g_strcmp0(all, care_seers_words(self->seer)) == 0
           || care_flow_write_down(self->transaction, self->seer, care_seers_of(self->seer)->seen_to, all,
                                   error);
}

gboolean
care_seen_to_settle_restored(CareTransaction *transaction, CareRecord *seer, const CareKindBrought *along,
                             GError **error)
{
    const CareSettling settling = { transaction, seer, NULL, 0, along };

    return !care_settling_counts(&settling, seer)
           || (note_restored(&settling, error)
               && care_settling_each_step(&settling, seer, settle_restored, error));
}
