/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/today/today.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* What stands behind the arrow of a line's button; the button itself is ui/parts/due-act.h. widget is the page: dialogs stand
 * over it, toasts in its window; it is held while something is under way. Every act that changes a line can be taken back by
 * the toast. */
/* when: "afternoon", "tomorrow", "week" or "pick". */
void care_due_act_later(GtkWidget *widget, CareContext *context, const CareDueItem *item, const char *when);
void care_due_act_let_go(GtkWidget *widget, CareContext *context, const CareDueItem *item);
/* Asks again why a line is let go, with what was written: "let-go:RULE/RECORD". FALSE, and it is forgotten, when that fits
 * nothing any more; where the line stands no more, a toast says so. */
#define CARE_LET_GO_DRAFT "let-go:"
gboolean care_due_act_continue(GtkWidget *widget, CareContext *context, const char *draft);

G_END_DECLS
