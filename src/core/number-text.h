/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as text, shared by decimals and money. `places` is how many decimals the number may have. */
gboolean care_number_parse(const char *text, int places, gint64 *out, GError **error);
char *care_number_from_typed(const char *text, int places, const char *currency, GError **error);
char *care_number_from_typed_percent(const char *text, int places, GError **error);
char *care_number_to_string(gint64 value, int places, int shown_places);
char *care_number_quote(const char *text);

G_END_DECLS
