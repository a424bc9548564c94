/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/flow.h"
#include "document/invoice-paper.h"

G_BEGIN_DECLS

/* The parts of an invoice's paper, in the order in which they stand; of invoice-paper.c alone. */
void care_invoice_paper_add_lines(CareFlow *flow, const CareInvoicePaper *invoice);
/* One block, tied to the last lines: the sums never stand alone on a page. */
void care_invoice_paper_add_sums(CareFlow *flow, const CareInvoicePaper *invoice);
/* How to pay, with the code to scan, and a word of thanks. */
void care_invoice_paper_add_closing(CareFlow *flow, const CareInvoicePaper *invoice);

/* Lines that stand under a head of their own: of one kind. */
typedef struct {
    CarePaperLineKind kind;
    const char *title; /* translated */
    CareMoney sum;
    gboolean taxed; /* any of them */
} CareInvoicePaperGroup;

/* In the order in which they stand. 0: the lines are not parted; they stand as they are, under one head. */
guint care_invoice_paper_groups(const CareInvoicePaper *invoice,
                                CareInvoicePaperGroup groups[CARE_PAPER_LINE_KINDS]);

/* How wide a figure must be, so that it does not break: in points, of one line. */
double care_invoice_paper_text_width(CareFlow *flow, const char *text, const CareTextStyle *style);
/* What the country calls its tax; static or the invoice's. */
const char *care_invoice_paper_tax_name(const CareInvoicePaper *invoice);

static inline gboolean
care_invoice_paper_has(const char *text)
{
    return text != NULL && *text != '\0';
}

static inline gboolean
care_invoice_paper_is_credit(const CareInvoicePaper *invoice)
{
    return invoice->type == CARE_PAPER_CREDIT_NOTE;
}

/* Whose customers know other words for what is to be paid. */
static inline gboolean
care_invoice_paper_is_american(const CareInvoicePaper *invoice)
{
    return g_strcmp0(invoice->shop.country, "US") == 0;
}

static inline gboolean
care_invoice_paper_is_draft(const CareInvoicePaper *invoice)
{
    return !care_invoice_paper_has(invoice->number);
}

#define CARE_INVOICE_PAPER_GAP 10.0
#define CARE_INVOICE_PAPER_AMOUNT_WIDTH (25 * CARE_MM - CARE_INVOICE_PAPER_GAP)
#define CARE_INVOICE_PAPER_FIGURE { 10, 400, CARE_INK, CARE_ALIGN_END, TRUE, 13 }
#define CARE_INVOICE_PAPER_QUIET_FIGURE { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_END, TRUE, 12 }
#define CARE_INVOICE_PAPER_NAME { 10, 500, CARE_INK, CARE_ALIGN_START, FALSE, 13 }
#define CARE_INVOICE_PAPER_BODY { 10, 400, CARE_INK, CARE_ALIGN_START, FALSE, 13 }

G_END_DECLS
