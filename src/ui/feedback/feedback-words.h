/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/feedback/answer-clock.h"
#include "store/store.h"
#include "ui/kit/tone.h"

G_BEGIN_DECLS

/* What the place says of an answer and of a complaint. Every string is transfer full. */

/* "9 of 10"; satisfaction where that was asked; NULL for a comment alone. */
char *care_answer_pill(CareRecord *feedback);
/* "Answer by 13:20", "Being settled", "Settled 30 Oct": what is owed, with the tone of it. */
char *care_complaint_standing(CareRecord *complaint, CareAnswerClock *answers, CareClock *clock,
                              CareTone *tone);
/* "After 25 min, by phone", in shop hours; NULL while nobody has answered. */
char *care_complaint_first_answer(CareRecord *complaint, CareAnswerClock *answers);
/* "Tue 24 Nov, 10:12 · by phone · taken by Jonas" */
char *care_complaint_received(CareRecord *complaint, CareStore *store);

G_END_DECLS
