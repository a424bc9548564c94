/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/kind.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* A walk past every row that has a sort key, making the key anew, a page of rows at a time. */
typedef struct {
    const CareKind *const *kind; /* of which rows come next; of NULL: at the end */
    CareId id;                   /* of the last row behind */
} CareSortPlace;

/* "customer:123"; from anything else the walk begins at the first row. */
CareSortPlace care_sort_place_from_text(const char *text);
char *care_sort_place_to_text(const CareSortPlace *place); /* NULL at the end */

/* The next page, in the connection's order (care_connection_collator()). Within a transaction. */
gboolean care_sort_walk(CareConnection *connection, CareSortPlace *place, GError **error);

G_END_DECLS
