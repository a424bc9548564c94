/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The whole shop as one JSON file; import/archive-reader.h brings it back. Written one record per line, read one record at a
 * time: memory does not grow with the shop. Complete: every record of every kind, the deleted ones too, settings, counters,
 * and the bytes of added files and issued papers. Not part of it: sort keys and the search index, which are made again, open
 * drafts, the audit and what past imports did. "aftercare" is the version of the file's own shape, "schema" that of what
 * is in it; without one it is 1. "began" is the oldest schema by whose rules anything of it is to be asked, and 1 likewise. */

/* Reads from one connection in one snapshot; any thread that owns the connection. only: a kind's name, or NULL for
 * all. */
gboolean care_archive_write(CareConnection *connection, const char *data_dir, const char *only,
                            GOutputStream *out, GCancellable *cancellable, GError **error);

G_END_DECLS
