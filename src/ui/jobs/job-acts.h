/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* Fills a box with what can be done with a job now; one button has the accent: what is owed. They activate "job.tell",
 * "job.move" (to a status), "job.paper" (its name) and "win.bill". */
void care_job_acts_fill(AdwWrapBox *acts, CareRecord *job);
/* Tells the customer that it is ready. headline: what the job is called, "Bea Koch’s e-bike". */
void care_job_tell(GtkWidget *widget, CareContext *context, CareRecord *job, CareRecord *customer,
                   const char *headline);

G_END_DECLS
