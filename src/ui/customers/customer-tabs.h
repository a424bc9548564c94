/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/tone.h"
#include "ui/context.h"
#include "ui/customers/customer-facts.h"

G_BEGIN_DECLS

/* What the tabs of a customer's page show besides the timeline: short lists, made anew when something changed.
 * Each returns a floating widget. Rows open their record by the window's actions. */
GtkWidget *care_customer_jobs_new(CareContext *context, CareCustomerFacts *facts);
GtkWidget *care_customer_invoices_new(CareContext *context, CareCustomerFacts *facts);
GtkWidget *care_customer_gifts_new(CareContext *context, CareCustomerFacts *facts);
GtkWidget *care_customer_documents_new(CareContext *context, CareCustomerFacts *facts);
GtkWidget *care_customer_details_new(CareContext *context, CareCustomerFacts *facts);

/* Parts of them. */
GtkWidget *care_tab_box_new(void);
GtkWidget *care_tab_group_add(GtkWidget *box, const char *title, const char *description);
GtkWidget *care_tab_row_new(const char *icon, CareTone tone, const char *title, const char *subtitle,
                            const char *end);
void care_tab_row_opens(GtkWidget *row, CareRecord *record);

G_END_DECLS
