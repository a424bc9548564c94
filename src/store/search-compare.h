/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Holds the words and codes that each record is found by against those of an index made of it a moment ago. func for each
 * record that the index has with others; what it lacks as a whole, care_search_index_check() tells. Cost: as much as
 * care_search_index_rebuild(), and 40 bytes a record. Outside of a transaction that writes; the thread of the connection.
 * FALSE when not all could be read. */
typedef void (*CareSearchCompareFunc)(CareId id, gpointer data);

gboolean care_search_index_compare(CareConnection *connection, CareSearchCompareFunc func, gpointer data,
                                   GError **error);

G_END_DECLS
