/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What hangs on a record and goes its way with it, for the flows of the kinds. Worker thread. */
typedef struct {
    const CareKind *kind;
    int field;                      /* of the kind: refers to the record */
    gboolean (*goes)(CareRecord *); /* NULL: every one of them does */
} CareTie;

/* Marks what goes with the record id as deleted, in this instant … */
gboolean care_tie_remove(CareTransaction *transaction, const CareTie *tie, CareId id, GError **error);
/* … and brings back what went in the instant deleted. */
gboolean care_tie_undelete(CareTransaction *transaction, const CareTie *tie, CareId id, CareInstant deleted,
                           GError **error);
/* Gives what goes with it, deleted or not, to the customer it belongs to now; loose references to what stays behind are
 * let go. */
gboolean care_tie_move(CareTransaction *transaction, const CareTie *tie, CareId id, CareId customer,
                       GError **error);
/* Those that go, deleted or not. Transfer full; NULL on an error. */
GPtrArray *care_tie_load(CareTransaction *transaction, const CareTie *tie, CareId id, GError **error);

G_END_DECLS
