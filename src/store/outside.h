/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * care_path_outside: a place that somebody chose for a file, as the file system has it: absolute, with the links of its
 * folder followed. In the shop's own folder only the program writes: a paper saved there could replace the database or
 * an issued document, so such a place is refused with @refusal, as is what is no file. Any thread.
 *
 * Returns: (transfer full) (nullable): the path; NULL with CARE_ERROR_REFUSED
 */
char *care_path_outside(const char *data_dir, const char *path, const char *refusal, GError **error);
/* The same for what is saved for somebody, with the sentence for it. */
gboolean care_path_may_be_written(const char *data_dir, const char *path, GError **error);

/* Why a file that somebody asked for is not where they said, by the system's error @cause (G_IO_ERROR, G_FILE_ERROR): no
 * folder (CARE_ERROR_INPUT), no room, or no right to write there (CARE_ERROR_FULL). What was there before is whole. */
void care_set_error_not_saved(GError **error, const char *name, const GError *cause);
/* The first of these alone. */
void care_set_error_no_folder(GError **error, const char *name);

G_END_DECLS
