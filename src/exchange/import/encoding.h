/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *care_encoding_detect(const char *data, gsize length, gsize *bom_length, GError **error);
gboolean care_encoding_is_wide(const char *encoding);
GBytes *care_encoding_to_utf8(GBytes *bytes, const char *encoding, const char **found, GError **error);
guint care_encoding_n_choices(void);
const char *care_encoding_choice(guint n, const char **label);
char *care_encoding_decode(const char *data, gsize length, const char *charset);

G_END_DECLS
