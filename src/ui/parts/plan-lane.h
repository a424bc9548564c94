/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/tone.h"

G_BEGIN_DECLS

/* One step as it is drawn; all texts ready for people. */
typedef struct {
    const char *icon_name;
    CareTone tone;      /* CARE_TONE_OWED: the start, filled */
    const char *after;  /* "after 5 days" */
    const char *date;   /* "Tue 1 Dec" */
    const char *title;  /* "Still braking well?" */
    const char *detail; /* "call · Jonas" */
} CareLaneStep;

/* The aftercare plan as a dated lane: equal steps on a line, not to scale; a list where it is narrow. Emits
 * "step-activated" (guint index) on click or Enter and "step-moved" (guint index, int days) on Alt+Left and
 * Alt+Right; whoever owns the plan moves the later steps and sets the steps again. */
#define CARE_TYPE_PLAN_LANE (care_plan_lane_get_type())
G_DECLARE_FINAL_TYPE(CarePlanLane, care_plan_lane, CARE, PLAN_LANE, AdwBin)

void care_plan_lane_set_steps(CarePlanLane *self, const CareLaneStep *steps, guint n_steps);

G_END_DECLS
