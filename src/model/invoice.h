/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/line-choices.h"
#include "model/record.h"

G_BEGIN_DECLS

/* An invoice (380) or credit note (381). Once issued, everything but paid, state and sent is frozen by the database.
 * exemption is the reason that lines of category E have, with its VATEX code. to_pay_back is what the shop owes the customer
 * of an invoice: paid above it, or paid and then credited. seller and buyer are JSON snapshots of the parties; sha256 is that
 * of the issued PDF. day_confirmed: the one before it in its series bears a later day, and somebody said that this day is
 * right. */
/* clang-format off */
/* UNTDID 1001. */
#define CARE_INVOICE_TYPES(W) \
    W(CARE_BILL_INVOICE, "380", N_("Invoice"), NULL) \
    W(CARE_BILL_CREDIT_NOTE, "381", N_("Credit note"), NULL)

#define CARE_INVOICE_STATES(W) \
    W(CARE_BILL_DRAFT, "draft", N_("Draft"), NULL) \
    W(CARE_BILL_ISSUED, "issued", N_("Issued"), NULL) \
    W(CARE_BILL_PART, "part", N_("Part paid"), NULL) \
    W(CARE_BILL_PAID, "paid", N_("Paid"), NULL) \
    W(CARE_BILL_CANCELLED, "cancelled", N_("Cancelled"), NULL)

