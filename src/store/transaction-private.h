/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* For the store's worker only. draft_mark: of the store's CareDraftOwner. */
CareTransaction *care_transaction_new(CareConnection *connection, const char *data_dir,
                                      const char *draft_mark);
void care_transaction_free(CareTransaction *self);
/* Runs func in a transaction. On success returns what it changed, else NULL with everything rolled back. */
CareChangeSet *care_transaction_perform(CareTransaction *self, CareClock *clock, CareId actor,
                                        CareTransactionFunc func, gpointer data, GError **error);
/* The change(seq) numbers of the last commit; last < first if it changed nothing. */
void care_transaction_seqs(CareTransaction *self, gint64 *first, gint64 *last);

G_END_DECLS
