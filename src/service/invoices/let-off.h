/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "model/record.h"

G_BEGIN_DECLS

/* What an invoice leaves out of what was agreed and nobody will ask for: a discount, and a price that is lower for a reason
 * that the line gives (rules-invoices I6). */
typedef struct {
    const char *category; /* of its VAT; the invoice's own */
    CareDecimal rate;
    CareMoney amount; /* above nothing */
} CareLetOff;

/* Of each category and rate together, in the order of its lines; in net or gross amounts, whatever the invoice is in. A
 * deposit lets nobody off anything. Transfer full. Any thread. */
GArray *care_invoice_let_off(CareRecord *invoice, gboolean net);

G_END_DECLS
