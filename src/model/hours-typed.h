/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Opening hours as people write them, "Mon to Fri 9-18", "Di-Fr 9.00-12, 14-18; Sa 10-14", "Weds 9am-6pm, Sun
 * closed", in the form of shop-hours.h, transfer full; NULL when a word or a time of it makes no sense. Days are known
 * by their English and German names and by those of the language that is spoken here, which come first. Any thread. */
char *care_hours_typed_tidy(const char *text);
/* One time of a day, "9", "9:30", "0930", "9.30", "9h30", "5 pm", "17 Uhr", in minutes since midnight, at most 24:00; -1 when
 * it makes no sense. Any thread. */
int care_time_typed_parse(const char *text);
/* Whether such a time says which half of the day is meant, as "4 pm", "16:00" and "04:00" do, and "4", "4:30" and "4 Uhr" do
 * not. Any thread. */
gboolean care_time_typed_says_half(const char *text);

G_END_DECLS
