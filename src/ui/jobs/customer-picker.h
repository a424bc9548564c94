/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Rows at the top of a list that find a customer by any fragment, or begin a new one with name and phone. Emits
 * "changed" when another customer is chosen, the new one is edited or something is typed to find one. The list owns the rows
 * and keeps the picker. */
#define CARE_TYPE_CUSTOMER_PICKER (care_customer_picker_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerPicker, care_customer_picker, CARE, CUSTOMER_PICKER, GObject)

CareCustomerPicker *care_customer_picker_new(GtkListBox *list, CareStore *store);
CareId care_customer_picker_get_id(CareCustomerPicker *self); /* 0: nobody, or a new one */
CareRecord *
care_customer_picker_get_new(CareCustomerPicker *self); /* transfer none; NULL unless one is begun */
const char *care_customer_picker_get_name(CareCustomerPicker *self); /* NULL: nobody yet */
/* What is being looked for, while it is; "" otherwise. Transfer none. */
const char *care_customer_picker_get_sought(CareCustomerPicker *self);
/* Whether anything of somebody new, or of who is looked for, is typed. */
gboolean care_customer_picker_is_typed(CareCustomerPicker *self);
void care_customer_picker_take_sought(CareCustomerPicker *self, const char *text);
void care_customer_picker_set_id(CareCustomerPicker *self, CareId customer);
void care_customer_picker_begin_new(CareCustomerPicker *self, const char *typed);
void care_customer_picker_take_new(CareCustomerPicker *self, CareRecord *customer);
/* The row that is to be filled in next. Transfer none; it changes with who is chosen. */
GtkWidget *care_customer_picker_get_row(CareCustomerPicker *self);
/* FALSE, with a sentence at the row, when there is nobody. */
gboolean care_customer_picker_check(CareCustomerPicker *self);

G_END_DECLS
