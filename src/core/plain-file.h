/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a file, or of one that a link leads to; mapped, so that a large one costs no memory;
 * those of an empty one are "" and not NULL. What is no file (a
 * folder, a pipe, a device) is refused with G_FILE_ERROR_INVAL: reading a pipe would wait for whoever writes into it, and
 * some devices never end. Other errors are those of G_FILE_ERROR, in words for nobody's eyes. Any thread. Transfer full. */
GBytes *care_plain_file_read(const char *path, GError **error);

G_END_DECLS
