/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bill/bill.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Drafts: everything of an invoice before it has a number. */

/* Fills in every sum of the invoice from its lines (EN 16931; rules-invoices I4). Pure; any thread.
 * CARE_ERROR_INPUT on lines that the rules forbid; the sums then keep their values. */
gboolean care_invoice_compute(CareRecord *invoice, GError **error);
/* The same for a draft as it is stored: nothing changes where its sums are those of its lines, or cannot be worked out. */
void care_invoice_derive_sums(CareRecord *draft);
/* The invoice's lines as the bill that computes them. Transfer full. */
CareBill *care_invoice_bill(CareRecord *invoice);
/* The other way round: lines from a bill that was read from a file. CARE_ERROR_REFUSED on what a draft cannot keep. */
gboolean care_invoice_take_bill(CareRecord *invoice, const CareBill *bill, GError **error);
/* An empty draft for a customer with the shop's defaults. Not saved. Transfer full. */
CareRecord *care_invoice_draft_new(CareConnection *connection, CareId customer);
/* What a draft that does not say otherwise has from the shop's settings. */
void care_invoice_set_defaults(CareConnection *connection, CareRecord *invoice);
/* A line's VAT category and rate as the shop usually has them. */
void care_invoice_line_set_defaults(CareConnection *connection, CareRecord *line);
/* What is wrong with its days to pay, which a program before this one took, or a file brought: a sentence, transfer full; NULL:
 * nothing. */
char *care_invoice_say_terms(CareRecord *draft);

/* A line with the price of a job's, not saved and not computed. */
void care_invoice_add_job_line(CareConnection *connection, CareRecord *invoice, CareRecord *from);

G_END_DECLS
