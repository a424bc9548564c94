/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "document/letterhead.h"

G_BEGIN_DECLS

typedef struct {
    CareDate date;
    const char *title;
    const char *detail;
} CareTimelinePaperEntry;

/* A customer's history to print or hand over. Entries in the order they are to stand. */
typedef struct {
    const CareSheet *sheet; /* NULL: A4 */
    CareLetterhead shop;
    CareAddressee customer;
    CareDate printed;
    const char *subject; /* "All entries" or what the list was filtered by */
    const CareTimelinePaperEntry *entries;
    guint n_entries;
} CareTimelinePaper;

CarePaper *care_timeline_paper_layout(const CareTimelinePaper *timeline);

G_END_DECLS
