/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* The columns that somebody else added to a table of the program's, where they are all in which it differs: without them it would
 * be as it was made. found and wanted are its words (CREATE TABLE ...). NULL: there are none, or it differs otherwise, too.
 * Transfer full. */
char **care_schema_columns_added(const char *table, const char *found, const char *wanted);
/* Takes one out, with what is in it. Where no view or trigger is in its way. */
gboolean care_schema_column_drop(CareConnection *connection, const char *table, const char *column,
                                 GError **error);
/* A name as SQL has it. Transfer full. */
char *care_schema_quote(const char *name);

G_END_DECLS
