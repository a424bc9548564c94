/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Money that came in for an issued invoice; the rest stands there already. */
#define CARE_TYPE_PAYMENT_DIALOG (care_payment_dialog_get_type())
G_DECLARE_FINAL_TYPE(CarePaymentDialog, care_payment_dialog, CARE, PAYMENT_DIALOG, CareRecordDialog)

#define CARE_PAYMENT_DRAFT "payment" /* "payment:INVOICE" */
#define CARE_PAY_BACK_DRAFT "pay-back"

/* back: what the shop owes the customer, of which some goes back; 0: money comes in. */
void care_payment_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice,
                                 CareMoney back);
/* Goes on with the draft of a payment of this invoice; back as above. */
void care_payment_dialog_continue(GtkWidget *parent, CareContext *context, CareRecord *invoice,
                                  CareMoney back);

G_END_DECLS
