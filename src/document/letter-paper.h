/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "document/letterhead.h"

G_BEGIN_DECLS

/* A letter to one customer. Strings are borrowed for the call. */
typedef struct {
    const CareSheet *sheet; /* NULL: A4 */
    CareLetterhead shop;
    CareAddressee customer;
    CareDate date;
    const char *subject; /* nullable */
    const char *body;    /* paragraphs, an empty line between them */
} CareLetterPaper;

CarePaper *care_letter_paper_layout(const CareLetterPaper *letter);

G_END_DECLS
