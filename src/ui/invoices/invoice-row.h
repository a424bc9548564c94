/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A line of the list: an invoice, or a job that is done and not billed. */
#define CARE_TYPE_INVOICE_ROW (care_invoice_row_get_type())
G_DECLARE_FINAL_TYPE(CareInvoiceRow, care_invoice_row, CARE, INVOICE_ROW, AdwBin)

GtkWidget *care_invoice_row_new(CareContext *context);
void care_invoice_row_set_record(CareInvoiceRow *self, CareRecord *record, const char *said);
const char *care_invoice_row_get_spoken(CareInvoiceRow *self);

G_END_DECLS
