/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop-week.h"

G_BEGIN_DECLS

/* The opening hours of one day of the week: a switch whether the shop opens, and below it its times from and until, as
 * many as there are. "edited" when a person changed something; "spread" when the later days are to have the same. */
#define CARE_TYPE_DAY_HOURS (care_day_hours_get_type())
G_DECLARE_FINAL_TYPE(CareDayHours, care_day_hours, CARE, DAY_HOURS, AdwExpanderRow)

/* day: 0 = Monday. */
CareDayHours *care_day_hours_new(int day);
/* Shows these times in place of what is typed. */
void care_day_hours_set_spans(CareDayHours *self, const GArray *spans);
/* Reads what is typed, and says in the row what makes no sense; then its times are the last that did. Of CareOpenSpan,
 * owned by it. */
const GArray *care_day_hours_read(CareDayHours *self);
/* Those that made sense when it was read or set last. Owned by it. */
const GArray *care_day_hours_spans(CareDayHours *self);
/* What was wrong when it was read last, or NULL. Owned by it. */
const char *care_day_hours_problem(CareDayHours *self);
/* One or two digits are taken for an hour from now on, though the cursor is still there. Whether there were any. */
gboolean care_day_hours_finish(CareDayHours *self);
/* What stands in its rows where that makes no sense, or is not finished; else NULL. Transfer full. */
char *care_day_hours_typed(CareDayHours *self);
/* Shows it again, with what is wrong; the row where that stands. Transfer none; NULL where nothing was shown. */
GtkWidget *care_day_hours_set_typed(CareDayHours *self, const char *typed);
/* The times to begin with when the day is opened and had none. */
void care_day_hours_set_usual(CareDayHours *self, const GArray *spans);

G_END_DECLS
