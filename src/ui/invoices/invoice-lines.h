/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareInvoiceView CareInvoiceView;

/* What is done to the lines of the draft on screen. Each is shown at once, saved, and can be taken back. Main thread. */

/* position: CARE_LINE_NEW for one more. */
void care_invoice_lines_open(CareInvoiceView *self, guint position);
/* by: 1 down, -1 up. The cursor goes along. */
void care_invoice_lines_move(CareInvoiceView *self, guint position, int by);
void care_invoice_lines_remove(CareInvoiceView *self, guint position);
/* A line that was being edited when the program went down: it goes in as it was typed, as far as it makes sense. */
void care_invoice_lines_take_draft(CareInvoiceView *self);

G_END_DECLS
