/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Named queries: what is asked of the database stands in sql/queries/ROOM/NAME.sql and is called "ROOM/NAME". A name
 * that is not there ends the program: it was mistyped.
 *
 * format has a letter for each parameter, in the order ?1, ?2 …: "i" a gint64 (CareId, CareInstant, CareMoney), "s" a
 * const char*, copied, NULL for NULL; "b" GBytes*. For the thread that owns the connection. */

/* Any thread. Transfer none, for ever. */
const char *care_query_sql(const char *name);

/* The statement with its parameters bound, for who reads more than one value a row. As care_connection_prepare(). */
CareStatement *care_query_prepare(CareConnection *connection, const char *name, GError **error,
                                  const char *format, ...);
/* For what changes rows. */
gboolean care_query_execute(CareConnection *connection, const char *name, GError **error, const char *format,
                            ...);
/* func for each row; an error is never taken for the end. See care_statement_each(). */
gboolean care_query_each(CareConnection *connection, const char *name, CareRowFunc func, gpointer data,
                         GError **error, const char *format, ...);
/* The number in the first column of the first row. Without a row *out stays as it is, and the answer is TRUE. */
gboolean care_query_int(CareConnection *connection, const char *name, gint64 *out, GError **error,
                        const char *format, ...);
/* The same for what is only shown: 0 without a row, and when it cannot be read. */
gint64 care_query_number(CareConnection *connection, const char *name, const char *format, ...);
/* The text in the first column of the first row; NULL without one, *error not set. Transfer full. */
char *care_query_text(CareConnection *connection, const char *name, GError **error, const char *format, ...);
/* The first column as a vector of CareId. Transfer full; NULL on an error. */
GArray *care_query_ids(CareConnection *connection, const char *name, GError **error, const char *format, ...);

/* For who takes parameters of its own. */
CareStatement *care_query_prepare_va(CareConnection *connection, const char *name, GError **error,
                                     const char *format, va_list parameters);

G_END_DECLS
