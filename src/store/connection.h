/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "core/id.h"
#include "store/collator.h"

G_BEGIN_DECLS

/* CareConnection: one SQLite connection, opened the way every connection of Aftercare is (docs/architecture.md).
 *
 * Belongs to one thread. Statements are prepared once and kept; a statement taken with
 * care_connection_prepare() is reset when its autoptr goes out of scope, so it must not outlive the connection. */
typedef struct _CareConnection CareConnection;

typedef sqlite3_stmt CareStatement;

/* PRAGMA application_id of a shop: "CARE". */
#define CARE_APPLICATION_FILE_ID 0x43415245

typedef enum {
    CARE_CONNECTION_READ,
    CARE_CONNECTION_WRITE, /* makes the file if there is none */
} CareConnectionMode;

CareConnection *care_connection_open(const char *path, CareConnectionMode mode, GError **error);
void care_connection_close(CareConnection *self);
/* Closes the file and keeps the object: whatever is asked of it from then on is refused, with a sentence. */
void care_connection_shut(CareConnection *self);
sqlite3 *care_connection_handle(CareConnection *self); /* NULL once it is shut */
/* Whether it can only be read: it lies where nothing can be written, as on a disk that the system made read-only or that is
 * full to the last, and nobody else has it open. */
gboolean care_connection_is_frozen(CareConnection *self);
/* Whether that is so because there is no room. */
gboolean care_connection_lacks_room(sqlite3 *handle);
/* The same text for as long as the connection is there, and once, however often it is asked for. */
const char *care_connection_keep(sqlite3 *handle, const char *text);
/* Whether the file that it has open stands in its place no more, since a restore put it away or somebody moved it. Costs a
 * look at the folder. */
gboolean care_connection_has_moved(CareConnection *self);
/* Begins a transaction that writes; none into a file that has moved: that would be in no shop, and the papers beside it are
 * another shop's. CARE_ERROR_BUSY for both. */
gboolean care_connection_begin_write(CareConnection *self, GError **error);

gboolean care_connection_exec(CareConnection *self, const char *sql, GError **error);
CareStatement *care_connection_prepare(CareConnection *self, const char *sql, GError **error);
/* TRUE while there are rows; FALSE at the end or on an error, told apart by *error. */
gboolean care_statement_step(CareStatement *statement, GError **error);
/* What is done with a row: TRUE goes on to the next, FALSE ends there; it is a failure if *error is set. */
typedef gboolean (*CareRowFunc)(CareStatement *row, gpointer data, GError **error);
/* func for each row of the statement; NULL is one that could not be prepared. FALSE: *error says why not all rows that
 * were wanted were read, be it SQLite or func that failed. */
gboolean care_statement_each(CareStatement *statement, CareRowFunc func, gpointer data, GError **error);
/* The first column of each row as a vector of CareId. Transfer full. */
GArray *care_ids_query(CareStatement *statement, GError **error);
/* For statements without rows. */
gboolean care_statement_run(CareStatement *statement, GError **error);
void care_statement_bind(CareStatement *statement, int parameter, const char *text);
void care_statement_bind_bytes(CareStatement *statement, int parameter, GBytes *bytes);
void care_statement_bind_int(CareStatement *statement, int parameter, gint64 number);
void care_statement_release(CareStatement *statement);
const char *care_statement_text(CareStatement *statement, int column);
/* Whether that is what stands there, to the byte. */
gboolean care_statement_is_readable(CareStatement *statement, int column);
gint64 care_statement_int(CareStatement *statement, int column);
gboolean care_statement_is_null(CareStatement *statement, int column);
/* For who is given a query and not its columns. The name is valid as long as the statement is taken. */
int care_statement_n_columns(CareStatement *statement);
const char *care_statement_column_name(CareStatement *statement, int column);
int care_statement_n_parameters(CareStatement *statement);

/* The first column of the first row as a number; it stays as it is when there is none. FALSE: it cannot be read, for which
 * there are other reasons than what is in the file. */
gboolean care_connection_find_int(CareConnection *self, const char *sql, gint64 *number, GError **error);
/* The same; fallback for both. */
gint64 care_connection_int(CareConnection *self, const char *sql, gint64 fallback);

/* The order of the sort keys that this connection writes and looks for: the shop's, as each transaction finds it
 * (store/sort-keys.h), the common one before. Transfer none. */
CareCollator *care_connection_collator(CareConnection *self);
/* order: a collator's, as the shop's setting has it; NULL: the common one. */
void care_connection_set_order(CareConnection *self, const char *order);

void care_set_error_from_sqlite(GError **error, sqlite3 *handle, int code);
/* Whether such an error says that another record has the number, or its place in the order of numbers. */
gboolean care_error_is_taken(const GError *error);
/* What would be written where nothing can be (care_connection_is_frozen()). */
void care_set_error_frozen(GError **error, CareConnection *connection);
/* What is asked of a shop that was closed is refused with this one. */
void care_set_error_closed(GError **error);
/* What would be written into a file that was put away is refused with this one. */
void care_set_error_moved(GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareConnection, care_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareStatement, care_statement_release)

G_END_DECLS