#define CARE_INVOICE_FIELDS(F) \
    F(CARE_INVOICE_NUMBER, "number", N_("Invoice Number"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_CODES, NULL) \
    F(CARE_INVOICE_SERIES, "series", N_("Series"), TEXT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_SEQUENCE, "sequence", N_("Sequence"), INTEGER, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_TYPE, "type", N_("Type"), CHOICE, CARE_FIELD_REQUIRED | CARE_FIELD_COMPUTED, &care_invoice_type_set) \
    F(CARE_INVOICE_STATE, "state", N_("State"), CHOICE, CARE_FIELD_REQUIRED | CARE_FIELD_COMPUTED | CARE_FIELD_AFTER_ISSUE, &care_invoice_state_set) \
    F(CARE_INVOICE_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED | CARE_FIELD_AFTER_ISSUE, "customer") \
    F(CARE_INVOICE_JOB, "job", N_("Job"), REF, CARE_FIELD_SEAL, "job") \
    F(CARE_INVOICE_CORRECTS, "corrects", N_("Corrects"), REF, CARE_FIELD_COMPUTED, "invoice") \
    F(CARE_INVOICE_CURRENCY, "currency", N_("Currency"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_TOGETHER(1), NULL) \
    F(CARE_INVOICE_PRICES, "prices", N_("Prices"), CHOICE, CARE_FIELD_REQUIRED | CARE_FIELD_TOGETHER(1), &care_price_mode_set) \
    F(CARE_INVOICE_ISSUE_ORDER, "issue_order", N_("Order of Issue"), INTEGER, CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL, NULL) \
    F(CARE_INVOICE_ISSUED, "issued", N_("Issued"), DATE, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_DAY_CONFIRMED, "day_confirmed", N_("Day Confirmed"), BOOLEAN, CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL, NULL) \
    F(CARE_INVOICE_ISSUED_AT, "issued_at", N_("Issued At"), INSTANT, CARE_FIELD_COMPUTED | CARE_FIELD_STORY, NULL) \
    F(CARE_INVOICE_SUPPLY, "supply", N_("Supplied"), DATE, 0, NULL) \
    F(CARE_INVOICE_TERMS_DAYS, "terms_days", N_("Days to Pay"), INTEGER, 0, &care_range_count) \
    F(CARE_INVOICE_DUE_DATE, "due_date", N_("Due"), DATE, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_TERMS, "terms", N_("Payment Terms"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_INVOICE_NOTE, "note", N_("Message on the Invoice"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_INVOICE_CONTACT, "contact", N_("Contact Person"), REF, 0, "staff") \
    F(CARE_INVOICE_LINES, "lines", N_("Lines"), LIST, CARE_FIELD_TOGETHER(1), "invoice_line") \
    F(CARE_INVOICE_VAT_BREAKDOWN, "vat_breakdown", N_("VAT Breakdown"), LIST, CARE_FIELD_COMPUTED, "invoice_vat") \
    F(CARE_INVOICE_LINE_TOTAL, "line_total", N_("Sum of Lines"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_ALLOWANCES, "allowances", N_("Allowances"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_CHARGES, "charges", N_("Charges"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_NET, "net", N_("Net"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_TAX, "tax", N_("VAT"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_GROSS, "gross", N_("Gross"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_ROUNDING, "rounding", N_("Rounding"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_PREPAID, "prepaid", N_("Paid Before"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_PAYABLE, "payable", N_("To Pay"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_CONSENT_AT, "consent_at", N_("Agreed On"), INSTANT, CARE_FIELD_TOGETHER(2), NULL) \
    F(CARE_INVOICE_CONSENT_BY, "consent_by", N_("Agreed By"), TEXT, CARE_FIELD_TOGETHER(2), NULL) \
    F(CARE_INVOICE_CONSENT_HOW, "consent_how", N_("Agreed How"), TEXT, CARE_FIELD_TOGETHER(2), NULL) \
    F(CARE_INVOICE_EXEMPTION, "exemption", N_("Why No Tax Is Charged"), TEXT, CARE_FIELD_TOGETHER(3), NULL) \
    F(CARE_INVOICE_EXEMPTION_CODE, "exemption_code", N_("Code of the Exemption"), TEXT, CARE_FIELD_TOGETHER(3), NULL) \
    F(CARE_INVOICE_EARLY_REASON, "early_reason", N_("Reason for Billing in Advance"), TEXT, 0, NULL) \
    F(CARE_INVOICE_SELLER, "seller", N_("Seller"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL, NULL) \
    F(CARE_INVOICE_BUYER, "buyer", N_("Buyer"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL, NULL) \
    F(CARE_INVOICE_CONTENT, "content", N_("Content"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL | CARE_FIELD_SEAL, NULL) \
    F(CARE_INVOICE_SHA256, "sha256", N_("Document Hash"), TEXT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_CHAIN, "chain", N_("Chain Hash"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_SEAL, NULL) \
    F(CARE_INVOICE_PAID, "paid", N_("Paid"), MONEY, CARE_FIELD_COMPUTED | CARE_FIELD_AFTER_ISSUE, NULL) \
    F(CARE_INVOICE_TO_PAY_BACK, "to_pay_back", N_("To Pay Back"), MONEY, CARE_FIELD_COMPUTED | CARE_FIELD_AFTER_ISSUE, NULL) \
    F(CARE_INVOICE_TOLD, "told", N_("Sent On"), INSTANT, CARE_FIELD_COMPUTED | CARE_FIELD_AFTER_ISSUE, NULL) \
    F(CARE_INVOICE_REMINDED, "reminded", N_("Reminded On"), INSTANT, CARE_FIELD_COMPUTED | CARE_FIELD_AFTER_ISSUE, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareInvoiceState, care_invoice_state, CARE_INVOICE_STATES)
CARE_DECLARE_CHOICES(CareInvoiceType, care_invoice_type, CARE_INVOICE_TYPES)
CARE_DECLARE_RECORD(CareInvoice, care_invoice, INVOICE, CARE_INVOICE_FIELDS)

/* A credit note (381), whose money goes back to the customer. */
gboolean care_invoice_is_credit(CareRecord *invoice);
/* What the customer still owes for it, or would for a draft, never below 0: nothing for a credit note or what was cancelled.
 * What the shop owes them is another figure, "to_pay_back". */
CareMoney care_invoice_open(CareRecord *invoice);
/* Whether it bills what was agreed line by line. */
gboolean care_invoice_has_agreed_lines(CareRecord *invoice);
/* Whether both say the same to who decides about it: all that was written, its sums, and what was paid and is owed back. When
 * it was sent does not count. */
gboolean care_invoice_shows_the_same(CareRecord *a, CareRecord *b);

G_END_DECLS
