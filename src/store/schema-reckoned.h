/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * care_schema_is_reckoned:
 * @found: the SQL of a table, an index, a view or a trigger, as a database has it; nullable
 * @wanted: (nullable): of what this program makes by that name
 *
 * Whether rows cannot be read, checked or written without running what somebody else wrote: a rule of a table, a column that
 * is reckoned from others, an index over more than columns, the module of a virtual table. It may never come to its end. A
 * comparison of columns with values does, and is none of it. Views and triggers run when they are asked for only. By the words alone:
 * nothing is run to find it.
 */
gboolean care_schema_is_reckoned(const char *found, const char *wanted);

G_END_DECLS
