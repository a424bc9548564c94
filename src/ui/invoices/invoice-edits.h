/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"
#include "ui/kit/inline-edits.h"

G_BEGIN_DECLS

/* CareInvoiceEdits: what is done to a draft on screen, on its way to the store.
 *
 * The screen is ahead of the store: changes are shown at once and saved in the order they were made, typing after a
 * pause. Emits "settled" when the store has all of them. Errors, and Undo, are told at the foot of the widget's window.
 * Main thread. */
#define CARE_TYPE_INVOICE_EDITS (care_invoice_edits_get_type())
G_DECLARE_FINAL_TYPE(CareInvoiceEdits, care_invoice_edits, CARE, INVOICE_EDITS, GObject)

/* invoice: the object on screen. widget: not owned; the edits may outlive it. */
CareInvoiceEdits *care_invoice_edits_new(GtkWidget *widget, CareStore *store, CareRecord *invoice);

/* The invoice on screen is what the store has. */
void care_invoice_edits_shown(CareInvoiceEdits *self);
/* It becomes what the store has, but for what was written here and whose conflict was left open. */
void care_invoice_edits_read(CareInvoiceEdits *self, CareRecord *stored);
/* The invoice was changed by typing. */
void care_invoice_edits_typed(CareInvoiceEdits *self);
/* The invoice was changed: saves it. */
void care_invoice_edits_save(CareInvoiceEdits *self);
/* What was typed is saved now. */
void care_invoice_edits_flush(CareInvoiceEdits *self);
/* Takes a changed copy over and saves it; said (nullable): what was done, for a toast that offers to take it back. What
 * does not add up is refused and told. */
void care_invoice_edits_take(CareInvoiceEdits *self, CareRecord *changed, CareInlineSaidFunc said);
/* The next change is what a draft of the invoice held; disputed: what was changed elsewhere besides, since begun. */
void care_invoice_edits_go_on(CareInvoiceEdits *self, CareRecord *begun, guint64 disputed);
/* Asks again about a conflict that was left open. FALSE: none was. */
gboolean care_invoice_edits_ask_disputed(CareInvoiceEdits *self);
/* Whether the store is still behind the screen. */
gboolean care_invoice_edits_are_pending(CareInvoiceEdits *self);

G_END_DECLS
