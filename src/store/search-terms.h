/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* CareSearchTerms: a text as somebody typed it to find something, taken apart, and what the search tables are asked
 * for it. */
typedef struct {
    char *text;        /* as typed, without spaces around it */
    GPtrArray *words;  /* of GPtrArray: each word in the ways it may be written, folded, as it stands first */
    GPtrArray *wholes; /* all of it without separators, in each of its spellings, as it stands first */
    GPtrArray *
        codes; /* what a stored code may hold of it: the text without separators, then its readings as a phone
                          number */
    char *number;           /* of a document, see care_search_number(); nullable */
    char *typed;            /* the digits of that number as they were typed; NULL without it */
    const CareKind *called; /* the kind that was named with the number; nullable */
    GPtrArray *numbers;     /* its codes, to be marked where they stand; NULL without it */
} CareSearchTerms;

/* region: the shop's, for phone numbers. */
CareSearchTerms care_search_terms_parse(const char *text, const char *region);
void care_search_terms_clear(CareSearchTerms *self);

/* Whether a fragment is long enough to be found within a word by the table of codes. */
gboolean care_search_is_long(const char *fragment);

/* FTS5 expressions, "" for none; transfer full: every word that is long, anywhere; every word, whole; every word, as
 * the beginning of one. */
char *care_search_terms_fragments(const CareSearchTerms *self);
char *care_search_terms_whole_words(const CareSearchTerms *self);
char *care_search_terms_beginnings(const CareSearchTerms *self);
char *care_search_phrase(const char *text); /* the text itself, as one */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareSearchTerms, care_search_terms_clear)

G_END_DECLS
