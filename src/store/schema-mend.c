/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema-mend.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "store/migrate-private.h"
#include "store/schema-check.h"
#include "store/schema-columns.h"
#include "store/snapshot.h"

/* What is to be done. */
typedef struct {
    CareConnection *connection;
    GHashTable *modules; /* the names of all virtual tables, which a module of SQLite makes */
    GPtrArray *virtuals; /* those of somebody else */
    GString *drops;      /* of what else is theirs */
    GPtrArray *columns;  /* theirs, "customer.theirs" */
    GPtrArray *indexes;  /* of ours, by name: gone or changed */
    gboolean objects;    /* views and triggers of ours are gone or changed */
    gboolean odd;        /* an entry says to be what SQLite does not know */
    gboolean lost;       /* a table of ours is gone */
    gboolean mismarked;  /* it is of another schema than it says */
} Mend;

static void
mend_free(Mend *self)
{
    g_hash_table_unref(self->modules);
    g_ptr_array_unref(self->virtuals);
    g_ptr_array_unref(self->columns);
    g_ptr_array_unref(self->indexes);
    g_string_free(self->drops, TRUE);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Mend, mend_free)

static void
append_drop(GString *sql, const char *type, const char *name)
{
    g_autofree char *quoted = care_schema_quote(name);

    g_string_append_printf(sql, "DROP %s IF EXISTS %s;\n", type, quoted);
}

/* The word goes into SQL, and SQLite lets any text stand there for an index of its own. */
static gboolean
is_type(const char *type)
{
    return g_strv_contains((const char *const[]){ "table", "index", "trigger", "view", NULL }, type);
}

static void
note_ours(Mend *self, const char *type)
{
    self->mismarked |= g_str_equal(type, "pragma");
    self->objects |= g_str_equal(type, "trigger") || g_str_equal(type, "view");
}

static void
note_fault(CareSchemaFault fault, const char *type, const char *name, gpointer data)
{
    Mend *self = data;

    if (g_str_equal(type, "column"))
        g_ptr_array_add(self->columns, g_strdup(name));
    else if (fault == CARE_SCHEMA_FOREIGN && g_str_equal(type, "table")
             && g_hash_table_contains(self->modules, name))
        g_ptr_array_add(self->virtuals, g_strdup(name));
    else if (fault == CARE_SCHEMA_FOREIGN && !is_type(type))
        self->odd = TRUE;
    else if (fault == CARE_SCHEMA_FOREIGN)
        append_drop(self->drops, type, name);
    else if (g_str_equal(type, "index"))
        g_ptr_array_add(self->indexes, g_strdup(name));
    else if (fault == CARE_SCHEMA_MISSING && g_str_equal(type, "table"))
        self->lost = TRUE;
    else
        note_ours(self, type);
}

static gboolean
take_name(CareStatement *row, gpointer names, GError **error)
{
    g_hash_table_add(names, g_strdup(care_statement_text(row, 0)));
    return TRUE;
}

static gboolean
check_types(const Mend *self, GError **error)
{
    return !self->odd
           || care_refuse(
               error, CARE_ERROR_CORRUPT,
               _("The database has an entry of no known kind, which somebody wrote into it. Nothing was "
                 "changed; restore the newest backup."));
}

static Mend *
look(CareConnection *connection, GError **error)
{
    g_autoptr(Mend) self = g_new0(Mend, 1);
    g_autoptr(CareStatement) modules = care_connection_prepare(
        connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND coalesce(rootpage, 0) = 0",
        error);

    self->connection = connection;
    self->modules = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->virtuals = g_ptr_array_new_with_free_func(g_free);
    self->columns = g_ptr_array_new_with_free_func(g_free);
    self->indexes = g_ptr_array_new_with_free_func(g_free);
    self->drops = g_string_new(NULL);
    return modules != NULL && care_statement_each(modules, take_name, self->modules, error)
                   && care_schema_compare(connection, note_fault, self, error) && check_types(self, error)
               ? g_steal_pointer(&self)
               : NULL;
}

gboolean
care_schema_is_to_mend(CareConnection *connection, gboolean *is, GError **error)
{
    g_autoptr(Mend) mend = look(connection, error);

    *is = mend != NULL
          && (mend->virtuals->len > 0 || mend->drops->len > 0 || mend->columns->len > 0
              || mend->indexes->len > 0 || mend->objects);
    return mend != NULL;
}

static gboolean
delete_entry(CareConnection *connection, const char *name, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "DELETE FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND coalesce(rootpage, 0) = 0", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, name);
    return care_statement_run(statement, error);
}

/* It has no pages of its own; what its module kept of it lies in tables that are taken out as any other. */
static gboolean
forget_virtual(CareConnection *connection, const char *name, GError **error)
{
    sqlite3 *handle = care_connection_handle(connection);
    gboolean done;

    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    done = care_connection_exec(connection, "PRAGMA writable_schema=ON", error)
           && delete_entry(connection, name, error);
    done = care_connection_exec(connection, "PRAGMA writable_schema=RESET", done ? error : NULL) && done;
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    return done;
}

/* Only its module can drop it, which this SQLite may not have, or which may not find what it needs. */
static gboolean
drop_virtual(CareConnection *connection, const char *name, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);

    append_drop(sql, "TABLE", name);
    return care_connection_exec(connection, sql->str, NULL) || forget_virtual(connection, name, error);
}

