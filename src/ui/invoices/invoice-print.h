/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareInvoiceView CareInvoiceView;

/* Opens the print dialog. Where printing is how the customer gets the invoice, it is written down, once it is printed, as
 * handed out: Undo takes that back. */
void care_invoice_print(CareInvoiceView *view);

G_END_DECLS
