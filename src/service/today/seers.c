/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/seers.h"

#include "model/feedback.h"
#include "model/interaction.h"
#include "service/today/seen-words.h"
#include "store/named-query.h"

static const CareSeers all_seers[] = {
    { &care_interaction_kind, "today/contacts-of-step", CARE_INTERACTION_AT, CARE_INTERACTION_SEEN_TO,
      care_interaction_has_met },
    { &care_feedback_kind, "today/answers-of-step", CARE_FEEDBACK_AT, CARE_FEEDBACK_SEEN_TO, NULL },
};

const CareSeers *
care_seers_of(CareRecord *seer)
{
    return care_record_kind(seer) == all_seers[0].kind ? &all_seers[0] : &all_seers[1];
}

/* seer: nullable. */
const char *
care_seers_words(CareRecord *seer)
{
    return seer != NULL ? care_record_text(seer, care_seers_of(seer)->seen_to) : NULL;
}

static gboolean
add_seers(CareTransaction *transaction, const CareSeers *seers, CareId step, const char *word,
          GPtrArray *found, GError **error)
{
    g_autoptr(GArray) ids
        = care_query_ids(care_transaction_connection(transaction), seers->query, error, "is", step, word);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        g_autoptr(CareRecord) seer
            = care_transaction_load(transaction, seers->kind, g_array_index(ids, CareId, i), error);

        if (seer == NULL)
            return FALSE;
        g_ptr_array_add(found, g_steal_pointer(&seer));
    }
    return ids != NULL;
}

/* All that say they saw to the step, of both kinds, deleted or not; passed: those that would, had nobody opened it since. Transfer
 * full; NULL on an error. */
GPtrArray *
care_seers_find(CareTransaction *transaction, CareId step, gboolean passed, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_object_unref);
    g_autofree char *id = care_id_to_string(step);
    g_autofree char *word = passed ? care_seen_words_pass(id, step) : g_strdup(id);

    for (gsize i = 0; i < G_N_ELEMENTS(all_seers); i++)
        if (!add_seers(transaction, &all_seers[i], step, word, found, error))
            return NULL;
    return g_steal_pointer(&found);
}

CareInstant
care_seers_instant(CareRecord *seer)
{
    return care_record_int(seer, care_seers_of(seer)->at);
}
