/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/customers/contact-flow.h"
#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* A call, or an answer by any other way: numbers, what to say, how it went. Saving logs the contact and settles what
 * it was about (service/customers/contact-flow.h), with Undo in a toast of the window. */
#define CARE_TYPE_CALL_DIALOG (care_call_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareCallDialog, care_call_dialog, CARE, CALL_DIALOG, CareRecordDialog)

/* Over the window of a line of Today (or of a page that offers the same); keeps a copy of the line. Nothing happens
 * when its customer is gone. */
void care_call_dialog_present(CareContext *context, const CareDueItem *item, GtkWidget *parent);
/* A call that no line asks for, and that settles none. job: 0: it is about none. */
void care_call_dialog_present_plain(CareContext *context, CareId customer, CareId job, GtkWidget *parent);

#define CARE_CALL_DRAFT "call:" /* "call:RULE/RECORD", "call:customer/ID" */
/* Goes on with what was being written about a line. FALSE, and it is forgotten, when it fits nothing any more. */
gboolean care_call_dialog_continue(CareContext *context, const char *draft, GtkWidget *parent);

G_END_DECLS
