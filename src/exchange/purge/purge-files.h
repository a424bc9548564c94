/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

#define CARE_PURGE_N_FOLDERS 256

/* Removes the files of one of files/00 .. files/ff that no row refers to, and their copies in the cache. A file younger
 * than a day stays: its row may be on its way. Worker thread, within a transaction, so that no row can come meanwhile. */
gboolean care_purge_files(CareTransaction *transaction, guint folder, GError **error);
/* What ended programs left of papers that they were writing. */
void care_purge_papers(const char *data_dir);

G_END_DECLS
