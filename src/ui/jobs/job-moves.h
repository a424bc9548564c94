/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* Moves a job to a status and says so in a toast with Undo. A hand-over without a plan asks why there is no aftercare
 * (S1) first, and deletes the unlock code afterwards; cancelling asks why, too. job: as it is shown. widget: where toasts and
 * questions go. */
void care_job_move(GtkWidget *widget, CareContext *context, CareRecord *job, const char *status);
/* Asks again why a job is cancelled, or has no aftercare, with what was written: "cancel-job:ID", "no-plan:ID". FALSE where
 * there is nothing to ask any more. */
#define CARE_CANCEL_DRAFT "cancel-job"
#define CARE_NO_PLAN_DRAFT "no-plan"
gboolean care_job_move_continue(GtkWidget *widget, CareContext *context, CareRecord *job, const char *draft);
/* Writes down that a job that was cancelled was handed back, with Undo, and deletes its unlock code. */
void care_job_hand_back(GtkWidget *widget, CareContext *context, CareRecord *job);

G_END_DECLS
