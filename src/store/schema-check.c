/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema-check.h"

#include "store/migrate-private.h"
#include "store/schema-columns.h"
#include "store/schema-reckoned.h"

typedef struct {
    char *type;
    char *name;
    char *table; /* that it belongs to; of a table and a view their own name */
    char *sql;
} Object;

static void
object_free(gpointer data)
{
    Object *object = data;

    g_free(object->type);
    g_free(object->name);
    g_free(object->table);
    g_free(object->sql);
    g_free(object);
}

static char *
key_of(const char *type, const char *name)
{
    return g_strjoin(" ", name, type, NULL); /* they are told in the order of their names */
}

static const Object *
look_up(GTree *objects, const char *type, const char *name)
{
    g_autofree char *key = key_of(type, name);

    return g_tree_lookup(objects, key);
}

static gboolean
take_object(CareStatement *row, gpointer objects, GError **error)
{
    Object *object = g_new0(Object, 1);

    object->type = g_strdup(care_statement_text(row, 0));
    object->name = g_strdup(care_statement_text(row, 1));
    object->sql = g_strdup(care_statement_text(row, 2));
    object->table = g_strdup(care_statement_text(row, 3));
    g_tree_replace(objects, key_of(object->type, object->name), object);
    return TRUE;
}

static int
compare_names(gconstpointer a, gconstpointer b, gpointer data)
{
    return g_strcmp0(a, b);
}

/* By type and name: SQLite lets a trigger, or an index of somebody who writes into the schema, have the name of a table, and takes
 * no two of one type. What SQLite makes for itself (indexes of keys, statistics) follows from the rest: by what it says, for a
 * name can be given to anything. */
static GTree *
read_objects(CareConnection *connection, GError **error)
{
    g_autoptr(GTree) objects = g_tree_new_full(compare_names, NULL, g_free, object_free);
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT type, coalesce(name, ''), sql, tbl_name FROM sqlite_schema WHERE NOT (sql IS NULL AND type = "
        "'index') AND coalesce(sql, '') NOT IN ('CREATE TABLE sqlite_sequence(name,seq)', "
        "'CREATE TABLE sqlite_stat1(tbl,idx,stat)', "
        "'CREATE TABLE sqlite_stat3(tbl,idx,neq,nlt,ndlt,sample)', "
        "'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)')",
        error);

    return care_statement_each(statement, take_object, objects, error) ? g_steal_pointer(&objects) : NULL;
}

CareConnection *
care_schema_fresh(int version, GError **error)
{
    g_autoptr(CareConnection) fresh = care_connection_open(":memory:", CARE_CONNECTION_WRITE, error);
    int n;
    const CareMigration *steps = care_schema_steps(&n);

    return fresh != NULL && care_migrate_by(fresh, NULL, steps, MIN(version, n), error)
               ? g_steal_pointer(&fresh)
               : NULL;
}

/* As one of that schema looks that was made a moment ago. */
static GTree *
wanted_objects(int version, GError **error)
{
    g_autoptr(CareConnection) fresh = care_schema_fresh(version, error);

    return fresh != NULL ? read_objects(fresh, error) : NULL;
}

/* The two databases, and who is told how they differ. */
typedef struct {
    GTree *found;
    GTree *wanted;
    gboolean tables_only; /* and their indexes: the rest is that of the newest schema alone */
    CareSchemaFunc func;
    gpointer data;
} Comparison;

static gboolean
is_compared(const Comparison *self, const Object *object)
{
    return !self->tables_only || g_str_equal(object->type, "table") || g_str_equal(object->type, "index");
}

static gboolean
is_table(const Object *object)
{
    return g_str_equal(object->type, "table");
}

static gboolean
tell_lost_table(gpointer key, gpointer value, gpointer data)
{
    const Comparison *self = data;
    const Object *object = value;

    if (is_table(object) && g_tree_lookup(self->found, key) == NULL)
        self->func(CARE_SCHEMA_MISSING, "table", object->name, self->data);
    return FALSE;
}

/* What went with its table is not told again: nothing brings it back but the table. */
static gboolean
tell_lost(gpointer key, gpointer value, gpointer data)
{
    const Comparison *self = data;
    const Object *object = value;
    gboolean went_along = look_up(self->wanted, "table", object->table) != NULL
                          && look_up(self->found, "table", object->table) == NULL;

    if (!went_along && is_compared(self, object) && g_tree_lookup(self->found, key) == NULL)
        self->func(CARE_SCHEMA_MISSING, object->type, object->name, self->data);
    return FALSE;
}

/* FALSE: that is not all in which the table differs. */
static gboolean
tell_columns(const Comparison *self, const char *table, const Object *found, const Object *wanted)
{
    g_auto(GStrv) added = is_table(found) ? care_schema_columns_added(table, found->sql, wanted->sql) : NULL;

    for (guint i = 0; added != NULL && added[i] != NULL; i++) {
        g_autofree char *name = g_strjoin(".", table, added[i], NULL);

        self->func(CARE_SCHEMA_FOREIGN, "column", name, self->data);
    }
    return added != NULL;
}

