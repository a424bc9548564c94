/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/feedback/answer-clock.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A row of the place's lists, used again as they scroll: an answer with its score, or a complaint with what is owed. */
#define CARE_TYPE_FEEDBACK_ROW (care_feedback_row_get_type())
G_DECLARE_FINAL_TYPE(CareFeedbackRow, care_feedback_row, CARE, FEEDBACK_ROW, AdwBin)

GtkWidget *care_feedback_row_new(CareContext *context);
/* A feedback or a complaint; answers tells when a complaint's answer is due. */
void care_feedback_row_set_record(CareFeedbackRow *self, CareRecord *record, CareAnswerClock *answers);
/* The whole row in words; owned by it. */
const char *care_feedback_row_get_spoken(CareFeedbackRow *self);

G_END_DECLS
