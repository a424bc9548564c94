/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a record refers to, as the table of its fields says it, for service/flow.c. Worker thread. */

/* CARE_ERROR_REFUSED, naming both customers, when a reference that differs from old (nullable) is to something of
 * another customer than the record, or when the record is another customer's than in old and it still has one; and when one
 * that differs leads, over others of the kind or at once, to the record itself. */
gboolean care_flow_check_references(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                                    GError **error);
/* Clears references of the kind that lets go to what is another customer's: the record went to somebody else. */
gboolean care_flow_let_strangers_go(CareTransaction *transaction, CareRecord *record, GError **error);

G_END_DECLS
