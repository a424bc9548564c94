/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "ui/kit/tone.h"

G_BEGIN_DECLS

/* What is said of an invoice, from its record alone. Pure; results are transfer full. */

gboolean care_invoice_is_draft(CareRecord *invoice);
/* Issued, an invoice, and not paid in full. */
gboolean care_invoice_is_open(CareRecord *invoice);
gboolean care_invoice_is_overdue(CareRecord *invoice, CareDate today);
/* What is still to be paid; 0 for anything that is not open. */
CareMoney care_invoice_rest(CareRecord *invoice);

char *care_invoice_state_words(CareRecord *invoice, CareDate today, CareTone *tone);
char *care_invoice_when(CareRecord *invoice, CareDate today, GTimeZone *zone);
char *care_invoice_money(CareRecord *invoice, CareMoney amount);

/* How a line stands to what was agreed. */
typedef enum {
    CARE_LINE_FREE, /* nothing was agreed for the invoice at all */
    CARE_LINE_AS_AGREED,
    CARE_LINE_LOWER,
    CARE_LINE_HIGHER, /* also: not in the agreement */
} CareLineCheck;
CareLineCheck care_invoice_line_check(CareRecord *invoice, CareRecord *line, CareMoney *difference);
char *care_invoice_line_detail(CareRecord *invoice, CareRecord *line);
char *care_invoice_rate_words(CareDecimal rate);
char *care_invoice_tax_words(CareRecord *vat, gboolean contained, gboolean sales_tax);
char *care_invoice_terms_words(gint64 days);

G_END_DECLS
