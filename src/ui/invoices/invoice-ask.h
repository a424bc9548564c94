/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The questions before something that cannot be taken back. data is an object: it is kept until the answer, and yes
 * is called only while it is alive. */
typedef void (*CareYesFunc)(gpointer data);
typedef void (*CareReasonFunc)(const char *reason, gpointer data);

/* news (nullable): why it is asked again. */
void care_invoice_ask_issue(GtkWidget *parent, CareRecord *invoice, const char *customer, CareDate today,
                            const char *news, CareYesFunc yes, gpointer data);
void care_invoice_ask_cancel(GtkWidget *parent, CareRecord *invoice, const char *news, CareYesFunc yes,
                             gpointer data);
/* What is written is kept as a draft until it is answered: "bill-early:ID". */
#define CARE_BILL_EARLY_DRAFT "bill-early"
void care_invoice_ask_reason(GtkWidget *parent, CareStore *store, CareRecord *invoice, CareReasonFunc given,
                             gpointer data);

G_END_DECLS
