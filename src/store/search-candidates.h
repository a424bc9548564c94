/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"
#include "store/search-terms.h"

G_BEGIN_DECLS

/* The ids of records that may fit, equal names surely among them; a few hundred at most, some of them twice. Transfer
 * full. */
GArray *care_search_candidates(CareConnection *connection, const CareSearchTerms *terms, GError **error);

G_END_DECLS
