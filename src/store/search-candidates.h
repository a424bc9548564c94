/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"
#include "store/search-terms.h"

G_BEGIN_DECLS

/* A fragment that finds more than this is too short to rank; the newest are looked at. */
#define CARE_SEARCH_CANDIDATES 200

/* The ids of records that may fit, equal names surely among them; a few times most, and some of them twice. most: how many
 * of the newest of each way to find one, CARE_SEARCH_CANDIDATES mostly. Transfer full. */
GArray *care_search_candidates(CareConnection *connection, const CareSearchTerms *terms, guint most,
                               GError **error);

G_END_DECLS
