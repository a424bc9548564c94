/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The editor of a customer. Works on a copy; what was typed is kept as a draft until it is saved or thrown away. */
#define CARE_TYPE_CUSTOMER_EDITOR (care_customer_editor_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerEditor, care_customer_editor, CARE, CUSTOMER_EDITOR, AdwDialog)

typedef void (*CareCustomerSavedFunc)(CareId customer, gpointer user_data);

/* customer 0 begins a new one. saved (nullable) is called once it is in the database. */
CareCustomerEditor *care_customer_editor_present(GtkWidget *parent, CareContext *context, CareId customer,
                                                 CareCustomerSavedFunc saved, gpointer user_data);
void care_customer_editor_continue(CareCustomerEditor *self);

G_END_DECLS
