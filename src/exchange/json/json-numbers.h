/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of JSON with quotes around each number that a parser would make another one of: a card's of 20 digits is kept as
 * it stands where a text is wanted, and an amount is looked at as it stands. NULL: there is none. Transfer full. */
char *care_json_quote_numbers(const char *text, gsize length);

G_END_DECLS
