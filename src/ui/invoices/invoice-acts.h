/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The word by which a place opens an invoice to ask whether it is to be cancelled. */
#define CARE_CANCEL_WORD "cancel-invoice"

/* What can be done with the invoice of a CareInvoiceView as a whole: issued, cancelled, paid, paid back, printed, kept as
 * a file, sent, deleted. Installs the actions "invoice.*" on the view's class. */
void care_invoice_acts_install(GtkWidgetClass *view_class);

G_END_DECLS
