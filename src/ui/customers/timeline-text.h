/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "ui/parts/timeline-entry.h"

G_BEGIN_DECLS

/* The facts of the timeline in words. One place, so that screen, print and search say the same. */
typedef struct {
    CareStore *store;
    const char *first_name; /* of the customer whose story it is */
    const char *currency;
    GTimeZone *zone;
    CareDate today;
} CareTimelineText;

CareTimelineEntry *care_timeline_text_entry(const CareTimelineText *self, CareRecord *record);

G_END_DECLS
