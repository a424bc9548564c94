/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* What a database says otherwise than one that this program has just made. */
typedef enum {
    CARE_SCHEMA_MISSING, /* made by the program, gone meanwhile */
    CARE_SCHEMA_CHANGED,
    CARE_SCHEMA_FOREIGN, /* made by somebody else: a trigger of theirs runs whenever the shop is written */
} CareSchemaFault;

typedef void (*CareSchemaFunc)(CareSchemaFault fault, const char *type, const char *name, gpointer data);

/* func for each table, index, view and trigger that differs, and each "column" ("customer.theirs") where others added some to a
 * table and that is all: first the tables that are gone, for what went with them is not
 * told by itself; then the rest, in the order of their names. A database of an older schema, which could not be brought up
 * to date, is compared with one of that schema, as to its tables and indexes. The thread of the connection. FALSE when not
 * all of it could be compared. */
gboolean care_schema_compare(CareConnection *connection, CareSchemaFunc func, gpointer data, GError **error);
/* Whether its tables say that they are those of this program. */
gboolean care_schema_is_newest(CareConnection *connection);
/* Whether the file says that it is a shop, of whatever schema. */
gboolean care_schema_is_ours(CareConnection *connection);
/* Whether anything of somebody else is reckoned as soon as rows are read, checked or written (store/schema-reckoned.h). Reads no
 * row of the shop. FALSE in *reckons of what is no shop, or one of a newer program. */
gboolean care_schema_reckons_theirs(CareConnection *connection, gboolean *reckons, GError **error);
/* Whether somebody else's views, triggers, indexes or tables are in it. Columns of theirs run nothing. */
gboolean care_schema_has_foreign(CareConnection *connection, gboolean *foreign, GError **error);

G_END_DECLS
