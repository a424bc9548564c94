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
/* Shows what the job says; emits nothing. */
void care_intake_plan_show(CareIntakePlan *self);
/* The days anew: the promise or the steps have changed. */
void care_intake_plan_update(CareIntakePlan *self);

/* Each plan is made for a kind of job: their words in the order of the plans, then that of another kind. */
GListModel *care_intake_plan_kinds(CareIntakePlan *self);                   /* transfer full */
const char *care_intake_plan_kind_at(CareIntakePlan *self, guint position); /* NULL: another kind */
guint care_intake_plan_find_kind(CareIntakePlan *self, const char *kind);
void care_intake_plan_select(CareIntakePlan *self, guint position);

gboolean care_intake_plan_has_plan(CareIntakePlan *self);
/* This job's own copy, once a step was moved; else NULL. Transfer none. */
CareRecord *care_intake_plan_get_adapted(CareIntakePlan *self);

G_END_DECLS
