/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A path with its links followed; as it stands where there is nothing. Any thread. Transfer full. */
char *care_path_real(const char *path);
/* Whether the system's code (errno) says that there is no room: on the disk, in a person's share of it, or for so large a
 * file. */
gboolean care_errno_is_full(int code);
/* The same of an error of GLib (G_FILE_ERROR, G_IO_ERROR). */
gboolean care_error_is_full(const GError *error);
/* Whether so much can be written on the disk on which path, which is there, lies. What cannot be asked, or does not tell how
 * large it is, has room. */
gboolean care_disk_has_room(const char *path, guint64 bytes);
/* Why @path could not be made, written or moved, for the owner: no room (CARE_ERROR_FULL), something else that has its
 * place (CARE_ERROR_REFUSED), or @otherwise, a whole sentence (CARE_ERROR_FULL). To be said only where nothing was
 * changed. */
void care_set_error_from_errno(GError **error, int code, const char *path, const char *otherwise);

G_END_DECLS
