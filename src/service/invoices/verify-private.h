/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/verify.h"

G_BEGIN_DECLS

/* One verification under way, and where its walk along the chain is. */
typedef struct {
    CareVerification *result;
    CareConnection *connection;
    const char *data_dir;
    CareDate today;      /* the shop's */
    CareChainHead *head; /* as it is kept; NULL: there is none, or it cannot be read */
    gboolean head_damaged;
    GPtrArray *
        papers; /* names in issued/; both as they were before the snapshot: later ones may be of later documents */
    GHashTable *numbers;   /* of the documents that are there */
    GHashTable *days;      /* series → the date of its last document */
    GPtrArray *gaps;       /* CareKnownGap: numbers that somebody has given a reason for */
    char *currency;        /* the shop's; NULL while no record was looked at */
    int began;             /* the schema under which it began */
    gboolean lacks_tables; /* or has others than the program made */
    GHashTable *told;      /* ids (gint64) of records of which something was told that they hold */
    char *chain;
    gint64 order;
} CareVerify;

typedef struct {
    char *series;
    gint64 first, last;
    char *reason;
} CareKnownGap;

/* A problem; number is nullable, what (transfer full) a sentence or "field: stored → found". */
void care_verify_add(CareVerify *self, const char *kind, CareId id, const char *number, char *what);
/* The same of what is no problem, but to be told. */
void care_verify_note(CareVerify *self, const char *kind, CareId id, const char *number, char *what);

/* What no issued document is without, and one that another program emptied is: then "". */
const char *care_verify_text(CareRecord *record, int field);

/* Whether something was told already of what the record holds. */
gboolean care_verify_knows(CareVerify *self, CareId id);

/* The search index has something else of a record than the record. */
void care_verify_add_unsearched(CareVerify *self, CareId id);

/* Each returns FALSE only when it could not look at all of its part. The schema first: it says how far the rest can be
 * trusted to be there. */
gboolean care_verify_schema(CareVerify *self, GError **error);
/* Whether it could not be looked, for that reason (transfer full), because of what somebody else put into the database, as a
 * table of a module that SQLite does not have: the schema tells that, and what helps. Else FALSE with the reason. */
gboolean care_verify_is_in_the_way(CareVerify *self, GError *why, GError **error);
gboolean care_verify_chain(CareVerify *self, GError **error);
/* After the chain: its head, and the folder of papers. */
gboolean care_verify_head(CareVerify *self, GError **error);
GPtrArray *care_verify_list_papers(const char *data_dir);
gboolean care_verify_papers(CareVerify *self, GError **error);
gboolean care_verify_money(CareVerify *self, GError **error);
gboolean care_verify_data(CareVerify *self, GError **error);
/* A part of the records. */
gboolean care_verify_payment(CareVerify *self, CareRecord *payment, GError **error);
gboolean care_verify_payments(CareVerify *self, GError **error);
gboolean care_verify_links(CareVerify *self, CareRecord *record, GError **error);
gboolean care_verify_records(CareVerify *self, GError **error);

/* Of series.c: numbers that are not there, with a reason or as a problem. */
gboolean care_verify_read_gaps(CareVerify *self, GError **error);
/* Of those with a reason: whether somebody can have given them out. */
gboolean care_verify_known_gaps(CareVerify *self, GError **error);
CareSeries *care_verify_series(CareVerify *self, const char *name);
gint64 care_verify_sequence(const char *number);
void care_verify_add_gap(CareVerify *self, CareSeries *series, gint64 from, gint64 to);
void care_known_gap_free(gpointer gap);

G_END_DECLS
