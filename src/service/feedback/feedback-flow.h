/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* 0 to 6 of 10 is a detractor (rules-metrics M1); 1 or 2 of 5 is as clear. Either opens a complaint. */
gboolean care_feedback_is_low(CareRecord *feedback);
/* Whether a complaint's words are those of the program, in the language that it speaks, for an answer without a comment. */
gboolean care_feedback_wrote(const char *words);
/* Whether nobody has done anything about the complaint of this answer, which was low: it says what the answer made it say, and
 * nothing else; and nothing is about it, no call in vain, no picture. */
gboolean care_feedback_left_as_opened(CareTransaction *transaction, CareRecord *complaint, CareRecord *answer,
                                      gboolean *as_opened, GError **error);

/* An answer stops the asking; a low one opens a complaint, once, which goes with it while nobody has begun with it. */
extern const CareKindFlow care_feedback_flow;

G_END_DECLS
