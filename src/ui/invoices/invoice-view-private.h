/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/invoices/promise.h"
#include "ui/kit/form.h"
#include "ui/kit/paper-view.h"
#include "ui/invoices/invoice-banner.h"
#include "ui/invoices/invoice-card.h"
#include "ui/invoices/invoice-edits.h"
#include "ui/invoices/invoice-view.h"
#include "ui/invoices/promise-table.h"

G_BEGIN_DECLS

struct _CareInvoiceView {
    AdwNavigationPage parent_instance;

    CareContext *context;
    CareStore *store;    /* NULL once the page is taken down */
    CareRecord *invoice; /* as it is on screen; one object for the page's whole life */
    CareRecord *asked;   /* as it was when a question about it was asked; NULL before the first */
    CareRecord *customer;
    CareIssueCheck check;
    CareForm *form;
    CareInvoiceEdits *edits;
    GPtrArray *payment_rows;
    gulong changed_handler;
    gboolean showing;
    gboolean narrow;

    AdwWindowTitle *title;
    GtkLabel *short_title; /* where there is no room for a name */
    GtkWidget *issue_button;
    GtkWidget *send_button; /* or it prints, by what the customer prefers */
    GtkWidget *pay_button;
    GtkWidget *back_button;
    GtkWidget *print_button;
    GtkWidget *preview_button;
    GtkMenuButton *menu_button;
    CareBanner *banner;
    AdwOverlaySplitView *split;
    CarePaperView *paper;
    CareInvoiceCard *card;
    GtkLabel *lines_title;
    GtkLabel *lines_subtitle;
    GtkWidget *add_button;
    CarePromiseTable *table;
    GtkLabel *caption;
    AdwPreferencesGroup *payments;
};

/* A question about the invoice is asked now: it is answered for what is shown. */
void care_invoice_view_remember_asked(CareInvoiceView *self);
/* Shows a changed copy and saves it; said: what its Undo takes back. */
void care_invoice_view_apply(CareInvoiceView *self, CareRecord *changed, CareInlineSaidFunc said);
/* For the acts of its menu. */
const char *care_invoice_view_customer_name(CareInvoiceView *self);
/* Shows what the store has; leaves when the invoice is gone. */
void care_invoice_view_reload(CareInvoiceView *self);

G_END_DECLS
