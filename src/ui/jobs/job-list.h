/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The list of jobs with its header bar: those in the shop in groups, by what must be done first; or those that were
 * collected, or cancelled. A row asks the window for its job by win.open. */
#define CARE_TYPE_JOB_LIST (care_job_list_get_type())
G_DECLARE_FINAL_TYPE(CareJobList, care_job_list, CARE, JOB_LIST, AdwBin)

/* Once; the first rows are there when it returns. */
void care_job_list_set_context(CareJobList *self, CareContext *context);
/* Groups the jobs anew if another day has begun since. */
void care_job_list_refresh(CareJobList *self);

G_END_DECLS