/* Virtual ones before the tables in which their modules keep what is theirs. */
static gboolean
drop_each(Mend *self, GError **error)
{
    for (guint i = 0; i < self->virtuals->len; i++)
        if (!drop_virtual(self->connection, self->virtuals->pdata[i], error))
            return FALSE;
    return care_connection_exec(self->connection, self->drops->str, error);
}

/* Tables that refer to one another go in any order: a reference to what went first is none any more. */
static gboolean
drop_theirs(Mend *self, GError **error)
{
    sqlite3 *handle = care_connection_handle(self->connection);
    gboolean done;
    int enforced = 1;

    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &enforced);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL); /* within a transaction no PRAGMA does */
    done = drop_each(self, error);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, enforced, NULL);
    return done;
}

static gboolean
append_text(CareStatement *row, gpointer sql, GError **error)
{
    g_string_append_printf(sql, "%s;\n", care_statement_text(row, 0));
    return TRUE;
}

static gboolean
drop_indexes(Mend *self, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);

    for (guint i = 0; i < self->indexes->len; i++)
        append_drop(sql, "INDEX", self->indexes->pdata[i]);
    return care_connection_exec(self->connection, sql->str, error);
}

static gboolean
make_index(Mend *self, CareConnection *fresh, const char *name, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(CareStatement) made = care_connection_prepare(
        fresh, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1", error);

    if (made == NULL)
        return FALSE;
    care_statement_bind(made, 1, name);
    return care_statement_each(made, append_text, sql, error)
           && care_connection_exec(self->connection, sql->str, error);
}

/* One that rows stand in the way of is none that the others wait for. */
static gboolean
make_indexes(Mend *self, gboolean all, GError **error)
{
    g_autoptr(CareConnection) fresh = care_schema_fresh(care_schema_version(), error);

    if (fresh == NULL)
        return FALSE;
    for (guint i = 0; i < self->indexes->len; i++) {
        g_autoptr(GError) local = NULL;

        if (make_index(self, fresh, self->indexes->pdata[i], &local)
            || (!all && !g_error_matches(local, CARE_ERROR, CARE_ERROR_FULL)))
            continue;
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    return TRUE;
}

/* No table of ours has a dot in its name. */
static gboolean
drop_columns(Mend *self, GError **error)
{
    for (guint i = 0; i < self->columns->len; i++) {
        g_auto(GStrv) names = g_strsplit(self->columns->pdata[i], ".", 2);

        if (!care_schema_column_drop(self->connection, names[0], names[1], error))
            return FALSE;
    }
    return TRUE;
}

/* Columns go when no view, trigger or index that is otherwise than we made it can refer to them. */
static gboolean
make_ours(Mend *self, GError **error)
{
    return care_schema_drop_objects(self->connection, error) && drop_indexes(self, error)
           && drop_columns(self, error) && care_schema_make_objects(self->connection, error);
}

/* Rows would be made anew by them, which may never come to its end. */
static gboolean
check_rules_gone(CareConnection *connection, GError **error)
{
    gboolean reckons;

    if (!care_schema_reckons_theirs(connection, &reckons, error))
        return FALSE;
    return !reckons
           || care_refuse(error, CARE_ERROR_CORRUPT,
                          _("Another program wrote rules into a table of the shop, and Aftercare cannot take "
                            "them out. Nothing was changed; export everything, and import it into an empty "
                            "folder."));
}

gboolean
care_schema_mend(CareConnection *connection, GError **error)
{
    g_autoptr(Mend) mend = look(connection, error);

    if (mend == NULL)
        return FALSE;
    if (mend->lost)
        return care_refuse(
            error, CARE_ERROR_CORRUPT,
            _("A part of the shop’s data is gone, and cannot be made anew. Nothing was changed; "
              "restore the newest backup."));
    return drop_theirs(mend, error) && make_ours(mend, error) && make_indexes(mend, TRUE, error)
           && check_rules_gone(connection, error)
           && care_connection_exec(connection, "DELETE FROM guard WHERE 1", error);
}

/* One that lost a table is not touched: the steps tell. */
gboolean
care_schema_mend_older(CareConnection *connection, GError **error)
{
    g_autoptr(Mend) mend = look(connection, error);

    if (mend == NULL)
        return FALSE;
    return mend->lost || mend->mismarked
           || (care_schema_drop_objects(connection, error) && drop_theirs(mend, error)
               && drop_columns(mend, error) && check_rules_gone(connection, error));
}

static gboolean
make_ours_of_copy(Mend *self, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (!care_mark_set(self->connection, error))
        return FALSE;
    if (make_ours(self, &local))
        return care_mark_keep(self->connection, error) && make_indexes(self, FALSE, error);
    care_mark_go_back(self->connection);
    if (!g_error_matches(local, CARE_ERROR, CARE_ERROR_FULL))
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

gboolean
care_schema_mend_copy(CareConnection *copy, GError **error)
{
    g_autoptr(Mend) mend = look(copy, error);

    if (mend == NULL || !drop_theirs(mend, error))
        return FALSE;
    if (!care_schema_is_newest(copy))
        return drop_columns(mend, error);
    return (mend->columns->len == 0 && mend->indexes->len == 0 && !mend->objects)
           || make_ours_of_copy(mend, error);
}
