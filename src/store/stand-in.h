/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Runs the first statement of sql, and no other behind it, which makes or changes a table that somebody else's words are in: where
 * those name a function or an order of letters that only their own program has (REGEXP of a browser of databases), the connection
 * gets one of that name for as long as it is open, which says nothing. */
gboolean care_stand_in_run(CareConnection *connection, const char *sql, GError **error);

G_END_DECLS
