/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/today/due.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A line that is put off or let go: on its way to the worker, and then in the toast, whose Undo takes it back and whose Redo
 * does it again. Main thread. */
typedef struct CareDeferring CareDeferring;

/* widget: the page; it is held. */
CareDeferring *care_deferring_new(GtkWidget *widget, CareContext *context, const CareDueItem *item);
void care_deferring_free(CareDeferring *self);
/* Until a day, which becomes the next on which the shop is open, or (hour not 0) until an hour of it. Takes self. */
void care_deferring_put_off(CareDeferring *self, CareDate until, int hour, CareDate today);
/* For a reason. Takes self. */
void care_deferring_let_go(CareDeferring *self, const char *reason);

G_END_DECLS
