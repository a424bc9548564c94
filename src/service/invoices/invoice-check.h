/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What a draft still lacks to be an invoice (Art. 226 of Directive 2006/112/EC; rules-invoices I1, I4): asked before it
 * takes its number, since from then on nothing can be added. */

/* Where it can be put right. */
typedef enum {
    CARE_LACK_OF_INVOICE, /* in the draft itself */
    CARE_LACK_OF_SHOP,    /* in Preferences */
    CARE_LACK_OF_BUYER,   /* in the customer's record */
} CareInvoicePlace;

typedef struct {
    const char *field; /* static: of the draft, "customer.FIELD", or the key of a setting */
    CareInvoicePlace place;
    char *sentence;
} CareInvoiceLack;

/* In the order in which they are best mended; empty: it may be issued. Any thread, its own connection. Transfer full:
 * GPtrArray of CareInvoiceLack; NULL with *error. */
GPtrArray *care_invoice_lacks(CareConnection *connection, CareRecord *draft, CareDate today, GError **error);
/* What it may be issued without, and would be better with: where the money is to go (Art. 226 (17) asks for that from 1 July
 * 2030), unless it is paid on receipt. Likewise; never NULL. */
GPtrArray *care_invoice_hints(CareConnection *connection, CareRecord *draft);

G_END_DECLS
