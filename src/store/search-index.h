/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Keeps the search tables in step with a record that is being written: writes what is found by other words or codes
 * than old was; old is NULL for a record that the tables do not have. Kinds without searched fields are ignored. */
gboolean care_search_index_put(CareConnection *connection, CareRecord *record, CareRecord *old,
                               GError **error);
gboolean care_search_index_remove(CareConnection *connection, const CareKind *kind, CareId id,
                                  GError **error);
/* Makes the entry of one record anew. */
gboolean care_search_index_renew(CareConnection *connection, const CareKind *kind, CareId id, GError **error);
/* One step towards an index in which nothing is left of what is not found any more: FTS5 keeps the words of a deleted row
 * until the part they are in is merged. *done: there was nothing to merge. Within a transaction. */
gboolean care_search_index_forget(CareConnection *connection, gboolean first, gboolean *done, GError **error);
/* Makes the whole index anew. */
gboolean care_search_index_rebuild(CareConnection *connection, GError **error);
/* The ids whose entries, in the list or in either index, are missing or left over. Transfer full. */
GArray *care_search_index_check(CareConnection *connection, GError **error);

G_END_DECLS
