/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/line-choices.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A line of an invoice. amount is in the invoice's price mode, net is BT-131; agreed is what was promised, in the
 * price mode. */
/* clang-format off */
#define CARE_INVOICE_LINE_FIELDS(F) \
    F(CARE_INVOICE_LINE_NAME, "name", N_("Work or Part"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_LINE_NOTE, "note", N_("Note"), TEXT, 0, NULL) \
    F(CARE_INVOICE_LINE_KIND, "kind", N_("Kind"), CHOICE, 0, &care_line_kind_set) \
    F(CARE_INVOICE_LINE_QUANTITY, "quantity", N_("Quantity"), DECIMAL, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_LINE_UNIT, "unit", N_("Unit"), TEXT, 0, NULL) \
    F(CARE_INVOICE_LINE_PRICE, "price", N_("Unit Price"), DECIMAL, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_LINE_BASE_QUANTITY, "base_quantity", N_("Per"), DECIMAL, 0, NULL) \
    F(CARE_INVOICE_LINE_CATEGORY, "category", N_("VAT Category"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_LINE_RATE, "rate", N_("VAT Rate"), DECIMAL, 0, NULL) \
    F(CARE_INVOICE_LINE_DISCOUNT, "discount", N_("Discount in Percent"), DECIMAL, 0, NULL) \
    F(CARE_INVOICE_LINE_DISCOUNT_AMOUNT, "discount_amount", N_("Discount as an Amount"), MONEY, 0, NULL) \
    F(CARE_INVOICE_LINE_DISCOUNT_REASON, "discount_reason", N_("Reason of the Discount"), TEXT, 0, NULL) \
    F(CARE_INVOICE_LINE_AGREED, "agreed", N_("Agreed"), MONEY, 0, NULL) \
    F(CARE_INVOICE_LINE_REASON, "reason", N_("Reason for the Difference"), TEXT, 0, NULL) \
    F(CARE_INVOICE_LINE_AMOUNT, "amount", N_("Amount"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_INVOICE_LINE_NET, "net", N_("Net"), MONEY, CARE_FIELD_COMPUTED, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareInvoiceLine, care_invoice_line, INVOICE_LINE, CARE_INVOICE_LINE_FIELDS)

G_END_DECLS
