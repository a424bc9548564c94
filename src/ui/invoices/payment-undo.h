/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Says over the widget's window that a payment was recorded, or what the customer has with the shop used (then payment is
 * what came in), and offers to take that back, as care_take_back_offer(). Redo holds for what was shown, as the recording
 * did (service/invoices/payment-record.h): who paid more than was open then pays as much more again. shown: minor units of
 * its currency. Keeps a copy. Main thread. */
void care_payment_offer_undo(GtkWidget *widget, CareStore *store, CareRecord *payment, CareMoney shown);

G_END_DECLS
