/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* 0 to 6 of 10 is a detractor (rules-metrics M1); 1 or 2 of 5 is as clear. Either opens a complaint. */
gboolean care_feedback_is_low(CareRecord *feedback);
/* Whether a complaint's words are those of the program, in the language that it speaks, for an answer without a comment. */
gboolean care_feedback_wrote(const char *words);
/* Whether they are those of the complaint that this answer, which is low, opens and keeps in step with itself. */
gboolean care_feedback_says(CareRecord *feedback, const char *words);

/* An answer stops the asking; a low one opens a complaint, once, which goes with it while nobody has begun with it. */
extern const CareKindFlow care_feedback_flow;

G_END_DECLS
