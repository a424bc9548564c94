/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* How dates and times are said on screen; nothing else in the window formats them. Every result is for people,
 * in their language, transfer full. "today" decides what may be left out: a year is named only when it is
 * another one. A date without a year (a birthday) never shows one. */

char *care_format_date(CareDate date, CareDate today);               /* 26 Nov · 11 Sep 2028 */
char *care_format_date_day(CareDate date, CareDate today);           /* Thu 26 Nov · Fri 26 Feb 2027 */
char *care_format_date_long(CareDate date, CareDate today);          /* Thursday 26 November */
char *care_format_date_full(CareDate date);                          /* 11 September 2028 */
char *care_format_month(CareDate date);                              /* November 2026 */
char *care_format_weekday(CareDate date);                            /* Fri */
char *care_format_day_of_month(CareDate date);                       /* Fri 20 */
char *care_format_time(CareInstant at, GTimeZone *zone);             /* 16:40 */
char *care_format_instant_in_month(CareInstant at, GTimeZone *zone); /* Fri 20, 16:40 */
char *care_format_instant(CareInstant at, GTimeZone *zone,
                          CareDate today); /* 16:40 · yesterday, 16:40 · Fri 20 Nov, 16:40 */

char *care_format_relative_day(CareDate date, CareDate today); /* today · tomorrow · Friday · 26 Nov */
char *care_format_ago(CareDate date, CareDate today); /* today · 12 days ago · 6 weeks ago · 5 months ago */
char *care_format_overdue(CareDate due,
                          CareDate today); /* 3 days overdue · 6 weeks overdue; of a day that is over */
char *care_format_left(CareDate end, CareDate today); /* 12 days left · 21 months left · ends today · ended */
char *care_format_in(CareDate date, CareDate today);  /* in 14 days · in 12 months; of days to come */
char *care_format_after(int days, int months);        /* start · after 5 days · after 2 weeks */

char *care_format_capital(const char *sentence); /* as a sentence that stands alone: Ready since Friday */

G_END_DECLS
