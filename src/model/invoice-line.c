/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/invoice-line.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareInvoiceLine, care_invoice_line, CARE_INVOICE_LINE_FIELDS, "invoice_line", N_("Line"),
                   .child = TRUE)
