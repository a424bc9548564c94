/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* What care_schema_compare() tells is put right, as far as it can be: what is somebody else's goes, tables and columns with what
 * is in them, and views, triggers and indexes are made as the program makes them. Rows of the shop stay; of its tables none is
 * made anew. */

/* Whether there is anything of that. */
gboolean care_schema_is_to_mend(CareConnection *connection, gboolean *is, GError **error);
/* Of the shop, within a transaction: all of it, or an error. */
gboolean care_schema_mend(CareConnection *connection, GError **error);
/* Of a shop of an older schema, within the transaction that brings it up to date: what is somebody else's goes. Views and
 * triggers go too, for they are made anew at its end. */
gboolean care_schema_mend_older(CareConnection *connection, GError **error);
/* Of a copy, outside of a transaction: what rows of the shop stand in the way of, as a number that is there twice does of the
 * index of numbers, stays as it is, and verify tells it. A shop of an older schema is freed of what is somebody else's. */
gboolean care_schema_mend_copy(CareConnection *copy, GError **error);

G_END_DECLS
