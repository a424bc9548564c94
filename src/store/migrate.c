/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to the schema of this program. All steps, the views and the triggers are one transaction, so there
 * is nothing between the old schema and the new one, and the version that counts is the one read inside it. */
#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "store/migrate-private.h"
#include "store/schema-mend.h"
#include "store/setting.h"
#include "store/snapshot.h"

#define COPY_KEPT_SECONDS (30 * 24 * 60 * 60)

typedef struct {
    CareConnection *connection;
    const char *path; /* nullable */
    char *copy;       /* of the old file; NULL while there is none */
    const CareMigration *steps;
    int n_steps;
    gboolean mend; /* what is somebody else's is taken out first */
} Migration;

static int
read_version(Migration *self)
{
    return (int)care_connection_int(self->connection, "PRAGMA user_version", 0);
}

static gboolean
check_owner(Migration *self, GError **error)
{
    gint64 id = -1, tables = 0;

    if (!care_connection_find_int(self->connection, "PRAGMA application_id", &id, error)
        || !care_connection_find_int(self->connection, "SELECT count(*) FROM sqlite_schema", &tables, error))
        return FALSE;
    if (tables > 0 && id == CARE_APPLICATION_FILE_ID && read_version(self) < 1) {
        care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
        return FALSE;
    }
    if (tables > 0 && id != CARE_APPLICATION_FILE_ID) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_CORRUPT,
            _("The file aftercare.db there was made by another program. It was left as it is."));
        return FALSE;
    }
    if (read_version(self) > self->n_steps) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_TOO_NEW,
            _("This shop was last opened with a newer Aftercare. It was left as it is; please update "
              "this one."));
        return FALSE;
    }
    return TRUE;
}

/* Once in the transaction: a damaged file is better restored than rebuilt. */
static gboolean
check_sound(Migration *self, GError **error)
{
    if (care_connection_is_sound(self->connection))
        return TRUE;
    care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
    return FALSE;
}

/* A name that nothing has: what was kept of another day stays. */
static char *
free_name(Migration *self)
{
    char *name = g_strdup_printf("%s.before-%d", self->path, self->n_steps);

    for (int i = 2; g_file_test(name, G_FILE_TEST_EXISTS); i++) {
        g_free(name);
        name = g_strdup_printf("%s.before-%d-%d", self->path, self->n_steps, i);
    }
    return name;
}

static void
cannot_rename(const char *copy, int code, GError **error)
{
    g_autofree char *otherwise = g_strdup_printf(
        _("The file %s cannot be written. Nothing was changed; check the disk and its permissions."), copy);

    care_set_error_from_errno(error, code, copy, otherwise);
}

/* The old file, whole, beside the new one. Read through a connection of its own: the one that holds the write lock
 * cannot be copied from. It gets its name when it is whole. */
static gboolean
copy_before(Migration *self, GError **error)
{
    g_autofree char *copy = free_name(self);
    g_autofree char *part = g_strconcat(copy, ".part", NULL);
    g_autoptr(CareConnection) source = care_connection_open(self->path, CARE_CONNECTION_READ, error);

    g_unlink(part);
    if (source != NULL && care_connection_copy(source, part, error)) {
        if (g_rename(part, copy) == 0) {
            self->copy = g_steal_pointer(&copy);
            return TRUE;
        }
        cannot_rename(copy, errno, error);
    }
    g_unlink(part);
    return FALSE;
}

typedef struct {
    CareConnection *connection;
    GHashTable *rows; /* "TABLE ROW to TABLE": each reference to nothing, and how many of them are alike */
} Dangling;

static gboolean
add_row(CareStatement *row, gpointer data, GError **error)
{
    GHashTable *rows = data;
    char *name = g_strdup_printf("%s %" G_GINT64_FORMAT " → %s", care_statement_text(row, 0),
                                 care_statement_int(row, 1), care_statement_text(row, 2));
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(rows, name));

    g_hash_table_insert(rows, name, GUINT_TO_POINTER(n + 1));
    return TRUE;
}

