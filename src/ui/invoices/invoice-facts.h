/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "service/invoices/billing-time.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* The sentences of an invoice's page. Each is transfer full, and NULL when there is nothing to say. Main thread. */

char *care_invoice_fact_customer(CareRecord *customer);
char *care_invoice_fact_job(CareContext *context, CareRecord *invoice);
char *care_invoice_fact_agreed(CareContext *context, CareRecord *invoice);
char *care_invoice_fact_state(CareRecord *invoice, CareDate today);
char *care_invoice_fact_sent(CareContext *context, CareRecord *invoice);
char *care_invoice_fact_consent(CareContext *context, CareRecord *invoice);
/* The credit note that cancelled an invoice, or the invoice that a credit note corrects, and its id. */
char *care_invoice_fact_related(CareStore *store, CareRecord *invoice, CareId *related);
char *care_invoice_fact_billing_time(CareBillingTime time);

G_END_DECLS
