/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/kind-query.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Shared by the parts of seen-to.h. */

/* What is settled: the steps of seer, as it is now, and of old, as it was; both nullable. */
typedef struct {
    CareTransaction *transaction;
    CareRecord *seer;
    CareRecord *old;
    CareId without;               /* one that is to count no more, though it stands */
    const CareKindBrought *along; /* what came with seer by a file; NULL: it is entered here */
} CareSettling;

/* It stands, and somebody was reached. */
gboolean care_settling_counts(const CareSettling *self, CareRecord *seer);
/* Whether the step is done by those that saw to it; what was let go, or is done by hand, stays. */
gboolean care_settling_settle(const CareSettling *self, CareRecord *followup, GError **error);
/* followup NULL: there is no such step any more. */
gboolean care_settling_load(CareTransaction *transaction, CareId step, CareRecord **followup, GError **error);

typedef gboolean (*CareSettlingFunc)(const CareSettling *self, CareRecord *followup, GError **error);
/* For the steps that seer, one of the two, saw to; seer: nullable. */
gboolean care_settling_each_step(const CareSettling *self, CareRecord *seer, CareSettlingFunc func,
                                 GError **error);

/* What a contact that names a step, or an answer, sees to, is added to steps. */
gboolean care_seen_note_named(CareTransaction *transaction, CareRecord *contact, GArray *steps,
                              GError **error);
gboolean care_seen_note_questions(CareTransaction *transaction, CareRecord *answer, GArray *steps,
                                  GError **error);

G_END_DECLS
