/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/invoice.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareInvoice, care_invoice, CARE_INVOICE_FIELDS, "invoice", N_("Invoice"), .child = FALSE)
