/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

int care_schema_version(void);
gboolean care_migrate(CareConnection *connection, const char *path, GError **error);
/* The text of a named query, src/store/sql/queries/NAME.sql; lives as long as the program. */
const char *care_query_sql(const char *name);

G_END_DECLS
