/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* One all-day entry of a calendar file. Strings are borrowed for the call. */
typedef struct {
    const char *uid; /* stable for the same fact, so that a second import updates the first */
    CareDate date;
    const char *summary;
    const char *description; /* NULL or "" leaves it out, as for the location */
    const char *location;
    int alarm_days; /* days before, at 9 o'clock; below 0: no alarm */
} CareCalendarEntry;

char *care_calendar_file_write(const CareCalendarEntry *entries, guint n_entries, CareInstant stamp);

G_END_DECLS
