/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema-columns.h"

#include "store/stand-in.h"

char *
care_schema_quote(const char *name)
{
    g_autoptr(GString) quoted = g_string_new(name);

    g_string_replace(quoted, "\"", "\"\"", 0);
    g_string_prepend_c(quoted, '"');
    g_string_append_c(quoted, '"');
    return g_string_free_and_steal(g_steal_pointer(&quoted));
}

gboolean
care_schema_column_drop(CareConnection *connection, const char *table, const char *column, GError **error)
{
    g_autofree char *of = care_schema_quote(table);
    g_autofree char *which = care_schema_quote(column);
    g_autofree char *sql = g_strdup_printf("ALTER TABLE %s DROP COLUMN %s", of, which);

    return care_stand_in_run(connection, sql, error);
}

static gboolean
take_text(CareStatement *row, gpointer texts, GError **error)
{
    g_strv_builder_add(texts, care_statement_text(row, 0));
    return TRUE;
}

/* NULL: they cannot be read. */
static char **
ask(CareConnection *connection, const char *sql, const char *table)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, NULL);
    g_autoptr(GStrvBuilder) texts = g_strv_builder_new();

    if (statement != NULL)
        care_statement_bind(statement, 1, table);
    return care_statement_each(statement, take_text, texts, NULL) ? g_strv_builder_end(texts) : NULL;
}

static char **
columns_of(CareConnection *connection, const char *table)
{
    return ask(connection, "SELECT name FROM pragma_table_xinfo(?1)", table);
}

/* In a room of its own. Of what a file says the first statement, as SQLite reads it, and no other behind it. */
static CareConnection *
make(const char *words)
{
    g_autoptr(CareConnection) connection = care_connection_open(":memory:", CARE_CONNECTION_WRITE, NULL);

    return connection != NULL && care_stand_in_run(connection, words, NULL) ? g_steal_pointer(&connection)
                                                                            : NULL;
}

static gboolean
is_as_made(CareConnection *connection, const char *table, const char *wanted)
{
    g_auto(GStrv) words
        = ask(connection, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", table);

    return words != NULL && g_strcmp0(words[0], wanted) == 0;
}

char **
care_schema_columns_added(const char *table, const char *found, const char *wanted)
{
    g_autoptr(CareConnection) made = make(wanted);
    g_autoptr(CareConnection) changed = made != NULL ? make(found) : NULL;
    g_auto(GStrv) ours = changed != NULL ? columns_of(made, table) : NULL;
    g_auto(GStrv) all = ours != NULL ? columns_of(changed, table) : NULL;
    g_autoptr(GStrvBuilder) added = g_strv_builder_new();

    /* the last one first: it may be reckoned from those before */
    for (guint i = all != NULL ? g_strv_length(all) : 0; i > 0; i--) {
        if (g_strv_contains((const char *const *)ours, all[i - 1]))
            continue;
        g_strv_builder_add(added, all[i - 1]);
        if (!care_schema_column_drop(changed, table, all[i - 1], NULL))
            return NULL;
    }
    return all != NULL && g_strv_length(all) > g_strv_length(ours) && is_as_made(changed, table, wanted)
               ? g_strv_builder_end(added)
               : NULL;
}
