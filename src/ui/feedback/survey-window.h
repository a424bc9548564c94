/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/feedback/survey-answer.h"

G_BEGIN_DECLS

/* The counter survey: the whole screen for the customer, one question a page, nothing of the shop's data on it. There is no
 * way back into the shop but the staff's: the lock at the foot, held for three seconds, or Ctrl+Alt+Q. What was answered is
 * kept even where the customer walks away in the middle; where it cannot be saved, it stands in the shop's window with the
 * reason. */
#define CARE_TYPE_SURVEY_WINDOW (care_survey_window_get_type())
G_DECLARE_FINAL_TYPE(CareSurveyWindow, care_survey_window, CARE, SURVEY_WINDOW, AdwWindow)

/* Says what will be on the screen and how to come back; then hands it over. over: the dialog in which it was begun; it
 * stays where the screen is not handed over. feedback: a new answer with its customer and its job, if it is about one.
 * refused: shows it where it cannot be saved. */
void care_survey_offer(AdwDialog *over, CareContext *context, CareRecord *feedback,
                       CareSurveyRefused refused);

G_END_DECLS
