/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A job in the list: whose and what, the fault, and as a sentence what was promised or where it stands; beside them where
 * there is room, else below. Follows its record. */
#define CARE_TYPE_JOB_ROW (care_job_row_get_type())
G_DECLARE_FINAL_TYPE(CareJobRow, care_job_row, CARE, JOB_ROW, GtkBox)

GtkWidget *care_job_row_new(CareContext *context);
void care_job_row_set_job(CareJobRow *self, CareRecord *job, gboolean narrow); /* NULL: none */
const char *care_job_row_get_spoken(CareJobRow *self);

G_END_DECLS
