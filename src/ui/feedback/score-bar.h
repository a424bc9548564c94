/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* CareScoreBar: numbers to choose one from, all the same grey, none chosen before somebody chooses. Properties: "low"
 * and "high" (construct only), "value" (-1 for none: 0 is an answer), "large" for a screen that is touched. A second
 * press takes the choice back. The keyboard chooses, too: a digit that number (1 and then 0 is ten), an arrow the one
 * beside; Tab goes on to what follows, as from any row of one of many. */
#define CARE_TYPE_SCORE_BAR (care_score_bar_get_type())
G_DECLARE_FINAL_TYPE(CareScoreBar, care_score_bar, CARE, SCORE_BAR, AdwBin)

int care_score_bar_get_value(CareScoreBar *self);
void care_score_bar_set_value(CareScoreBar *self, int value);

G_END_DECLS
