/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* A customer's page: who they are, what is owed, what there was. One widget that changes from customer to customer;
 * its tabs are filled when they are first looked at. Actions "customer.*" work on whoever is shown. */
#define CARE_TYPE_CUSTOMER_PAGE (care_customer_page_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerPage, care_customer_page, CARE, CUSTOMER_PAGE, AdwBin)

void care_customer_page_set_context(CareCustomerPage *self, CareContext *context);
gboolean care_customer_page_set_customer(CareCustomerPage *self, CareId customer);
gboolean care_customer_page_refresh(CareCustomerPage *self, CareChangeSet *changes);
CareId care_customer_page_get_customer(CareCustomerPage *self);
const char *care_customer_page_get_name(CareCustomerPage *self);
void care_customer_page_set_narrow(CareCustomerPage *self, gboolean narrow);
void care_customer_page_show_tab(CareCustomerPage *self, const char *tab);

G_END_DECLS
