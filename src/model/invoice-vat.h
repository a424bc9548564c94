/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A row of an invoice's VAT breakdown (BG-23). */
/* clang-format off */
#define CARE_INVOICE_VAT_FIELDS(F) \
    F(CARE_INVOICE_VAT_CATEGORY, "category", N_("VAT Category"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_VAT_RATE, "rate", N_("VAT Rate"), DECIMAL, 0, NULL) \
    F(CARE_INVOICE_VAT_TAXABLE, "taxable", N_("Taxable"), MONEY, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_VAT_TAX, "tax", N_("Tax"), MONEY, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_INVOICE_VAT_REASON, "reason", N_("Exemption Reason"), TEXT, 0, NULL) \
    F(CARE_INVOICE_VAT_CODE, "code", N_("Exemption Code"), TEXT, 0, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareInvoiceVat, care_invoice_vat, INVOICE_VAT, CARE_INVOICE_VAT_FIELDS)

G_END_DECLS
