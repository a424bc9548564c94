/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* A row that says which of a customer's jobs it is about: the latest ones and the one that is chosen already, or none in
 * particular. Before the row is bound to its field, and again when the record is another customer's. */
void care_job_choice_fill(AdwComboRow *row, CareContext *context, CareId customer, CareId chosen);
/* The customer's latest job that was handed over and that nobody has been asked about; 0: none. */
CareId care_job_choice_suggest(CareStore *store, CareId customer);
/* The one job that the customer had; 0: none, or one of several. */
CareId care_job_choice_only(CareStore *store, CareId customer);

G_END_DECLS
