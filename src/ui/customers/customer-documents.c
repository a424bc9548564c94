/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/documents-view.h"
#include "ui/customers/customer-tabs.h"

GtkWidget *
care_customer_documents_new(CareContext *context, CareCustomerFacts *facts)
{
    GtkWidget *box = care_tab_box_new();

    gtk_box_append(GTK_BOX(box), care_documents_view_new(context, care_record_id(facts->customer), 0));
    return box;
}
