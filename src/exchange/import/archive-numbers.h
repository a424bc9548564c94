/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* What an export says of numbers, held against the shop's own. In the import's transaction, when all rows are there. */

/* Whether the issued documents that the file brought go on where the shop's own chain ends. A shop that has none takes
 * them as they stand. ids: those documents; transfer full. */
gboolean care_archive_chain_fits(const CareReaderDesk *desk, gboolean *fits, GArray **ids, GError **error);
/* A series goes on behind a counter (series → gint64*) only with documents that came along, and not far behind them; what
 * is skipped is written down. CARE_ERROR_INPUT for a counter that is no last number. */
gboolean care_archive_raise_counters(const CareReaderDesk *desk, GHashTable *counters, GError **error);

G_END_DECLS
