/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"

G_BEGIN_DECLS

/* A new customer of what somebody typed to find them: a phone number, an e-mail address, a name, or a name with a number
 * behind it. Has a row for a phone number in any case. Transfer full. */
CareRecord *care_typed_customer_new(const char *text);
/* Whether it can be one: a name, an address or the whole number of a phone. An amount, a day, the number of a document and
 * the first digits of a phone find, and nobody is made of them. text: UTF-8 or not. */
gboolean care_typed_customer_may_be(const char *text);
/* The button that begins one, "New Customer “Ann Lee”", where it can be one. */
void care_typed_customer_show_offer(GtkButton *offer, const char *text);

G_END_DECLS
