/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/place.h"

G_BEGIN_DECLS

/* The place "Customers": the list, and beside it the page of whoever is chosen. */
#define CARE_TYPE_CUSTOMERS_PAGE (care_customers_page_get_type())
G_DECLARE_FINAL_TYPE(CareCustomersPage, care_customers_page, CARE, CUSTOMERS_PAGE, CarePlace)

void care_customers_page_filter(CareCustomersPage *self, const char *text);

G_END_DECLS
