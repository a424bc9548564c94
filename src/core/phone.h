/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is anything to dial in it: a digit, of any script. */
gboolean care_phone_is_number(const char *number);
char *care_phone_digits(const char *number, const char *region); /* national form, digits only */
/* The same of the beginning of a number, while it is being typed. */
char *care_phone_digits_begun(const char *begun, const char *region);

G_END_DECLS
