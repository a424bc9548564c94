/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stand-in.h"

#include <string.h>

/* So many names no table of anybody's has. */
#define MOST_NAMES 100

/* NULL: no CHECK is broken by it. */
static void
say_nothing(sqlite3_context *context, int n, sqlite3_value **values)
{
    sqlite3_result_null(context);
}

static int
compare_bytes(void *data, int n_a, const void *a, int n_b, const void *b)
{
    int order = memcmp(a, b, (gsize)MIN(n_a, n_b));

    return order != 0 ? order : n_a - n_b;
}

/* What SQLite says is in no language; NULL: that is not what it said. Transfer full. */
static char *
name_behind(const char *message, const char *words)
{
    const char *found = message != NULL ? strstr(message, words) : NULL;

    return found != NULL ? g_strdup(found + strlen(words)) : NULL;
}

/* FALSE: that it has none of a name is not why it failed. */
static gboolean
make_stand_in(sqlite3 *handle)
{
    g_autofree char *function = name_behind(sqlite3_errmsg(handle), "no such function: ");
    g_autofree char *collation = name_behind(sqlite3_errmsg(handle), "no such collation sequence: ");

    if (function != NULL)
        return sqlite3_create_function(handle, function, -1,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                       say_nothing, NULL, NULL)
               == SQLITE_OK;
    return collation != NULL
           && sqlite3_create_collation(handle, collation, SQLITE_UTF8, NULL, compare_bytes) == SQLITE_OK;
}

static gboolean
run(CareConnection *connection, const char *sql, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return statement != NULL && care_statement_run(statement, error);
}

gboolean
care_stand_in_run(CareConnection *connection, const char *sql, GError **error)
{
    for (guint i = 0; i < MOST_NAMES; i++) {
        g_autoptr(GError) local = NULL;

        if (run(connection, sql, &local))
            return TRUE;
        if (!make_stand_in(care_connection_handle(connection))) {
            g_propagate_error(error, g_steal_pointer(&local));
            return FALSE;
        }
    }
    return run(connection, sql, error);
}
