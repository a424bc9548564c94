/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What is known about an invoice, row by row: whose it is, for which job, where it stands; of a draft also what may
 * still be chosen. Rows of other records open them. Emits "terms-changed" when the owner chose other terms of payment
 * (care_invoice_card_get_terms()), "ask-consent" and "ask-reason" when they want to put those right. */
#define CARE_TYPE_INVOICE_CARD (care_invoice_card_get_type())
G_DECLARE_FINAL_TYPE(CareInvoiceCard, care_invoice_card, CARE, INVOICE_CARD, AdwBin)

/* customer: nullable, when it is gone. */
void care_invoice_card_show(CareInvoiceCard *self, CareContext *context, CareRecord *invoice,
                            CareRecord *customer);
gint64 care_invoice_card_get_terms(CareInvoiceCard *self); /* in days */

G_END_DECLS
