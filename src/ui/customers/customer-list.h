/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Every customer, alphabetically or the newest first, filtered while somebody types. Emits "open" (CareId) when a
 * customer is chosen. A million rows cost what a thousand do: see CareQueryModel. */
#define CARE_TYPE_CUSTOMER_LIST (care_customer_list_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerList, care_customer_list, CARE, CUSTOMER_LIST, AdwBin)

void care_customer_list_set_context(CareCustomerList *self, CareContext *context);
void care_customer_list_set_narrow(CareCustomerList *self, gboolean narrow);
void care_customer_list_select(CareCustomerList *self, CareId customer);
CareId care_customer_list_first(CareCustomerList *self);
void care_customer_list_point(CareCustomerList *self, CareId customer);
void care_customer_list_point_beside(CareCustomerList *self, CareId gone);
void care_customer_list_filter(CareCustomerList *self, const char *text);
void care_customer_list_focus_search(CareCustomerList *self);

G_END_DECLS
