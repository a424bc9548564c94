/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"

G_BEGIN_DECLS

/* Fills a list with whose a job is and what was brought; both open, and who has a number is called. device: nullable. */
void care_job_people_fill(GtkListBox *list, CareRecord *job, CareRecord *customer, CareRecord *device);

G_END_DECLS
