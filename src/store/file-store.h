/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes beside the database. Any thread. */

/* Writes, syncs and renames, then syncs the folder: afterwards the file is whole or was never there. CARE_ERROR_FULL. */
gboolean care_file_write_durably(const char *path, GBytes *bytes, GError **error);
/* Keeps bytes under their hash: DIR/files/ab/<sha256>. Returns the hash (transfer full); the same bytes twice are one file. */
char *care_file_store_put(const char *data_dir, GBytes *bytes, GError **error);
char *care_file_store_path(const char *data_dir, const char *sha256);
GBytes *care_file_store_get(const char *data_dir, const char *sha256, GError **error);

G_END_DECLS
