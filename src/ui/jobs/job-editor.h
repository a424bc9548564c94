/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Puts right what was written down when a job was taken in: whose it is, the device, the fault, what was promised, who
 * does it. Lines and their yes, what was found and done, and papers stay with the job's page. Giving it to another
 * customer follows the rules of the job's flow: not once it was billed. */
#define CARE_TYPE_JOB_EDITOR (care_job_editor_get_type())
G_DECLARE_FINAL_TYPE(CareJobEditor, care_job_editor, CARE, JOB_EDITOR, CareRecordDialog)

void care_job_editor_present(GtkWidget *parent, CareContext *context, CareRecord *job);

#define CARE_JOB_EDITOR_DRAFT "edit-job" /* "edit-job:ID" */
/* FALSE, and the draft is forgotten, when it fits nothing any more. */
gboolean care_job_editor_continue(GtkWidget *parent, CareContext *context, const char *draft);

G_END_DECLS
