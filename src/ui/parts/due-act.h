/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/today/due.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* The main button of a line that is due, wherever it stands: what it says and what it opens come from one table, by
 * care_due_act_of(). */
const char *care_due_act_label(const CareDueItem *item);
/* widget is the page: dialogs stand over it, toasts in its window. */
void care_due_act_open(GtkWidget *widget, CareContext *context, const CareDueItem *item);

G_END_DECLS
