/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the file of a shop says of itself, in its first bytes, that it is one, whole, and none of a newer program. It is not
 * opened as a database, which would make others beside it. CARE_ERROR_CORRUPT; _TOO_NEW; the sentences speak of a backup. */
gboolean care_file_head_check(const char *path, GError **error);
/* Whether what stands behind them is whole, too. Reads all of it, as it lies there, without a log, and leaves nothing beside it.
 * CARE_ERROR_CORRUPT, with the same sentence. */
gboolean care_file_body_check(const char *path, GError **error);

/* Whether it says that it is a shop of an older schema, which whoever opens it next brings to the newest. Where the log of the
 * database has the last word, that may have happened already. */
gboolean care_file_head_is_older(const char *path);

G_END_DECLS
