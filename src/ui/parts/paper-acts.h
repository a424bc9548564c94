/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/paper.h"
#include "ui/context.h"
#include "ui/kit/paper-view.h"

G_BEGIN_DECLS

/* What is done with any paper: it is shown, printed and saved here and nowhere else. Errors are told at the foot of
 * the widget's window. Main thread. */

/* NULL, with the reason told, when it cannot be laid out. Transfer full. */
CarePaper *care_paper_of(GtkWidget *widget, CareContext *context, const CarePaperKind *kind,
                         CareRecord *record);
void care_paper_show(CarePaperView *view, CarePaper *paper);

/* Called once it went to a printer (or into a file), never when printing was called off. */
typedef void (*CarePaperPrinted)(gpointer user_data);
/* Opens the print dialog. printed (nullable) is called with user_data, which destroy (nullable) frees in any case. */
void care_paper_print(GtkWidget *widget, CarePaper *paper, CarePaperPrinted printed, gpointer user_data,
                      GDestroyNotify destroy);

/* Asks where to and writes it: suffix "pdf", or "ics" for its dates. */
void care_paper_save(GtkWidget *widget, CareContext *context, const CarePaperKind *kind, CareRecord *record,
                     const char *suffix);

/* Of a kept paper that went out. */
void care_paper_open_kept(GtkWidget *widget, CareContext *context, const CarePaperKind *kind,
                          CareRecord *record);
void care_paper_show_kept_in_files(GtkWidget *widget, CareContext *context, const CarePaperKind *kind,
                                   CareRecord *record);

/* A menu of the papers that a kind of record has; each activates action with the paper's name (a string). Transfer
 * full. */
GMenuModel *care_paper_menu_new(const CareKind *of, const char *action);

G_END_DECLS
