/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/today.h"

G_BEGIN_DECLS

/* The week that begins today: what is promised and planned for each day. */
typedef struct {
    CareDate date;
    gboolean open; /* by the shop's hours; TRUE while they are not known */
    guint jobs;    /* promised for that day and not ready yet */
    guint calls; /* lines to come (service/today/due.h), by phone; on the first day those that are due now */
    guint messages; /* by any other way */
    guint services; /* a device's next service */
    guint occasions;
    guint others; /* to bill, to back up */
} CareWeekDay;

/* days: CARE_WEEK_DAYS of them, the first is today. Any connection, on its own thread. */
gboolean care_week_compute(CareConnection *connection, CareClock *clock, const CareToday *today,
                           CareWeekDay *days, GError **error);
guint care_week_day_count(const CareWeekDay *day);
/* "2 jobs", "3 calls", "4 due" when there is more than one sort, "closed"; "" when nothing is planned. */
char *care_week_day_words(const CareWeekDay *day);

G_END_DECLS
