/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "document/letterhead.h"

G_BEGIN_DECLS

/* One date worth knowing: the end of a warranty, the next service. */
typedef struct {
    CareDate date;
    const char *title;
    const char *detail;
} CareCareCardDate;

/* What the customer takes home. Strings are borrowed for the call; NULL or "" leaves a thing out. */
typedef struct {
    const CareSheet *sheet; /* NULL: A5 */
    CareLetterhead shop;
    const char *customer;
    const char *device; /* "Espresso grinder, Mahlkönig K30" */
    const char *serial;
    const char *job;
    CareDate handed_over;
    const CareCareCardDate *dates;
    guint n_dates;
    const char *advice; /* how to look after it; paragraphs parted by newlines */
} CareCareCard;

CarePaper *care_care_card_layout(const CareCareCard *card);

G_END_DECLS