/* What cannot be asked counts as one: of a table that somebody made by hand it was so before, of ours it was not. */
static gboolean
add_dangling(CareStatement *table, gpointer data, GError **error)
{
    Dangling *self = data;
    const char *name = care_statement_text(table, 0);
    g_autoptr(CareStatement) found = care_connection_prepare(
        self->connection, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check(?1)", error);
    g_autoptr(GError) unasked = NULL;

    if (found == NULL)
        return FALSE;
    care_statement_bind(found, 1, name);
    if (!care_statement_each(found, add_row, self->rows, &unasked))
        g_hash_table_insert(self->rows, g_strdup(name), GUINT_TO_POINTER(1));
    return TRUE;
}

/* References to nothing: those that a damaged shop brings along are for verify to tell, a step must make none. NULL on an
 * error. */
static GHashTable *
find_dangling(Migration *self, GError **error)
{
    g_autoptr(GHashTable) rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Dangling dangling = { self->connection, rows };
    g_autoptr(CareStatement) tables = care_connection_prepare(
        self->connection, "SELECT name FROM sqlite_schema WHERE type = 'table'", error);

    return care_statement_each(tables, add_dangling, &dangling, error) ? g_steal_pointer(&rows) : NULL;
}

/* Each row of after was so before: one that was mended meanwhile does not make up for another that was lost. */
static gboolean
check_dangling(GHashTable *before, GHashTable *after, GError **error)
{
    GHashTableIter iter;
    gpointer name, n;

    g_hash_table_iter_init(&iter, after);
    while (g_hash_table_iter_next(&iter, &name, &n))
        if (GPOINTER_TO_UINT(n) > GPOINTER_TO_UINT(g_hash_table_lookup(before, name))) {
            g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        /* Translators: %s is a row of the database and a table, "payment 17 → invoice" */
                        _("The shop could not be brought up to date: something would lose what it refers to "
                          "(%s). It was left as it is."),
                        (const char *)name);
            return FALSE;
        }
    return TRUE;
}

static gboolean
run_step(Migration *self, const CareMigration *step, GError **error)
{
    return (step->before == NULL || step->before(self->connection, error))
           && (step->sql == NULL || care_schema_run_sql(self->connection, step->sql, error))
           && (step->rows == NULL || care_schema_run_rows(self->connection, step->rows, "TRUE", error))
           && (step->after == NULL || step->after(self->connection, error));
}

/* What each step leaves behind, together. A new shop has nothing yet. */
static CareRebuild
what_to_rebuild(Migration *self, int version)
{
    CareRebuild what = 0;

    for (int i = version; version > 0 && i < self->n_steps; i++)
        what |= self->steps[i].rebuild;
    return what;
}

static gboolean
make_objects(Migration *self, GError **error)
{
    return care_schema_drop_objects(self->connection, error)
           && care_schema_make_objects(self->connection, error);
}

static gboolean
write_began(CareConnection *connection, int schema, GError **error)
{
    g_autofree char *text = g_strdup_printf("%d", schema);

    return care_setting_write(connection, CARE_SETTING_BEGAN, text, error);
}

static gboolean
run_steps(Migration *self, int version, GError **error)
{
    g_autofree char *mark = g_strdup_printf("PRAGMA application_id=%d;PRAGMA user_version=%d",
                                            CARE_APPLICATION_FILE_ID, self->n_steps);
    g_autoptr(GHashTable) dangling = find_dangling(self, error);
    g_autoptr(GHashTable) left = NULL;

    if (dangling == NULL)
        return FALSE;
    for (int i = version; i < self->n_steps; i++)
        if (!care_schema_drop_objects(self->connection, error) || !run_step(self, &self->steps[i], error))
            return FALSE;
    if (!make_objects(self, error) || !care_rebuild(self->connection, what_to_rebuild(self, version), error))
        return FALSE;
    left = find_dangling(self, error);
    return left != NULL && check_dangling(dangling, left, error)
           && (version > 0 || write_began(self->connection, self->n_steps, error))
           && care_connection_exec(self->connection, mark, error);
}

/* Another program may have done it while this one waited for the lock. */
static gboolean
migrate_locked(Migration *self, GError **error)
{
    int version = read_version(self);

    if (!check_owner(self, error))
        return FALSE;
    if (version == self->n_steps)
        return care_schema_objects_fit(self->connection) || make_objects(self, error);
    if (version > 0 && (!check_sound(self, error) || (self->path != NULL && !copy_before(self, error))))
        return FALSE;
    return (version == 0 || !self->mend || care_schema_mend_older(self->connection, error))
           && run_steps(self, version, error);
}

