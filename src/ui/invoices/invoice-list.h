/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The list of the place: work that waits for its bill, then the invoices of a filter. Rows open by win.open and
 * win.bill. */
#define CARE_TYPE_INVOICE_LIST (care_invoice_list_get_type())
G_DECLARE_FINAL_TYPE(CareInvoiceList, care_invoice_list, CARE, INVOICE_LIST, AdwBin)

void care_invoice_list_set_context(CareInvoiceList *self, CareContext *context);
/* Overdue depends on the day. */
void care_invoice_list_refresh(CareInvoiceList *self);

G_END_DECLS
