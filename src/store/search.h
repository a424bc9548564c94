/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"
#include "store/query.h"

G_BEGIN_DECLS

/* What somebody types at the counter, and what it finds. Any fragment of three characters finds: of a name, phone,
 * e-mail address, serial, plate, job or invoice number; one or two characters find the beginnings of words. */
typedef struct {
    const CareKind *kind;
    CareId id;
    CareId customer; /* whose it is; 0 for nobody's, or a deleted one's */
    char *title;
    char *detail;      /* nullable */
    const char *match; /* see store/search-fit.h */
    int rank;          /* smaller is better */
    gboolean numbered; /* the text is the number of this very document */
} CareSearchHit;

void care_search_hit_free(CareSearchHit *hit);

/* Best first, at most limit. An empty or unusable text finds nothing. Transfer full: GPtrArray of CareSearchHit. */
GPtrArray *care_search(CareConnection *connection, const char *text, guint limit, GError **error);
/* The customers that the text finds, by themselves or by what is theirs, best first; at most limit. Transfer full. */
GArray *care_search_customers(CareConnection *connection, const char *text, guint limit, GError **error);
/* All customers that the text finds, alphabetically and however many they are. NULL when it can find nothing. */
CareQuery *care_search_all_customers(CareConnection *connection, const char *text);

G_END_DECLS
