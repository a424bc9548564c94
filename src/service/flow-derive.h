/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a row says and follows from other rows (CareKindFlow.derive): whether a job is to bill, the sums of a draft, the state
 * of an invoice and what is to be paid back of it. The flows keep it; whatever else wrote on the shop did not. */

/* Works it out in a record as it is stored; of what is deleted, or of a kind of which nothing follows, nothing. Saves
 * nothing. Any thread. */
gboolean care_flow_derive(CareConnection *connection, CareRecord *record, GError **error);
/* And stores what differs: the record stays as old as it was, for nobody wrote on it. Worker thread. */
gboolean care_flow_derive_stored(CareTransaction *transaction, CareRecord *record, GError **error);
/* Of every record of every kind. Worker thread. */
gboolean care_flow_derive_all(CareTransaction *transaction, GError **error);

G_END_DECLS
