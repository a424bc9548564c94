/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/clock.h"

G_BEGIN_DECLS

typedef void (*CareNewDayFunc)(GtkWidget *widget);

/* Calls func when the clock has come to another day than before, for what says "today", "late" or "overdue": a window may
 * stay open over night. Once for each widget, which ends it in its dispose. Main thread. */
void care_new_day_watch(GtkWidget *widget, CareClock *clock, CareNewDayFunc func);
void care_new_day_unwatch(GtkWidget *widget);

G_END_DECLS
