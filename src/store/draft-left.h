/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft-owner.h"

G_BEGIN_DECLS

/* Words that could not be written into the shop before their window had to go: a session that ends waits a few seconds, and
 * another program may hold the shop for longer. They lie beside it in a file of that window's own (aftercare.words-MARK), for
 * its owner's eyes only, until somebody opens the shop, whatever for: then they are drafts that were left, and the file is
 * gone. So nothing that is deleted for good is in there, and a backup is without it as without what is not written yet. */

/* rows: CareDraftRow, the newest words of each; nothing is written where there are none. Any thread. */
typedef struct {
    char *key; /* of the row */
    char *text;
} CareDraftRow;
gboolean care_drafts_left_write(const char *data_dir, const char *mark, GPtrArray *rows, GError **error);
/* Those of windows that have gone: their paths, of char *. Transfer full. */
GPtrArray *care_drafts_left_find(const char *data_dir, const CareDraftOwner *owner);
/* The rows of one, of CareDraftRow; none where it cannot be read, or is none of ours. Transfer full. */
GPtrArray *care_drafts_left_read(const char *path);

G_END_DECLS
