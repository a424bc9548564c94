/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/kind-query.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* With what a record is asked that is there already, or comes as it stands. */
typedef struct {
    const char *currency; /* the shop's */
    int schema;     /* the oldest that it may have been entered under: what that did not ask is not asked */
    CareDate today; /* the shop's */
} CareAsked;

/* CareKindFlow: the rules of a kind that reach beyond the record itself, run by service/flow.c in the transaction that
 * writes it. Each may be NULL; each may refuse with an error, which undoes the whole transaction; each saves other
 * records through service/flow.h. old is the record as it was stored, NULL for a new one. Worker thread. */
typedef struct {
    const CareKind *kind;
    /* Before it is written, or brought back (old is deleted then and record is not): fills in what follows from the shop
     * and from other records. */
    gboolean (*prepare)(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error);
    /* It was written. */
    gboolean (*saved)(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error);
    /* It was written and belongs to another record than before, by the field owner: what goes along with it. */
    gboolean (*moved)(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error);
    int owner;
    /* Whether it may go, to Recently Deleted or for good. Changes nothing. */
    gboolean (*may_go)(CareTransaction *transaction, CareRecord *record, GError **error);
    /* It was marked as deleted, and is not any more: what goes, and comes back, with it. old is not deleted for
     * removed(), and for undeleted() tells by its stamp when it was. */
    gboolean (*removed)(CareTransaction *transaction, CareRecord *old, GError **error);
    gboolean (*undeleted)(CareTransaction *transaction, CareRecord *old, GError **error);
    /* What it is by itself, whatever way it came: asked of one that came verbatim from an archive, before check_restored, and
     * told by verify of one that stands. Changes nothing; any thread. */
    gboolean (*check_alone)(CareRecord *record, const CareAsked *asked, GError **error);
    /* Whether it can be reckoned with, its sums or the taxes of its lines: every door has always asked. Whether an import asks
     * is for check_alone to say, by the schema; of what came in unasked it is told. Changes nothing; any thread. */
    gboolean (*adds_up)(CareRecord *record, GError **error);
    /* What no door of today takes, for what other records are, and those of before did: told as a note, by verify and an import.
     * Changes nothing; the connection's thread. */
    gboolean (*check_among)(CareConnection *connection, CareRecord *record, GError **error);
    /* It came verbatim from an archive, as everything else there has by now: whether it may stay as it stands. What was
     * entered under an older schema is not asked what that did not ask. Changes nothing. */
    gboolean (*check_restored)(CareTransaction *transaction, CareRecord *record, int schema, GError **error);
    /* It stays, and is not deleted; what follows from it most often came along, in the same file, and is as it was where that
     * was written. What was here before follows from it as if it had been entered here, but nothing may be refused any more. */
    gboolean (*restored)(CareTransaction *transaction, CareRecord *record, const CareKindBrought *along,
                         GError **error);
    /* What it says and follows from other rows, worked out anew in a record as it is stored (service/flow-derive.h): told by
     * verify, stored by rebuild and after restored(). Saves nothing; any thread. */
    gboolean (*derive)(CareConnection *connection, CareRecord *record, GError **error);
} CareKindFlow;

/* Never NULL: of a kind without rules, which is written as it is, all are NULL. */
const CareKindFlow *care_kind_flow(const CareKind *kind);

G_END_DECLS
