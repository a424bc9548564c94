/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/query.h"
#include "store/store.h"

G_BEGIN_DECLS

/* CareQueryModel: a GListModel of the records that a query names, whose cost does not grow with the database.
 *
 *   GtkListView ← selection ← CareQueryModel: ids[] (8 bytes a row) ← query, on the reading thread
 *                                  └ get_item: page of 64 records by id ← the main thread's read connection
 *
 * A new question shows its first screenful at once, so that the next frame is painted as soon as it can be; the others
 * follow behind it in a few runs. Records are shared by id while anybody holds them; the last 8 pages are held by the
 * model. After a change set, records that changed
 * are loaded again into the same objects, and the ids are run again: only what differs is told with items-changed,
 * so scroll position and selection survive. A question that cannot be answered now is told in the log and asked once more on
 * the reading thread. Main thread only. */
#define CARE_TYPE_QUERY_MODEL (care_query_model_get_type())
G_DECLARE_FINAL_TYPE(CareQueryModel, care_query_model, CARE, QUERY_MODEL, GObject)

CareQueryModel *care_query_model_new(CareStore *store, const CareKind *kind);
/* NULL empties the model. One run tells the new first rows. */
void care_query_model_set_query(CareQueryModel *self, CareQuery *query);
/* The same question, answered anew by a query of ids (care_query_new_ids()) of who asks it for several models at once: only
 * what differs is told, as after a change set. */
void care_query_model_follow(CareQueryModel *self, CareQuery *answer);
/* How many rows the next new question shows at once, for who knows how many are seen; 0: as before, 24 at first. */
void care_query_model_set_screenful(CareQueryModel *self, guint rows);
/* Runs the query again now (the difference follows when it is read). */
void care_query_model_refresh(CareQueryModel *self);
/* TRUE while ids are still being read or shown. */
gboolean care_query_model_is_loading(CareQueryModel *self);
/* How many rows there will be when everything that is known has been shown. */
guint care_query_model_total(CareQueryModel *self);
/* The position of a record, or G_MAXUINT. O(n) over ids, no loading. */
guint care_query_model_find(CareQueryModel *self, CareId id);
CareId care_query_model_id_at(CareQueryModel *self, guint position);

G_END_DECLS
