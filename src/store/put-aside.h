/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Moves what stands at a path of the shop that the program needs for itself, whatever it is (a file, a folder, a pipe, a
 * link), into the folder backups/FOLDER. A file is named by its content, NAME-12345678.pdf, so the same one twice is one
 * file; what is none, or is too large to be read for its name, gets the first free number. TRUE where nothing stands there.
 * CARE_ERROR_FULL, _REFUSED; nothing was moved then. Any thread. */
gboolean care_put_aside(const char *data_dir, const char *path, const char *folder, GError **error);

G_END_DECLS
