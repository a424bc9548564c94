/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/customers/customer-facts.h"

G_BEGIN_DECLS

/* A customer's story, with its filter, its search and its print. */
#define CARE_TYPE_CUSTOMER_TIMELINE (care_customer_timeline_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerTimeline, care_customer_timeline, CARE, CUSTOMER_TIMELINE, AdwBin)

GtkWidget *care_customer_timeline_new(void);
void care_customer_timeline_set_context(CareCustomerTimeline *self, CareContext *context);
void care_customer_timeline_set_customer(CareCustomerTimeline *self, CareCustomerFacts *facts);
void care_customer_timeline_print(CareCustomerTimeline *self);

G_END_DECLS
