/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The schemas of this program and the texts that make them. */
#include <gio/gio.h>

#include "store/migrate-private.h"

#define RESOURCES "/com/example/Aftercare/store/sql/"

/* Made from store.gresource.xml; asked for by name, since a static library drops what nothing refers to. */
extern GResource *care_store_get_resource(void);

static const CareMigration steps[] = {
    { .sql = "001" },
    /* Programs of schema 1 did not make the digits of phones anew when the shop's region was changed, and knew one spelling
     * of a name. */
    { .sql = "002", .rows = "002-rows", .rebuild = CARE_REBUILD_PHONES | CARE_REBUILD_SEARCH },
};

char *
care_schema_text(const char *name)
{
    g_autofree char *path = g_strconcat(RESOURCES, name, ".sql", NULL);
    g_autoptr(GBytes) bytes
        = g_resource_lookup_data(care_store_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    if (bytes == NULL)
        g_error("no SQL named %s", name);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

int
care_schema_version(void)
{
    return G_N_ELEMENTS(steps);
}

const CareMigration *
care_schema_steps(int *n)
{
    *n = G_N_ELEMENTS(steps);
    return steps;
}

gboolean
care_schema_run_sql(CareConnection *connection, const char *name, GError **error)
{
    g_autofree char *sql = care_schema_text(name);

    return care_connection_exec(connection, sql, error);
}

gboolean
care_schema_run_rows(CareConnection *connection, const char *name, const char *older, GError **error)
{
    g_autofree char *text = care_schema_text(name);
    g_autoptr(GString) sql = g_string_new(text);

    g_string_replace(sql, "{older}", older, 0);
    return care_connection_exec(connection, sql->str, error);
}

static gboolean
append_text(CareStatement *row, gpointer sql, GError **error)
{
    g_string_append(sql, care_statement_text(row, 0));
    return TRUE;
}

/* DROP statements for every view and trigger; a trigger of a view is gone with it. */
static char *
drop_statements(CareConnection *connection, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT format('DROP %s IF EXISTS \"%w\";', type, name) FROM sqlite_schema WHERE type IN ('view', "
        "'trigger')",
        error);
    g_autoptr(GString) sql = g_string_new(NULL);

    if (statement == NULL || !care_statement_each(statement, append_text, sql, error))
        return NULL;
    return g_string_free_and_steal(g_steal_pointer(&sql));
}

gboolean
care_schema_drop_objects(CareConnection *connection, GError **error)
{
    g_autofree char *sql = drop_statements(connection, error);

    return sql != NULL && care_connection_exec(connection, sql, error);
}
