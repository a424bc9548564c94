/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called for each value of the outermost object, in the order of the file: for an array once per element, for any
 * other value once. text is the value's own JSON (not checked beyond its brackets and quotes). */
typedef gboolean (*CareJsonStreamFunc)(const char *member, guint line, const char *text, gsize length,
                                       gpointer data, GError **error);

/* Reads a JSON object of any size, one value in memory at a time. A file that is none, or that ends in the middle, is
 * CARE_ERROR_INPUT with a sentence; func may have been called by then. */
gboolean care_json_stream_read(GInputStream *in, CareJsonStreamFunc func, gpointer data,
                               GCancellable *cancellable, GError **error);

/* How much of a file's begin is a byte order mark, which is read over. */
gsize care_json_mark_length(const char *begin, gsize length);

G_END_DECLS
