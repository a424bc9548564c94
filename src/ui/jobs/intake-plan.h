/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The aftercare of a job that is being taken in: which plan, its steps on their days, or why there is none. Moving a
 * step moves the later ones, in this job's own copy of the plan; moving the hand-over moves the promise. Writes into
 * the job and emits "changed". */
#define CARE_TYPE_INTAKE_PLAN (care_intake_plan_get_type())
G_DECLARE_FINAL_TYPE(CareIntakePlan, care_intake_plan, CARE, INTAKE_PLAN, AdwBin)

/* Once. A job without a plan gets the shop's first, with its kind. */
void care_intake_plan_bind(CareIntakePlan *self, CareStore *store, CareRecord *job);
/* Each plan is made for a kind of job, and the kind brings its plan along: fills the row that chooses one, whose last is
 * another kind, for which there is a row of its own. Once, after care_intake_plan_bind(). */
void care_intake_plan_bind_kind(CareIntakePlan *self, AdwComboRow *choice, GtkWidget *another);
/* What it is that came in: as long as nobody has chosen, the kind of job is the one that is about such things, where just one
 * is, and else the one that it was at first. Shows that; emits nothing. */
void care_intake_plan_suit(CareIntakePlan *self, const char *thing);
/* What the job says now was chosen. */
void care_intake_plan_keep(CareIntakePlan *self);
/* Shows what the job says; emits nothing. */
void care_intake_plan_show(CareIntakePlan *self);
/* The days anew: the promise or the steps have changed. */
void care_intake_plan_update(CareIntakePlan *self);

gboolean care_intake_plan_has_plan(CareIntakePlan *self);
/* This job's own copy, once a step was moved; else NULL. Transfer none. */
CareRecord *care_intake_plan_get_adapted(CareIntakePlan *self);

G_END_DECLS
