/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Currencies (ISO 4217) as people call them. Pure but for the language of the messages; any thread. */

/* "Swiss Franc" in the language of the messages; the code where that is not known. Transfer full. */
char *care_currency_name(const char *code);
/* Whether people pay with it at this instant (milliseconds since 1970), as far as ICU knows. */
gboolean care_currency_is_current(const char *code, double at);

G_END_DECLS
