/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* What an export says of numbers, held against the shop's own. In the import's transaction, when all rows are there. */

/* Whether the issued documents that the file brought are what was issued, and go on where the shop's own chain ends; in a
 * shop that has none, they begin it. kept: those that did not come in for a draft of this shop, by their place (archive-draft.h).
 * sentence: why not; NULL where they do. ids: those documents. Both transfer full. */
gboolean care_archive_judge_chain(const CareReaderDesk *desk, GHashTable *kept, char **sentence, GArray **ids,
                                  GError **error);
/* A series goes on behind a counter (series → gint64*) only with documents that came along, and not far behind them; what
 * is skipped is written down. Without them, a shop that issued nothing yet asks for the last number before it does.
 * CARE_ERROR_INPUT for a counter that is no last number. */
gboolean care_archive_raise_counters(const CareReaderDesk *desk, GHashTable *counters, GError **error);

G_END_DECLS
