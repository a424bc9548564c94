/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareInvoiceView CareInvoiceView;

/* What a draft is asked before it may be issued: who consented to more than was agreed, and why it is billed before the
 * work is done. The answer is written into the draft on screen, and can be taken back. Main thread. */

/* To the sum that is shown now. */
void care_invoice_answer_consent(CareInvoiceView *self);
void care_invoice_answer_early(CareInvoiceView *self);
/* Go on with one that was begun; an invoice issued since needs none, and forgets it. */
void care_invoice_answer_consent_go_on(CareInvoiceView *self);
void care_invoice_answer_early_go_on(CareInvoiceView *self);

G_END_DECLS
