/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_phone_digits(const char *number, const char *region); /* national form, digits only */
/* The same of the beginning of a number, while it is being typed. */
char *care_phone_digits_begun(const char *begun, const char *region);

G_END_DECLS
