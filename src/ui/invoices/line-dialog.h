/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

typedef enum {
    CARE_LINE_SAVED,
    CARE_LINE_ADDED,
    CARE_LINE_MOVED,
    CARE_LINE_DELETED,
} CareLineAct;

/* changed: the invoice as it shall be, transfer none. */
typedef void (*CareLineFunc)(CareLineAct act, CareRecord *changed, gpointer user_data);

/* CareLineDialog: the editor of one line of a draft. It works on a copy of the invoice and shows its totals, per tax
 * rate, while somebody types; what was typed survives a crash as a draft of the invoice. Main thread. */
#define CARE_TYPE_LINE_DIALOG (care_line_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareLineDialog, care_line_dialog, CARE, LINE_DIALOG, AdwDialog)

#define CARE_LINE_NEW G_MAXUINT

/* done is called while keep is alive; it is the caller's own widget. */
void care_line_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice, guint position,
                              CareLineFunc done, GtkWidget *keep);

/* The invoice with a line at another place, or without it; copies, transfer full. */
CareRecord *care_invoice_with_line_moved(CareRecord *invoice, guint position, int by);
CareRecord *care_invoice_without_line(CareRecord *invoice, guint position);

G_END_DECLS