static gboolean
tell_otherwise(gpointer key, gpointer value, gpointer data)
{
    const Comparison *self = data;
    const Object *object = value;
    const Object *other = g_tree_lookup(self->wanted, key);

    if (!is_compared(self, object))
        return FALSE;
    if (other == NULL)
        self->func(CARE_SCHEMA_FOREIGN, object->type, object->name, self->data);
    else if (g_strcmp0(object->sql, other->sql) != 0 && !tell_columns(self, object->name, object, other))
        self->func(CARE_SCHEMA_CHANGED, object->type, object->name, self->data);
    return FALSE;
}

static int
version_of(CareConnection *connection)
{
    return (int)care_connection_int(connection, "PRAGMA user_version", 0);
}

gboolean
care_schema_is_newest(CareConnection *connection)
{
    return version_of(connection) == care_schema_version();
}

gboolean
care_schema_is_ours(CareConnection *connection)
{
    return care_connection_int(connection, "PRAGMA application_id", 0) == CARE_APPLICATION_FILE_ID;
}

typedef struct {
    GTree *found;
    GTree *older;
    gboolean newer;
} Mark;

static gboolean
look_for_later(gpointer key, gpointer value, gpointer data)
{
    Mark *self = data;
    const Object *later = value;
    const Object *found = g_tree_lookup(self->found, key);

    self->newer |= is_table(later) && g_tree_lookup(self->older, key) == NULL && found != NULL
                   && g_strcmp0(found->sql, later->sql) == 0; /* else somebody else made one of that name */
    return self->newer;
}

/* What a shop of its schema looks like, as far as its mark can be believed: one that has tables of a later step is none of
 * that older schema. NULL: it cannot. */
static GTree *
objects_of_mark(CareConnection *connection, GTree *found, GTree *newest, GError **error)
{
    int version = version_of(connection);
    g_autoptr(GTree) older
        = version >= 1 && version < care_schema_version() ? wanted_objects(version, error) : NULL;
    Mark mark = { found, older, FALSE };

    if (older != NULL)
        g_tree_foreach(newest, look_for_later, &mark);
    return older != NULL && !mark.newer ? g_steal_pointer(&older) : NULL;
}

/* What it holds, and what it should hold by its mark; NULL, and an error: not all can be read. *older: that is an older one. */
static GTree *
read_both(CareConnection *connection, GTree **wanted, gboolean *older, GError **error)
{
    g_autoptr(GTree) newest = wanted_objects(care_schema_version(), error);
    g_autoptr(GTree) found = newest != NULL ? read_objects(connection, error) : NULL;

    if (found == NULL)
        return NULL;
    *wanted = objects_of_mark(connection, found, newest, NULL);
    *older = *wanted != NULL;
    if (*wanted == NULL)
        *wanted = g_steal_pointer(&newest);
    return g_steal_pointer(&found);
}

gboolean
care_schema_compare(CareConnection *connection, CareSchemaFunc func, gpointer data, GError **error)
{
    g_autoptr(GTree) wanted = NULL;
    gboolean older;
    g_autoptr(GTree) found = read_both(connection, &wanted, &older, error);
    Comparison self = { found, wanted, older, func, data };

    if (found == NULL)
        return FALSE;
    g_tree_foreach(wanted, tell_lost_table, &self);
    if (!older && !care_schema_is_newest(connection))
        func(CARE_SCHEMA_CHANGED, "pragma", "user_version", data);
    g_tree_foreach(found, tell_otherwise, &self);
    g_tree_foreach(wanted, tell_lost, &self);
    return TRUE;
}

static void
note_foreign(CareSchemaFault fault, const char *type, const char *name, gpointer foreign)
{
    if ((fault == CARE_SCHEMA_FOREIGN && !g_str_equal(type, "column"))
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
    GTree *wanted;
    gboolean reckons;
} Reckoned;

static gboolean
look_for_reckoned(gpointer key, gpointer value, gpointer data)
{
    Reckoned *self = data;
    const Object *found = value;
    const Object *wanted = g_tree_lookup(self->wanted, key);

    self->reckons = care_schema_is_reckoned(found->sql, wanted != NULL ? wanted->sql : NULL);
    return self->reckons;
}

static gboolean
is_known(CareConnection *connection)
{
    return care_schema_is_ours(connection) && version_of(connection) >= 1
           && version_of(connection) <= care_schema_version();
}

gboolean
care_schema_reckons_theirs(CareConnection *connection, gboolean *reckons, GError **error)
{
    g_autoptr(GTree) found = NULL;
    g_autoptr(GTree) wanted = NULL;
    Reckoned self = { NULL, FALSE };
    gboolean older;

    *reckons = FALSE;
    if (!is_known(connection))
        return TRUE;
    found = read_both(connection, &wanted, &older, error);
    if (found == NULL)
        return FALSE;
    self.wanted = wanted;
    g_tree_foreach(found, look_for_reckoned, &self);
    *reckons = self.reckons;
    return TRUE;
}
