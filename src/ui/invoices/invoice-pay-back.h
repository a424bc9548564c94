/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What the shop owes the customer of a document: of a credit note, with the invoice it corrects. */
CareMoney care_invoice_to_pay_back(CareStore *store, CareRecord *invoice);
/* Asks for what goes back, and records it. */
void care_invoice_pay_back(GtkWidget *parent, CareContext *context, CareRecord *invoice);
/* Another invoice of the customer that the money could be used for, the oldest first; NULL without one. Transfer full. */
CareRecord *care_invoice_carry_target(CareStore *store, CareRecord *invoice);
/* Uses it so. */
void care_invoice_carry_over(GtkWidget *widget, CareContext *context, CareRecord *invoice);

G_END_DECLS
