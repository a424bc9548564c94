/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* What an export says of numbers, held against the shop's own. In the import's transaction, when all rows are there. */

typedef enum {
    CARE_CHAIN_FITS,
    CARE_CHAIN_OF_ANOTHER, /* it does not begin where the shop's own ends */
    CARE_CHAIN_BROKEN,     /* a document says other than its seal, or one before it is missing */
} CareChainVerdict;

/* Whether the issued documents that the file brought are what was issued, and go on where the shop's own chain ends; in a
 * shop that has none, they begin it. ids: those documents; transfer full. */
gboolean care_archive_judge_chain(const CareReaderDesk *desk, CareChainVerdict *verdict, GArray **ids,
                                  GError **error);
/* A series goes on behind a counter (series → gint64*) only with documents that came along, and not far behind them; what
 * is skipped is written down. Without them, a shop that issued nothing yet asks for the last number before it does.
 * CARE_ERROR_INPUT for a counter that is no last number. */
gboolean care_archive_raise_counters(const CareReaderDesk *desk, GHashTable *counters, GError **error);

G_END_DECLS
