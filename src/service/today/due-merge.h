/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Adds the open follow-up to steps (GArray of CareId), and, where it leads a line of Today, what that took in (rules-care C2)
 * as it stood at that instant: no step that was made later. Worker thread. */
gboolean care_due_add_line(CareTransaction *transaction, CareRecord *followup, CareInstant at, GArray *steps,
                           GError **error);

/* The same for a question that was answered, wherever it stands on its line: what that takes in was talked of with it, but
 * not where it leads with what may not be dropped (about a warranty or a complaint), which stands again for itself. answer: the
 * one that is given; 0: it is new. Worker thread. */
gboolean care_due_add_line_of_question(CareTransaction *transaction, CareRecord *question, CareInstant at,
                                       CareId answer, GArray *steps, GError **error);

G_END_DECLS
