/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shop's folder, before its database is opened. */

/* Makes it, to be held. CARE_ERROR_FULL; _REFUSED where something else has the place of a folder. */
gboolean care_shop_folder_make(const char *data_dir, GError **error);
/* Makes the folders that belong in it, nobody else's to read. Once it is held: where a restore was ended in the middle some
 * are on their way. The same errors. */
gboolean care_shop_folder_fill(const char *data_dir, GError **error);
/* CARE_ERROR_CORRUPT where the database is gone and its papers are not: that is no new shop. */
gboolean care_shop_folder_check(const char *data_dir, GError **error);
/* Whether somebody wrote the database and did not close it. */
gboolean care_shop_folder_has_log(const char *data_dir);

G_END_DECLS
