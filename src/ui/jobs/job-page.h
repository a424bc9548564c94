/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/change-set.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* One job: where it stands and what is owed next, what was agreed, found and done, and what comes after it. Follows
 * the shop by care_job_page_refresh(). */
#define CARE_TYPE_JOB_PAGE (care_job_page_get_type())
G_DECLARE_FINAL_TYPE(CareJobPage, care_job_page, CARE, JOB_PAGE, AdwBin)

void care_job_page_set_context(CareJobPage *self, CareContext *context); /* once */
/* Goes on with a line that was being added to the job on screen. */
void care_job_page_continue_line(CareJobPage *self);
/* With their yes to its price; agreed since, it forgets what was begun. */
void care_job_page_continue_yes(CareJobPage *self);
gboolean care_job_page_set_job(CareJobPage *self, CareId job); /* FALSE: there is none */
const char *care_job_page_get_title(CareJobPage *self);
/* FALSE when the job on the page is gone. */
gboolean care_job_page_refresh(CareJobPage *self, CareChangeSet *changes);

G_END_DECLS
