/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Says over the widget's window that a job was moved, and offers to take that back; Redo moves it again for the same reason
 * (nullable) and at the same instant. before and after: the job as it stood, and as the move left it. Keeps copies. Main
 * thread. */
void care_job_move_offer_undo(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after,
                              const char *reason, const char *sentence);

G_END_DECLS
