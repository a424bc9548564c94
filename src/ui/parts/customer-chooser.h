/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

typedef void (*CareChooserFunc)(CareId customer, gpointer user_data);

/* Asks for a customer; any fragment finds. Says nothing when it is closed without an answer. */
#define CARE_TYPE_CUSTOMER_CHOOSER (care_customer_chooser_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerChooser, care_customer_chooser, CARE, CUSTOMER_CHOOSER, AdwDialog)

/* title: the question. done is called with the answer while keep is still there, of somebody new once they are saved.
 * creates: what "win.create" begins for them, as done does, by the word of its kind: the draft of somebody new says so, and
 * goes on with it after a crash; NULL: with done the question is over. */
void care_customer_chooser_present(GtkWidget *parent, CareContext *context, const char *title,
                                   const char *creates, CareChooserFunc done, GtkWidget *keep);
/* The question that waits for the new customer whose editor this window is asked for; NULL: none does. Transfer full. */
CareCustomerChooser *care_customer_chooser_take_waiting(GtkWidget *window);
/* Nullable. */
const char *care_customer_chooser_creates(CareCustomerChooser *self);
/* Once. */
void care_customer_chooser_answer(CareCustomerChooser *self, CareId customer);

G_END_DECLS
