/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/invoice-vat.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareInvoiceVat, care_invoice_vat, CARE_INVOICE_VAT_FIELDS, "invoice_vat", N_("VAT"),
                   .child = TRUE)
