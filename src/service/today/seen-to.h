/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"
#include "store/kind-query.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* What a contact (interaction) or an answer (feedback) has seen to: the steps whose ids its field seen_to has (today/seen-words.h). A step is done
 * as long as one of them stands, since the first of them; one that was done or let go by hand stays as it is. A step that is
 * deleted, or gone, is left alone. Worker thread. */

/* Writes down, before the contact is saved, the step that it names and what stood on its line, if it names another than old
 * (nullable) did; or, if it has named that one before, what it saw to then. What old saw to waits again until
 * care_seen_to_settle(). */
gboolean care_seen_to_note_contact(CareTransaction *transaction, CareRecord *contact, CareRecord *old,
                                   GError **error);
/* And the questions that the answer is to, if it is about another job. */
gboolean care_seen_to_note_answer(CareTransaction *transaction, CareRecord *answer, CareRecord *old,
                                  GError **error);

/* Marks the steps of a contact or an answer anew, once it was saved, deleted or brought back. old: as it was before a change,
 * whose marks are known by its instant; nullable. */
gboolean care_seen_to_settle(CareTransaction *transaction, CareRecord *seer, CareRecord *old, GError **error);
/* The same for one step, which was brought back. */
gboolean care_seen_to_settle_step(CareTransaction *transaction, CareId step, GError **error);

/* The same once a file brought the contact or the answer: none that somebody opened here by hand since it was written down, in
 * the same second too, and so it says from then on; of the others that are done, none that came along. When a step was opened
 * is written down since (care_seen_to_pass_over()); of before, only a word beside a seer that no file brought says so. */
gboolean care_seen_to_settle_restored(CareTransaction *transaction, CareRecord *seer,
                                      const CareKindBrought *along, GError **error);

/* The step waits again because somebody said so: whoever has seen to it by now has not, be they deleted, or in vain so far.
 * was_done: else only where one of them stands that would have it done. That it was is written down beside the rows, with its
 * instant, but for an Undo. */
gboolean care_seen_to_pass_over(CareTransaction *transaction, CareRecord *followup, gboolean was_done,
                                GError **error);
/* The same of those that were before that instant, for it is to be asked after that. */
gboolean care_seen_to_ask_since(CareTransaction *transaction, CareId step, CareInstant since, GError **error);
/* Says in the step, which was let go and is about to be saved, that it was not: it is open, or done, as they say it. */
gboolean care_seen_to_take_up(CareTransaction *transaction, CareRecord *followup, GError **error);
/* Whether the step is done because of them, by nobody's hand, and none of them was recorded before that instant (0: any). */
gboolean care_seen_to_is_marked_since(CareTransaction *transaction, CareRecord *followup, CareInstant since,
                                      gboolean *marked, GError **error);
/* Whether its field seen_to says nothing but steps, as check_alone() of its kind asks it: a file may bring any words. */
gboolean care_seen_to_check_words(CareRecord *seer, const CareAsked *asked, GError **error);
/* Whether the step is being saved by what is here, and by nobody's hand. */
gboolean care_seen_to_is_marking(CareRecord *followup);

G_END_DECLS
