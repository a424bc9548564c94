/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _CareInvoiceView CareInvoiceView;

/* What is to be done next with an invoice; its button has the accent. */
typedef enum {
    CARE_INVOICE_STEP_NONE,
    CARE_INVOICE_STEP_ISSUE,
    CARE_INVOICE_STEP_SEND,
    CARE_INVOICE_STEP_PRINT, /* the customer gets it on paper */
    CARE_INVOICE_STEP_PAY,
    CARE_INVOICE_STEP_PAY_BACK,
} CareInvoiceStep;

CareInvoiceStep care_invoice_step_of(CareInvoiceView *view);
/* The button of that step; NULL for a draft, since a second Enter would issue it, and where there is none. Transfer none. */
GtkWidget *care_invoice_step_button(CareInvoiceView *view);
/* Shows the buttons and the menu that go with it, and says which acts can be done at all. */
void care_invoice_steps_show(CareInvoiceView *view);

G_END_DECLS
