/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/parts/line-dialog.h"

G_BEGIN_DECLS

/* The editor of an agreed line of a job. */
#define CARE_TYPE_JOB_LINE_DIALOG (care_job_line_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareJobLineDialog, care_job_line_dialog, CARE, JOB_LINE_DIALOG, CareLineDialog)

/* What was done to a line, for a toast: says it where a yes does not hold any more. */
CareInlineSaidFunc care_job_line_said(CareLineAct act);

void care_job_line_dialog_present(GtkWidget *parent, CareContext *context, const CareLineTask *task);

G_END_DECLS
