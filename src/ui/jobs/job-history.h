/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Fills a list with what became of a job: its invoices, which open, and how it moved, the latest first. */
void care_job_history_fill(GtkListBox *list, CareStore *store, CareId job, CareClock *clock);

G_END_DECLS
