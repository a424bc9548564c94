/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/search-terms.h"

G_BEGIN_DECLS

/* Why a record was found. */
typedef struct {
    int fit; /* 0 a field of it is the text, 1 has it as a word, 2 as one that a hyphen binds to another, 3 begins
                          with it, 4 a word of it does, or a code ends with it, 5 it is within, 6 the words are spread
                          over fields, 7 it is within words run together; -1 not at all */
    const char *
        match; /* "name", "phone", "email", "serial", "plate", "job", "invoice", "tag" or what another kind calls
                          it (CareKind.match) */
    char *text; /* what is written there: a phone number, a serial; NULL when it is spread */
} CareSearchMatch;

void care_search_match_clear(CareSearchMatch *match);

/* How well a record, with its searched lists, fits what was typed. */
CareSearchMatch care_search_fit(const CareSearchTerms *terms, CareRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareSearchMatch, care_search_match_clear)

G_END_DECLS
