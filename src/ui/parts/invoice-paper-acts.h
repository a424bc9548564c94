/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/paper.h"
#include "model/record.h"
#include "ui/kit/paper-view.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* What is done with the paper of an invoice. Errors are told at the foot of the widget's window. Main thread. */

/* Draft or issued; NULL, with the reason told, when it cannot be laid out. Transfer full. */
CarePaper *care_invoice_paper_of(GtkWidget *widget, CareContext *context, CareRecord *invoice);
void care_invoice_paper_show(CarePaperView *view, CarePaper *paper);
void care_invoice_paper_print(GtkWidget *widget, CareContext *context, CareRecord *invoice);
/* The stored paper of an issued invoice. */
void care_invoice_paper_save(GtkWidget *widget, CareContext *context, CareRecord *invoice);
void care_invoice_paper_open(GtkWidget *widget, CareContext *context, CareRecord *invoice);
void care_invoice_paper_show_in_files(GtkWidget *widget, CareContext *context, CareRecord *invoice);

G_END_DECLS
