/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* CareFirstAnswer: how long somebody may wait for a first answer, counted in shop hours. Read once from the shop's
 * settings; the thread of the connection. */
typedef struct _CareFirstAnswer CareFirstAnswer;

CareFirstAnswer *care_first_answer_new(CareConnection *connection, CareClock *clock);
void care_first_answer_free(CareFirstAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareFirstAnswer, care_first_answer_free)

/* When an answer to something received at an instant is due. */
CareInstant care_first_answer_deadline(CareFirstAnswer *self, CareInstant received);
/* Seconds of shop time between two instants. */
gint64 care_first_answer_elapsed(CareFirstAnswer *self, CareInstant received, CareInstant answered);

G_END_DECLS
