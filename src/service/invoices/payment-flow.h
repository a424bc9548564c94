/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* What an issued invoice has been paid, what is to be paid back of it, and its state, follow from its payments, whichever way one comes, goes, changes
 * or is put to another invoice. */
extern const CareKindFlow care_payment_flow;

/* Sets what was paid on an issued invoice, and its state, as its payments and its credit note say; writes nothing. The one
 * rule of it, which verify holds against what is stored. */
gboolean care_invoice_follow_payments(CareConnection *connection, CareRecord *invoice, GError **error);
/* What was paid on an issued document, and its state, as its payments say; and what the shop owes of the invoice, with
 * its credit notes (rules-invoices I5: an overpayment is the customer's). */
gboolean care_invoice_settle(CareTransaction *transaction, CareId id, GError **error);

G_END_DECLS
