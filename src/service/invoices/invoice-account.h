/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* An invoice with its credit notes and the payments of all of them: what was paid, what is to be paid back, and what state
 * each of these documents is in. */

/* The invoice that a credit note corrects, else the document itself. */
CareId care_invoice_account(CareRecord *document);
/* An account: an invoice with its credit notes and the payments of all of them. Minor units of its currency. */
typedef struct {
    CareMoney owed; /* below 0 the shop owes, whatever came in */
    CareMoney paid; /* what came in less what went back */
} CareBalance;

/* The one place where it is summed up. account: the invoice. Any connection. */
gboolean care_invoice_read_balance(CareConnection *connection, CareId account, CareBalance *balance,
                                   GError **error);
/* Sets what was paid on an issued invoice, its state and what is to be paid back, as its payments and its credit note say;
 * writes nothing. The one rule of it, which verify holds against what is stored. */
gboolean care_invoice_follow_payments(CareConnection *connection, CareRecord *invoice, GError **error);
/* The state, and what is to be paid back, alone; and nothing where its payments do not come to what it says was paid. */
gboolean care_invoice_derive_state(CareConnection *connection, CareRecord *invoice, GError **error);
/* Whether what is stored of an issued invoice follows from them so. What is to be paid back may not be said at all, as
 * older programs did. */
gboolean care_invoice_books_fit(CareConnection *connection, CareRecord *invoice, gboolean *fit,
                                GError **error);
/* What was paid on an issued document, and its state, as its payments say; what the shop owes of the account
 * (rules-invoices I5: an overpayment is the customer's), and whether its credit notes are settled by that. */
gboolean care_invoice_settle(CareTransaction *transaction, CareId id, GError **error);

/* Refuses (CARE_ERROR_CORRUPT) while what a document says was paid is not the sum of its payments: a payment that went
 * another way than through its flow is not forgotten at the next one, and settling then would make a loss look whole.
 * gone: what was counted and, within this transaction, is no more; minor units, 0 for nothing. */
gboolean care_invoice_check_books(CareTransaction *transaction, CareRecord *invoice, CareMoney gone,
                                  GError **error);

G_END_DECLS
