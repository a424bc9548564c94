/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"
#include "store/query.h"

G_BEGIN_DECLS

/* What somebody types at the counter, and what it finds. Any fragment of three characters finds: of a name, phone,
 * e-mail address, serial, plate, job or invoice number; one or two characters find the beginnings of words, and of syllables
 * and ideographs any that stand together. A name is found in all its spellings, a phone number in all its forms. */
typedef struct {
    const CareKind *kind;
    CareId id;
    CareId customer; /* whose it is; 0 for nobody's, or a deleted one's */
    char *title;
    char *detail;      /* nullable */
    const char *match; /* see store/search-fit.h */
    char *why;         /* what was found, as it is written there; nullable */
    const CareKind
        *through;      /* of an owner who was found by a thing of theirs: its kind; its title is in detail */
    CareId by;         /* and its id */
    int rank;          /* smaller is better */
    gboolean literal;  /* it is written there as it was typed, not in another spelling or form */
    gboolean numbered; /* the text is the number of this very document */
    gboolean ended;    /* the text is what that ends with */
    CareInstant deleted; /* 0: it is there */
} CareSearchHit;

void care_search_hit_free(CareSearchHit *hit);

/* Best first, at most limit. An empty or unusable text finds nothing. Transfer full: GPtrArray of CareSearchHit. */
GPtrArray *care_search(CareConnection *connection, const char *text, guint limit, GError **error);
/* The customers that the text finds, by themselves or by what is theirs, best first; at most limit. For a list that is asked at
 * each letter: of what finds very many, half as many are ranked as by care_search(). Transfer full. */
GArray *care_search_customers(CareConnection *connection, const char *text, guint limit, GError **error);
/* The same as hits, so that it can be said why. Transfer full: GPtrArray of CareSearchHit. */
GPtrArray *care_search_people(CareConnection *connection, const char *text, guint limit, GError **error);
/* All customers that the text finds, alphabetically and however many they are. NULL when it can find nothing. */
CareQuery *care_search_all_customers(CareConnection *connection, const char *text);
/* Customers that the text finds and that were deleted since then, best first, at most limit. Each of those that were deleted
 * is looked at, which takes a moment where they are thousands. Transfer full: GPtrArray of CareSearchHit. */
GPtrArray *care_search_deleted(CareConnection *connection, const char *text, CareInstant since, guint limit,
                               GError **error);

G_END_DECLS
