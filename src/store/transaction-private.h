/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* For the store's worker only. drafts: of the store, which frees it later. */
CareTransaction *care_transaction_new(CareConnection *connection, const char *data_dir,
                                      CareDraftOwner *drafts);
void care_transaction_free(CareTransaction *self);
/* Runs func in a transaction. On success returns what it changed, else NULL with everything rolled back. */
CareChangeSet *care_transaction_perform(CareTransaction *self, CareClock *clock, CareId actor,
                                        CareTransactionFunc func, gpointer data, GError **error);
/* Refuses a day that no clock shows: what is entered on it would be a fault of the shop from then on, and be left out by an
 * import of its own export. */
gboolean care_transaction_check_day(CareDate today, GError **error);
/* The change(seq) numbers of the last commit; last < first if it changed nothing. */
void care_transaction_seqs(CareTransaction *self, gint64 *first, gint64 *last);

/* A clock that went ahead may have been put right since. A record that was written by it is not changed earlier than that: what
 * it says of those days that clock let in, and it stands. before: when it was changed last, or 0; one that no clock shows is
 * nobody's. */
CareInstant care_transaction_later_than(CareTransaction *self, CareInstant before);

G_END_DECLS
