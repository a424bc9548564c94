/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* Called once the letter went to a printer (or into a file), never when printing was called off. */
typedef void (*CareLetterPrinted)(gpointer user_data);

/* Opens the print dialog over parent. printed is called with user_data, which destroy frees in any case. */
void care_compose_letter_print(GtkWidget *parent, CareContext *context, CareRecord *customer,
                               const char *subject, const char *body, CareLetterPrinted printed,
                               gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
