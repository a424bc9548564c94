/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The row of the unlock code at intake: what is typed waits in the keyring, beside the draft that holds the other words
 * (service/jobs/unlock-draft.h). window: weak, where it is said when it cannot be kept. Main thread. */
void care_intake_code_follow(GtkEditable *row, const char *key, GtkWidget *window);
/* The dialog goes and the draft stays: what was typed last is kept now. */
void care_intake_code_flush(GtkEditable *row);
/* Fills in what waits, unless something was typed. */
void care_intake_code_continue(GtkEditable *row);
/* It was taken in as this job, whose code it is from now on. */
void care_intake_code_taken_in(GtkEditable *row, CareStore *store, CareId job);

G_END_DECLS
