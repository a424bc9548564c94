/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into a statement, and what comes back in its rows. */
#include "store/connection.h"

/** care_statement_bind: binds text (copied), or NULL for NULL. Parameters count from 1. */
void
care_statement_bind(CareStatement *statement, int parameter, const char *text)
{
    if (text == NULL)
        sqlite3_bind_null(statement, parameter);
    else
        sqlite3_bind_text(statement, parameter, text, -1, SQLITE_TRANSIENT);
}

void
care_statement_bind_bytes(CareStatement *statement, int parameter, GBytes *bytes)
{
    sqlite3_bind_blob64(statement, parameter, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes),
                        SQLITE_TRANSIENT);
}

void
care_statement_bind_int(CareStatement *statement, int parameter, gint64 number)
{
    sqlite3_bind_int64(statement, parameter, number);
}

/**
 * care_statement_text:
 *
 * Returns: (transfer none) (nullable): the text of a column, until the next row. A damaged page, or another program, may have
 * left bytes there that are no text; in their place stands the sign for what cannot be read, for whoever shows it, writes it
 * down or gives it to another.
 */
const char *
care_statement_text(CareStatement *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    g_autofree char *valid = NULL;

    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return text;
    valid = g_utf8_make_valid(text, -1);
    return care_connection_keep(sqlite3_db_handle(statement), valid);
}

gboolean
care_statement_is_readable(CareStatement *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);

    return text == NULL || g_utf8_validate(text, -1, NULL);
}

gint64
care_statement_int(CareStatement *statement, int column)
{
    return sqlite3_column_int64(statement, column);
}

gboolean
care_statement_is_null(CareStatement *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL;
}

int
care_statement_n_columns(CareStatement *statement)
{
    return sqlite3_column_count(statement);
}

const char *
care_statement_column_name(CareStatement *statement, int column)
{
    return sqlite3_column_name(statement, column);
}

int
care_statement_n_parameters(CareStatement *statement)
{
    return sqlite3_bind_parameter_count(statement);
}
