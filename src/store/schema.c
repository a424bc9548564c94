/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The schemas of this program and the texts that make them. Which there are is what the resources hold (sql/list.py). */
#include <gio/gio.h>

#include "store/migrate-private.h"

#define RESOURCES "/com/example/Aftercare/store/sql/"

/* Made by sql/list.py; asked for by name, since a static library drops what nothing refers to. */
extern GResource *care_store_get_resource(void);

/* What a step does besides its texts. */
static const struct {
    int schema; /* that the step leads to */
    CareMigration more;
} more_of_steps[] = {
    /* Programs of schema 1 did not make the digits of phones anew when the shop's region was changed, and knew one spelling
     * of a name. */
    { 2, { .rebuild = CARE_REBUILD_PHONES | CARE_REBUILD_SEARCH } },
};

/* Nullable. */
static GBytes *
find_text(const char *name)
{
    g_autofree char *path = g_strconcat(RESOURCES, name, ".sql", NULL);

    return g_resource_lookup_data(care_store_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static const char *
find_name(int schema, const char *suffix)
{
    g_autofree char *name = g_strdup_printf("%03d%s", schema, suffix);
    g_autoptr(GBytes) text = find_text(name);

    return text != NULL ? g_intern_string(name) : NULL;
}

static CareMigration
more_of_step(int schema)
{
    for (gsize i = 0; i < G_N_ELEMENTS(more_of_steps); i++)
        if (more_of_steps[i].schema == schema)
            return more_of_steps[i].more;
    return (CareMigration){ 0 };
}

static gpointer
make_steps(gpointer data)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(CareMigration));
    const char *sql;

    while ((sql = find_name((int)steps->len + 1, "")) != NULL) {
        CareMigration step = more_of_step((int)steps->len + 1);

        step.sql = sql;
        step.rows = find_name((int)steps->len + 1, "-rows");
        g_array_append_val(steps, step);
    }
    return steps;
}

/* Made once, for all threads. */
static const GArray *
all_steps(void)
{
    static GOnce once = G_ONCE_INIT;

    return g_once(&once, make_steps, NULL);
}

char *
care_schema_text(const char *name)
{
    g_autoptr(GBytes) bytes = find_text(name);

    if (bytes == NULL)
        g_error("no SQL named %s", name);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

int
care_schema_version(void)
{
    return (int)all_steps()->len;
}

const CareMigration *
care_schema_steps(int *n)
{
    const GArray *steps = all_steps();

    *n = (int)steps->len;
    return (const CareMigration *)(gconstpointer)steps->data;
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
