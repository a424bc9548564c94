/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* CareInvoiceView: one invoice: its facts, the promise check and its paper. A draft is edited here and saved after
 * each edit; an issued one can be paid, printed, sent and cancelled. Pops itself when its draft is deleted.
 * Main thread. */
#define CARE_TYPE_INVOICE_VIEW (care_invoice_view_get_type())
G_DECLARE_FINAL_TYPE(CareInvoiceView, care_invoice_view, CARE, INVOICE_VIEW, AdwNavigationPage)

/* NULL when there is no such invoice. */
CareInvoiceView *care_invoice_view_new(CareContext *context, CareId invoice);
CareId care_invoice_view_get_invoice(CareInvoiceView *self);

G_END_DECLS
