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
/* Of a line that was being typed when the program went down: its dialog, with what was typed. Nothing of it is saved before. */
void care_invoice_lines_continue(CareInvoiceView *self);
/* What was changed here and elsewhere at once when the page went, and was left open. */
void care_invoice_lines_take_draft(CareInvoiceView *self);

G_END_DECLS
