/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What an issued invoice has been paid, what is to be paid back of it, and its state, follow from its payments, whichever way one comes, goes, changes
 * or is put to another invoice. */
extern const CareKindFlow care_payment_flow;

/* Sets what was paid on an issued invoice, its state and what is to be paid back, as its payments and its credit note say;
 * writes nothing. The one rule of it, which verify holds against what is stored. */
gboolean care_invoice_follow_payments(CareConnection *connection, CareRecord *invoice, GError **error);
/* Whether what is stored of an issued invoice follows from them so. What is to be paid back may not be said at all, as
 * older programs did. */
gboolean care_invoice_books_fit(CareConnection *connection, CareRecord *invoice, gboolean *fit,
                                GError **error);
/* What was paid on an issued document, and its state, as its payments say; and what the shop owes of the invoice, with
 * its credit notes (rules-invoices I5: an overpayment is the customer's). */
gboolean care_invoice_settle(CareTransaction *transaction, CareId id, GError **error);

/* Refuses (CARE_ERROR_CORRUPT) while what a document says was paid is not the sum of its payments: settling it then would
 * make a loss of one look whole. gone: what was counted and, within this transaction, is no more; minor units, 0 for
 * nothing. */
gboolean care_invoice_check_books(CareTransaction *transaction, CareRecord *invoice, CareMoney gone,
                                  GError **error);

G_END_DECLS
