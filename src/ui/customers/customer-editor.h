/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"
#include "ui/parts/customer-chooser.h"

G_BEGIN_DECLS

/* The editor of a customer, new (id 0) or known. Asks whether a phone number or e-mail address that somebody else has
 * already is theirs; shows whom it added. */
#define CARE_TYPE_CUSTOMER_EDITOR (care_customer_editor_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerEditor, care_customer_editor, CARE, CUSTOMER_EDITOR, CareRecordDialog)

void care_customer_editor_present(GtkWidget *parent, CareContext *context, CareRecord *customer);
/* Answers a question with whom it added, or found, and does not show them. */
void care_customer_editor_present_for(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                      CareCustomerChooser *asking);
/* Goes on with the draft of one who was wanted for something ("customer:new:invoice"), which "win.create" begins for who is
 * added, or found. */
void care_customer_editor_present_left(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                       const char *draft);
/* What the draft of a new customer says that they are wanted for, a kind; NULL: nothing, or nothing that is known. */
const CareKind *care_customer_editor_wanted_for(const char *draft);
/* With the cursor in a field that is missing: "addresses" (the first empty row of the first address) or "vat_id". */
void care_customer_editor_present_field(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                        const char *field);

G_END_DECLS
