/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* One customer in the list: avatar, name, what they last brought and their phone. Recycled by the list view. */
#define CARE_TYPE_CUSTOMER_ROW (care_customer_row_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerRow, care_customer_row, CARE, CUSTOMER_ROW, AdwBin)

GtkWidget *care_customer_row_new(CareStore *store);
void care_customer_row_set_customer(CareCustomerRow *self, CareRecord *customer);
const char *care_customer_row_get_spoken(CareCustomerRow *self);
/* Whose row is at this place of a list of them, its edges too; 0: nobody's. */
CareId care_customer_row_id_at(GtkWidget *list, double x, double y);

G_END_DECLS
