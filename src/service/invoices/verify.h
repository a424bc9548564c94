/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Looks at every issued document, its stored paper and its chain, and at the shop's data as a whole. Reads only. */
typedef struct {
    const char *
        kind; /* of documents "altered", "missing", "reordered", "counter", "payment", "file"; of the database
                       * "damaged", "schema", "guard", "orphan", "foreign-key", "search-index", "derived"; of records and
                       * settings "value" */
    CareId id;    /* 0: none */
    char *number; /* nullable */
    char *what;   /* a sentence or "field: stored → found" */
} CareProblem;

typedef struct {
    gint64 from, to; /* sequence numbers that are not there */
    char *reason;    /* a gap with a reason that is known is no problem */
} CareGap;

typedef struct {
    char *series;
    char *first, *last; /* numbers */
    GPtrArray *gaps;    /* CareGap */
    /* Numbers (char *) of documents that bear an earlier day than the one before them: somebody said that it is right, so
     * they are no problem. */
    GPtrArray *out_of_order;
} CareSeries;

typedef struct {
    guint documents;
    GPtrArray *series;   /* CareSeries */
    GPtrArray *problems; /* CareProblem */
    /* CareProblem too, though none: what an older version wrote and every door lets stand, so that nobody has to mend it. */
    GPtrArray *notes;
} CareVerification;

/* The same but for the values of records and settings: whether the shop is whole, for a backup holds what it holds. */
CareVerification *care_verify_whole(CareConnection *connection, const char *data_dir, GError **error);
CareVerification *care_verify(CareStore *store, GError **error);
/* Of a shop that cannot be opened. today: the shop's. */
CareVerification *care_verify_file(CareConnection *connection, const char *data_dir, CareDate today,
                                   GError **error);
void care_verification_free(CareVerification *verification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVerification, care_verification_free)

G_END_DECLS
