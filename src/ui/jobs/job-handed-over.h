/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* What is said when a job was handed over: who has it, and what is not paid or not billed yet. It is short, for beside it is
 * the way back; what comes next is on the job's page. job: as the hand-over left it. Reads the store; main thread.
 * Transfer full. */
char *care_job_handed_over(CareContext *context, CareRecord *job);

G_END_DECLS