static gboolean
migrate_in_transaction(Migration *self, GError **error)
{
    if (!care_connection_exec(self->connection, "BEGIN IMMEDIATE", error))
        return FALSE;
    if (migrate_locked(self, error) && care_connection_exec(self->connection, "COMMIT", error))
        return TRUE;
    if (!sqlite3_get_autocommit(care_connection_handle(self->connection)))
        care_connection_exec(self->connection, "ROLLBACK", NULL);
    return FALSE;
}

static gboolean
is_old(const char *path)
{
    GStatBuf info;

    return g_stat(path, &info) == 0 && g_get_real_time() / G_USEC_PER_SEC - info.st_mtime > COPY_KEPT_SECONDS;
}

/* By the disk's own clock: the shop's may be pretended. What a killed migration left of a copy goes the same way. */
void
care_migrate_forget_copies(const char *data_dir)
{
    g_autoptr(GDir) dir = g_dir_open(data_dir, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(data_dir, name, NULL);

        if (g_str_has_prefix(name, "aftercare.db.before-") && is_old(path))
            g_unlink(path);
    }
}

/* Of one moment: another program may be making the shop just now. */
static gboolean
look(Migration *self, gboolean *fits, GError **error)
{
    gboolean ours;

    if (!care_connection_exec(self->connection, "BEGIN", error))
        return FALSE;
    ours = check_owner(self, error);
    *fits = ours && read_version(self) == self->n_steps && care_schema_objects_fit(self->connection);
    care_connection_exec(self->connection, "ROLLBACK", NULL);
    return ours;
}

static gboolean
migrate(Migration *self, GError **error)
{
    gboolean done, fits;

    if (!look(self, &fits, error))
        return FALSE;
    if (fits)
        return TRUE;
    /* Foreign keys can be let go and taken up outside a transaction only. */
    if (!care_connection_exec(self->connection, "PRAGMA foreign_keys=OFF", error))
        return FALSE;
    done = migrate_in_transaction(self, error);
    if (!done && self->copy != NULL)
        g_unlink(self->copy); /* the file itself is what it was */
    g_free(self->copy);
    return care_connection_exec(self->connection, "PRAGMA foreign_keys=ON", done ? error : NULL) && done;
}

gboolean
care_migrate_by(CareConnection *connection, const char *path, const CareMigration *steps, int n,
                GError **error)
{
    Migration self = { .connection = connection, .path = path, .steps = steps, .n_steps = n };

    return migrate(&self, error);
}

int
care_migrate_began(CareConnection *connection)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_BEGAN);
    gint64 began;

    return text != NULL && g_ascii_string_to_signed(text, 10, 1, care_schema_version(), &began, NULL)
               ? (int)began
               : 1;
}

gboolean
care_migrate_note_began(CareConnection *connection, int schema, GError **error)
{
    return schema >= care_migrate_began(connection) || write_began(connection, schema, error);
}

/* The row that was logged last is of the file that is being read. */
#define NEW_OF_THE_FILE                                                                                      \
    "id IN (SELECT record FROM import_row WHERE result = 'new' AND (import, file) = "                        \
    "(SELECT import, file FROM import_row ORDER BY id DESC LIMIT 1))"

gboolean
care_migrate_imported(CareConnection *connection, int schema, GError **error)
{
    int n;
    const CareMigration *steps = care_schema_steps(&n);
    CareRebuild what = 0;

    for (int i = schema; i < n; i++) {
        if (steps[i].rows != NULL && !care_schema_run_rows(connection, steps[i].rows, NEW_OF_THE_FILE, error))
            return FALSE;
        what |= steps[i].rebuild;
    }
    /* Rows are found by this program's words from when they are written. */
    return care_rebuild(connection, what & ~(CareRebuild)CARE_REBUILD_SEARCH, error);
}

gboolean
care_migrate(CareConnection *connection, const char *path, GError **error)
{
    int n;
    const CareMigration *steps = care_schema_steps(&n);

    return care_migrate_by(connection, path, steps, n, error);
}

gboolean
care_migrate_mended(CareConnection *connection, const char *path, GError **error)
{
    Migration self = { .connection = connection, .path = path, .mend = TRUE };

    self.steps = care_schema_steps(&self.n_steps);
    return migrate(&self, error);
}
