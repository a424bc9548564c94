/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Marks the follow-up, and what its line took in at that instant (rules-care C2), as seen to then: no step that was made
 * later. since: the instant at which what had seen to it was deleted, if it is brought back, and then only steps that were
 * changed since go along; else 0. Worker thread. */
gboolean care_due_keep_with(CareTransaction *transaction, CareRecord *followup, CareInstant at,
                            CareInstant since, GError **error);

/* The same for a question that was answered: what its line takes in was talked of with it, but not what may not be dropped
 * (about a warranty or a complaint), which then stands again for itself. Worker thread. */
gboolean care_due_keep_answered(CareTransaction *transaction, CareRecord *question, CareInstant at,
                                CareInstant since, GError **error);

/* Takes that mark back from all of them; what another contact saw to at the same instant stays. The contact itself is
 * removed before. Worker thread. */
gboolean care_due_reopen_with(CareTransaction *transaction, CareRecord *followup, CareInstant at,
                              GError **error);

/* Moves that mark of all of them to the instant at which the contact was in truth; the contact stands and names the
 * follow-up. Worker thread. */
gboolean care_due_move_mark(CareTransaction *transaction, CareRecord *followup, CareInstant from,
                            CareInstant to, GError **error);

/* Marks that one alone as seen to at that instant, and opens it again. Worker thread. */
gboolean care_due_keep(CareTransaction *transaction, CareId followup, CareInstant at, GError **error);
gboolean care_due_reopen(CareTransaction *transaction, CareId followup, GError **error);

G_END_DECLS
