/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Recording a payment that somebody was asked for: "This pays the invoice in full" holds for what was open then. */

/* What stands open on the document: for money that comes in, what the customer still owes for it; for money that goes back
 * (back), what the shop owes of its account. Minor units of its currency; never below 0. Any connection. */
gboolean care_payment_read_rest(CareConnection *connection, CareRecord *document, gboolean back,
                                CareMoney *rest, GError **error);
/* Saves a copy of a new payment (below 0: money goes back) and forgets the draft with this key (nullable), if the rest is
 * still what was shown; else CARE_ERROR_CONFLICT, which says what it is now. One that was taken back, as it was saved, comes
 * back: for its Redo the same holds, by what was shown when it was recorded. Main thread. */
void care_payment_record_async(CareStore *store, CareRecord *payment, CareMoney shown, const char *draft,
                               GAsyncReadyCallback callback, gpointer user_data);
/* As it was saved. Transfer full. */
CareRecord *care_payment_record_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
