/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a record refers to, as the table of its fields says it, for service/flow.c, an import and verify. The thread of
 * the connection. */

/* CARE_ERROR_REFUSED, naming both customers, when a reference that differs from old (nullable) is to something of
 * another customer than the record, or when the record is another customer's than in old and it still has one; and when one
 * that differs leads, over others of the kind or at once, to the record itself. */
gboolean care_flow_check_references(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                                    GError **error);
/* Clears references of the kind that lets go to what is another customer's: the record went to somebody else. */
gboolean care_flow_let_strangers_go(CareTransaction *transaction, CareRecord *record, GError **error);

/* A reference of a record that stands, which no door takes: it leads over others of its kind, or at once, back to the record;
 * or it is to something of another customer. */
typedef struct {
    int field; /* -1: there is none */
    gboolean is_ring;
    int schema; /* the first all of whose doors asked it; G_MAXINT: there is none so far */
} CareAstray;

/* Whether a record of the kind may have one. */
gboolean care_flow_may_stray(const CareKind *kind);
/* Transfer full. */
char *care_flow_say_astray(CareRecord *record, const CareAstray *astray);
/* Whether it may stand where every door of the schema was asked: CARE_ERROR_REFUSED with that sentence. */
gboolean care_flow_check_astray(CareConnection *connection, CareRecord *record, int schema, GError **error);
/* The first from that field on. */
gboolean care_flow_find_astray(CareConnection *connection, CareRecord *record, int from, CareAstray *astray,
                               GError **error);

G_END_DECLS
