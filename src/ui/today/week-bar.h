/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/today/week.h"

G_BEGIN_DECLS

/* The week at the foot of Today: seven days from today, what each brings in words (dots where it is narrow). */
#define CARE_TYPE_WEEK_BAR (care_week_bar_get_type())
G_DECLARE_FINAL_TYPE(CareWeekBar, care_week_bar, CARE, WEEK_BAR, GtkBox)

/* days: CARE_WEEK_DAYS; due: how many lines today has. */
void care_week_bar_set_days(CareWeekBar *self, const CareWeekDay *days, guint due);
void care_week_bar_set_narrow(CareWeekBar *self, gboolean narrow);

G_END_DECLS
