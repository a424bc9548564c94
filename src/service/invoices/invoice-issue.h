/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/invoices/invoice-proof.h"
#include "service/invoices/promise.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Issuing: number, paper, hash and freeze in one transaction (rules-invoices I2, I3). */

/* Turns the draft into an issued document and returns it. Refused: an issued one, one without lines, one above what
 * was agreed without a recorded consent (S22), one before the work is done without a reason (S23), one that lacks what
 * the law asks for (invoice-check.h), a day before the last issued one. Nothing is taken when it is refused, the number
 * included. proof: a paper made before, or asked for now, which refuses as well (invoice-proof.h); NULL: the paper is made
 * within the transaction. */
CareRecord *care_invoice_issue(CareTransaction *transaction, CareId draft, CareInvoiceProof *proof,
                               GError **error);
/* The full credit note (381) for an issued invoice, issued at once; the invoice becomes cancelled and its job is to be
 * billed again. Returns the credit note. */
CareRecord *care_invoice_cancel(CareTransaction *transaction, CareId invoice, CareInvoiceProof *proof,
                                GError **error);
/* Why the draft may not be issued as it stands; NULL if it may. For the window's banner. Any connection. */
typedef enum {
    CARE_ISSUE_CLEAR,
    CARE_ISSUE_EMPTY,          /* no lines */
    CARE_ISSUE_NEEDS_CONSENT,  /* more than agreed */
    CARE_ISSUE_ABOVE_PRICE,    /* more than the job's price, to which nobody has said yes */
    CARE_ISSUE_BILLED_BEFORE,  /* more than agreed, with what other invoices billed of the job */
    CARE_ISSUE_BILLED_TWICE,   /* other invoices billed the job, and nobody has said yes to a price */
    CARE_ISSUE_OTHER_CURRENCY, /* than that in which it was agreed or billed before */
    CARE_ISSUE_NEEDS_REASON,   /* before the work is done */
    CARE_ISSUE_LACKS,          /* it lacks what an invoice must have: care_invoice_lacks() */
    CARE_ISSUE_UNREADABLE,     /* nobody can say, for something could not be read; *error says what */
} CareIssueCheck;
CareIssueCheck care_invoice_check(CareConnection *connection, CareRecord *draft, CareDate today,
                                  GError **error);
/* What the customer has to be asked, or was, of a promise that is exceeded. */
CareIssueCheck care_issue_check_promise(const CarePromise *promise);
/* Why, and the field of the draft that it is about; NULL: see the lacks. Static, translated. */
const char *care_issue_check_sentence(CareIssueCheck check);
const char *care_issue_check_field(CareIssueCheck check);

/* Waited for, for the command line. A long paper is laid out outside any transaction. */
CareRecord *care_invoice_issue_now(CareStore *store, CareId draft, GError **error);
CareRecord *care_invoice_cancel_now(CareStore *store, CareId invoice, GError **error);
/* And for the window, where somebody was asked. shown: the document as it was shown then; where it shows anything else by
 * now (care_invoice_shows_the_same()), nothing is issued: CARE_ERROR_CONFLICT. Main thread. */
void care_invoice_issue_async(CareStore *store, CareRecord *shown, GAsyncReadyCallback callback,
                              gpointer user_data);
void care_invoice_cancel_async(CareStore *store, CareRecord *shown, GAsyncReadyCallback callback,
                               gpointer user_data);
/* Of both. The issued document; transfer full. */
CareRecord *care_invoice_issue_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
