/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/parts/line-dialog.h"

G_BEGIN_DECLS

/* The editor of one line of a draft. It shows the invoice's totals, per tax rate, while somebody types; what was typed
 * survives a crash as a draft of the invoice. */
#define CARE_TYPE_INVOICE_LINE_DIALOG (care_invoice_line_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareInvoiceLineDialog, care_invoice_line_dialog, CARE, INVOICE_LINE_DIALOG,
                     CareLineDialog)

void care_invoice_line_dialog_present(GtkWidget *parent, CareContext *context, const CareLineTask *task);

G_END_DECLS
