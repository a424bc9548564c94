/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/money.h"
#include "document/letterhead.h"

G_BEGIN_DECLS

/* UNTDID 1001 */
typedef enum {
    CARE_PAPER_PARTIAL_INVOICE = 326,
    CARE_PAPER_INVOICE = 380,
    CARE_PAPER_CREDIT_NOTE = 381,
    CARE_PAPER_CORRECTED_INVOICE = 384,
} CarePaperType;

/* A discount (negative) or a charge (positive) with its reason. */
typedef struct {
    const char *reason;
    CareMoney amount;
} CareInvoicePaperAdjustment;

/* What a line is of, in the order in which an invoice parts them where it does (United States). */
typedef enum {
    CARE_PAPER_LINE_PART,
    CARE_PAPER_LINE_LABOUR,
    CARE_PAPER_LINE_FEE,
    CARE_PAPER_LINE_OTHER,
    CARE_PAPER_LINE_KINDS,
} CarePaperLineKind;

typedef struct {
    const char *name;
    const char *note;
    CareDecimal quantity;
    const char *unit;  /* "h"; NULL or "" for pieces */
    CareDecimal price; /* net or gross as the whole document */
    CareMoney amount;  /* after the line's adjustments */
    gboolean has_agreed;
    CareMoney agreed;
    CareDecimal tax_rate; /* percent; printed when the document has more than one */
    const CareInvoicePaperAdjustment *adjustments;
    guint n_adjustments;
    CareDecimal base_quantity; /* how many units the price is for; 0: one */
    CareDecimal net_price;     /* without tax, where the price has it; 0: not printed */
    CarePaperLineKind kind;
} CareInvoicePaperLine;

/* One row of the tax breakdown: BG-23. */
typedef struct {
    const char *category; /* "S", "Z", "E", "AE", "K", "O" */
    const char *name;     /* "VAT", "QST", "Sales tax"; NULL: VAT */
    CareDecimal rate;
    CareMoney taxable;
    CareMoney tax;
    const char *reason; /* of an exemption */
} CareInvoicePaperTax;

/* An invoice as plain values, already computed: nothing here is added up again, what is given is printed. All
 * pointers are borrowed for the call; NULL, "" and an unset date leave a thing out. */
typedef struct {
    const CareSheet *sheet; /* NULL: A4 */
    CareLetterhead shop;
    CareAddressee buyer;
    CarePaperType type;
    const char *title;  /* overrides the preset word, "Rechnungskorrektur" */
    const char *number; /* NULL: a draft */
    CareDate issued;
    CareDate supplied; /* or the first day of the period */
    CareDate supplied_until;
    CareDate due;
    const char *job;
    const char *subject; /* "Repair of your espresso grinder, Mahlkönig K30, serial 30-88121" */
    const char *agreement;
    const char *buyer_reference;
    const char *corrects; /* number of the invoice this one corrects */
    CareDate corrects_date;
    const char *currency;
    const char *tax_name; /* as the country calls it, "USt."; NULL: VAT */
    gboolean hides_tax;   /* none is charged, and none may be spoken of */
    gboolean prices_include_tax;
    gboolean adds_up_taxes; /* of several rates: BT-110 and, where prices include tax, BT-109 */
    const CareInvoicePaperLine *lines;
    guint n_lines;
    const CareInvoicePaperAdjustment *adjustments;
    guint n_adjustments;
    const CareInvoicePaperTax *taxes;
    guint n_taxes;
    CareMoney line_total;
    CareMoney net;
    CareMoney tax;
    CareMoney gross;
    CareMoney paid;
    CareMoney rounding;
    CareMoney withheld;
    CareMoney due_amount;
    const char *exemption;    /* "No VAT is charged (§ 19 UStG)." */
    const char *note;         /* the shop's own words on this invoice */
    const char *terms;        /* NULL: made from the due date */
    const char *thanks;       /* NULL: a preset sentence */
    const char *payment_code; /* what the QR code says, from care_epc_payload_build(); NULL: no code */
} CareInvoicePaper;

CarePaper *care_invoice_paper_layout(const CareInvoicePaper *invoice);
const char *care_invoice_paper_get_title(const CareInvoicePaper *invoice);

G_END_DECLS
