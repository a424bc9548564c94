/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes beside the database. Any thread. */

/* Writes, syncs and renames, then syncs the folder: afterwards the file is whole or was never there. CARE_ERROR_FULL;
 * _REFUSED where something else has its place. */
gboolean care_file_write_durably(const char *path, GBytes *bytes, GError **error);
/* Whether a file of this name is one that has not got its own yet. */
gboolean care_file_is_unfinished(const char *name);
/* Removes a file that nobody holds the lock of: whoever writes one does, and loses it when it is ended. What is no file
 * (somebody's pipe) keeps nobody waiting. */
void care_file_sweep(const char *path);
/* Removes such files from a folder, not from those below it. */
void care_file_sweep_unfinished(const char *folder);
/* Keeps bytes under their hash: DIR/files/ab/<sha256>. Returns the hash (transfer full); the same bytes twice are one file,
 * and one that was altered or lost there is whole again. */
char *care_file_store_put(const char *data_dir, GBytes *bytes, GError **error);
/* 64 small hexadecimal digits: nothing else names a file there. */
gboolean care_file_store_is_hash(const char *text);
/* Whether a file of this path, seen from the shop's folder, is one that the shop keeps: files/ab/<sha256> or
 * issued/NUMBER.pdf. Backups and exports hold those, and nothing that something left behind there. */
gboolean care_file_is_kept(const char *path);
/* NULL for what is no hash: no row can lead out of the folder. Transfer full. */
char *care_file_store_path(const char *data_dir, const char *sha256);
/* The bytes that were kept, held against their hash: CARE_ERROR_NOT_FOUND, or CARE_ERROR_CORRUPT where they are others.
 * Transfer full. */
GBytes *care_file_store_get(const char *data_dir, const char *sha256, GError **error);

G_END_DECLS
