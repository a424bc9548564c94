/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts a whole shop (database, files, issued papers) in the place of another. What shall happen is written down first
 * (DIR/restore.pending) and every move can be repeated: killed in the middle, care_swap_finish() ends it at the next
 * open. The shop must not be open. staged and kept are names of folders below DIR/backups; what was there goes to
 * kept. CARE_ERROR_FULL. */
gboolean care_swap_begin(const char *data_dir, const char *staged, const char *kept, GError **error);
/* TRUE also when there is nothing to finish. */
gboolean care_swap_finish(const char *data_dir, GError **error);

G_END_DECLS
