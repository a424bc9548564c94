/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/** care_schema_version: the newest schema this program knows. */
int care_schema_version(void);

/**
 * care_migrate:
 * @connection: a write connection, outside a transaction
 * @path: its file, nullable: without it no copy of the old schema is kept beside it
 * @error: CARE_ERROR_CORRUPT (damaged, or another program's), _TOO_NEW, _BUSY or _FULL, as a sentence
 *
 * Brings the database to the newest schema, in one transaction: whatever ends it, the file is of the old schema or of
 * the new one. Programs that open a shop at once wait for each other. On an error the file is as it was.
 */
gboolean care_migrate(CareConnection *connection, const char *path, GError **error);

/* As care_migrate(), but what somebody else put into a shop of an older schema goes first, with what is in it: a column or a
 * table of theirs may have the name of one that a step makes. */
gboolean care_migrate_mended(CareConnection *connection, const char *path, GError **error);

/* By which schema's rules the shop's rows are asked, for they may say what nobody can enter today: the one under which it
 * began, or an older one, once something came along that only that let in. A new shop writes it down; where nothing is
 * written, it is 1. The second lowers it; in a transaction. */
int care_migrate_began(CareConnection *connection);
gboolean care_migrate_note_began(CareConnection *connection, int schema, GError **error);

/* What the steps behind an older schema say of its rows, of those that the import under way took over as new from the
 * file it is reading. In that transaction. */
gboolean care_migrate_imported(CareConnection *connection, int schema, GError **error);

/* Deletes the copies from before a migration that have lain beside the shop for 30 days. */
void care_migrate_forget_copies(const char *data_dir);

G_END_DECLS
