/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/shop-hours.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* CareAnswerClock: how long somebody may wait for a first answer, counted in shop hours. Reads the shop's opening
 * hours, holidays and target once; then any thread may ask it. */
typedef struct _CareAnswerClock CareAnswerClock;

CareAnswerClock *care_answer_clock_new(CareConnection *connection, CareClock *clock);
void care_answer_clock_free(CareAnswerClock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareAnswerClock, care_answer_clock_free)

/* When an answer to something received at an instant is due. */
CareInstant care_answer_clock_deadline(CareAnswerClock *self, CareInstant received);
/* Seconds of shop time between two instants. */
gint64 care_answer_clock_elapsed(CareAnswerClock *self, CareInstant received, CareInstant answered);
const CareShopHours *care_answer_clock_hours(CareAnswerClock *self);

G_END_DECLS
