/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The whole of a file that somebody named, "-" being stdin; text ends in a NUL that is not in length (nullable). FALSE with
 * CARE_ERROR_INPUT where it cannot be read, never ends or has more than most bytes (core/input-file.h). */
gboolean care_cli_read_file(const char *path, gsize most, char **text, gsize *length, GError **error);
/* The JSON object in it. Transfer full; NULL with CARE_ERROR_INPUT. */
JsonNode *care_cli_read_json(const char *path, GError **error);

G_END_DECLS
