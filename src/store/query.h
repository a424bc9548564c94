/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/connection.h"

G_BEGIN_DECLS

/* CareQuery: a named query (store/named-query.h) whose first column is an id, its parameters, and what its answer
 * depends on. Immutable and reference counted; any thread. */
#define CARE_TYPE_QUERY (care_query_get_type())
typedef struct _CareQuery CareQuery;
GType care_query_get_type(void);

/* depends: as care_change_set_touches(). format: as for named queries. */
CareQuery *care_query_new(const char *name, const char *depends, const char *format, ...);
/* The same from a vector of ids, in its order: for answers that were computed, like a search. */
CareQuery *care_query_new_ids(const CareId *ids, guint n, const char *depends);
CareQuery *care_query_ref(CareQuery *self);
void care_query_unref(CareQuery *self);

/* The ids, at most limit of them (0: all). Transfer full. */
GArray *care_query_run(CareQuery *self, CareConnection *connection, guint limit, GError **error);
const char *care_query_depends(CareQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareQuery, care_query_unref)

G_END_DECLS
