/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

typedef void (*CareNumberFunc)(gpointer user_data);

/* What a person has to say before a number is given (service/invoices/invoice-number.h): whether the clock is right, or,
 * after a restore, which number was the last. func when nothing is to be asked or it was answered; not when the question
 * was put off. owner: func is not called once it is gone. */
void care_number_question_ask(GtkWidget *widget, CareContext *context, CareNumberFunc func, GObject *owner);

G_END_DECLS
