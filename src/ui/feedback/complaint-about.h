/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What whoever answers a complaint needs before them. Main thread; a few short reads. */

/* Fills a list with the customer, who is called by the action, with the job that it is about (its device, what was
 * agreed and paid) and with the answer that told of it; each opens. */
void care_complaint_about_fill(GtkListBox *list, CareStore *store, CareRecord *complaint,
                               CareRecord *customer, const char *call_action);
/* The same with what they complained of before. FALSE where this is the first. */
gboolean care_complaint_earlier_fill(GtkListBox *list, CareContext *context, CareRecord *complaint);

G_END_DECLS
