/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* A row that says which of a customer's jobs it is about: the latest ones, or none. Emits notify::selected. */
#define CARE_TYPE_JOB_CHOICE (care_job_choice_get_type())
G_DECLARE_FINAL_TYPE(CareJobChoice, care_job_choice, CARE, JOB_CHOICE, AdwComboRow)

/* Fills the row with the customer's jobs and chooses one of them; job 0 chooses none. */
void care_job_choice_fill(CareJobChoice *self, CareContext *context, CareId customer, CareId job);
CareId care_job_choice_get_job(CareJobChoice *self);
/* The customer's latest job that was handed over and that nobody has been asked about; 0: none. */
CareId care_job_choice_suggest(CareStore *store, CareId customer);

G_END_DECLS
