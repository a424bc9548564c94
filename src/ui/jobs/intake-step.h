/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/date.h"

G_BEGIN_DECLS

typedef void (*CareStepMovedFunc)(guint index, int days, gpointer user_data);

/* Asks for another day of a step of the plan and says by how many days it moves. owner is held meanwhile and handed
 * on as user_data. */
void care_intake_step_ask(GtkWidget *parent, const char *title, CareDate date, CareDate today, guint index,
                          CareStepMovedFunc moved, gpointer owner);

G_END_DECLS
