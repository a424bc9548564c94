/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema-check.h"

#include "store/migrate-private.h"

typedef struct {
    char *type;
    char *sql;
} Object;

static void
object_free(gpointer data)
{
    Object *object = data;

    g_free(object->type);
    g_free(object->sql);
    g_free(object);
}

static gboolean
take_object(CareStatement *row, gpointer objects, GError **error)
{
    Object *object = g_new0(Object, 1);

    object->type = g_strdup(care_statement_text(row, 0));
    object->sql = g_strdup(care_statement_text(row, 2));
    g_tree_replace(objects, g_strdup(care_statement_text(row, 1)), object);
    return TRUE;
}

static int
compare_names(gconstpointer a, gconstpointer b, gpointer data)
{
    return g_strcmp0(a, b);
}

/* By name. What SQLite makes for itself (indexes of keys, statistics) follows from the rest. */
static GTree *
read_objects(CareConnection *connection, GError **error)
{
    g_autoptr(GTree) objects = g_tree_new_full(compare_names, NULL, g_free, object_free);
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT type, coalesce(name, ''), sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE "
        "'\\'",
        error);

    return care_statement_each(statement, take_object, objects, error) ? g_steal_pointer(&objects) : NULL;
}

/* As one looks that was made a moment ago. */
static GTree *
wanted_objects(GError **error)
{
    g_autoptr(CareConnection) fresh = care_connection_open(":memory:", CARE_CONNECTION_WRITE, error);

    return fresh != NULL && care_migrate(fresh, NULL, error) ? read_objects(fresh, error) : NULL;
}

typedef struct {
    GTree *other;
    gboolean other_is_wanted;
    CareSchemaFunc func;
    gpointer data;
} Walk;

static gboolean
look_at(gpointer name, gpointer value, gpointer data)
{
    const Walk *walk = data;
    const Object *object = value;
    const Object *other = g_tree_lookup(walk->other, name);

    if (other == NULL)
        walk->func(walk->other_is_wanted ? CARE_SCHEMA_FOREIGN : CARE_SCHEMA_MISSING, object->type, name,
                   walk->data);
    else if (walk->other_is_wanted
             && (g_strcmp0(object->type, other->type) != 0 || g_strcmp0(object->sql, other->sql) != 0))
        walk->func(CARE_SCHEMA_CHANGED, object->type, name, walk->data);
    return FALSE;
}

static gboolean
says_version(CareConnection *connection)
{
    return care_connection_int(connection, "PRAGMA user_version", 0) == care_schema_version();
}

gboolean
care_schema_is_ours(CareConnection *connection)
{
    return care_connection_int(connection, "PRAGMA application_id", 0) == CARE_APPLICATION_FILE_ID;
}

gboolean
care_schema_compare(CareConnection *connection, CareSchemaFunc func, gpointer data, GError **error)
{
    g_autoptr(GTree) wanted = wanted_objects(error);
    g_autoptr(GTree) found = wanted != NULL ? read_objects(connection, error) : NULL;

    if (found == NULL)
        return FALSE;
    if (!says_version(connection))
        func(CARE_SCHEMA_CHANGED, "pragma", "user_version", data);
    g_tree_foreach(found, look_at,
                   &(Walk){ .other = wanted, .other_is_wanted = TRUE, .func = func, .data = data });
    g_tree_foreach(wanted, look_at, &(Walk){ .other = found, .func = func, .data = data });
    return TRUE;
}

static void
note_foreign(CareSchemaFault fault, const char *type, const char *name, gpointer foreign)
{
    if (fault == CARE_SCHEMA_FOREIGN
        || (fault == CARE_SCHEMA_CHANGED && (g_str_equal(type, "trigger") || g_str_equal(type, "view"))))
        *(gboolean *)foreign = TRUE;
}

gboolean
care_schema_has_foreign(CareConnection *connection, gboolean *foreign, GError **error)
{
    *foreign = FALSE;
    return care_schema_compare(connection, note_foreign, foreign, error);
}

typedef struct {
    GTree *found;
    GString *sql;
} Mend;

static gboolean
add_index(gpointer name, gpointer value, gpointer data)
{
    const Mend *self = data;
    const Object *object = value;

    if (g_str_equal(object->type, "index") && g_tree_lookup(self->found, name) == NULL)
        g_string_append_printf(self->sql, "%s;\n", object->sql);
    return FALSE;
}

gboolean
care_schema_mend(CareConnection *connection, GError **error)
{
    g_autoptr(GTree) wanted = wanted_objects(error);
    g_autoptr(GTree) found = wanted != NULL ? read_objects(connection, error) : NULL;
    g_autoptr(GString) sql = g_string_new(NULL);

    if (found == NULL)
        return FALSE;
    g_tree_foreach(wanted, add_index, &(Mend){ .found = found, .sql = sql });
    return care_schema_drop_objects(connection, error) && care_schema_make_objects(connection, error)
           && care_connection_exec(connection, sql->str, error)
           && care_connection_exec(connection, "DELETE FROM guard WHERE 1", error);
}
