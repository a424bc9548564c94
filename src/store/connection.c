/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "store/statement-cache.h"

/* How long a statement waits for another process before it answers "busy". */
#define BUSY_TIMEOUT_MS 4000

/* The first part of a log's index in memory that programs share, which is a file. */
#define LOG_INDEX_BYTES 32768

/* By which SQLite's handle knows the connection it belongs to. */
#define SELF "care-connection"

struct _CareConnection {
    sqlite3 *handle; /* NULL: shut */
    char *path;      /* that it was asked for, absolute; a link may stand there */
    CareStatementCache *statements;
    CareCollator *collator; /* made when first needed */
    char *order;            /* that it was asked for; NULL: the common one */
    gboolean frozen;        /* nobody can write the file where it lies */
    gboolean full;          /* since there is no room on its disk */
    GStringChunk *kept;     /* made when first needed */
};

/* Another program's file is left as it is, its journal too; care_migrate() refuses it. */
static gboolean
find_whether_ours(CareConnection *self, gboolean *ours, GError **error)
{
    g_autoptr(GError) local = NULL;
    gint64 id = 0, tables = 1;

    if (care_connection_find_int(self, "PRAGMA application_id", &id, &local)
        && id != CARE_APPLICATION_FILE_ID)
        care_connection_find_int(self, "SELECT count(*) FROM sqlite_schema", &tables, &local);
    *ours = id == CARE_APPLICATION_FILE_ID || tables == 0;
    if (local == NULL || g_error_matches(local, CARE_ERROR, CARE_ERROR_CORRUPT))
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

/* Two programs that do this to a new file at once: SQLite refuses one of them without waiting, so that neither waits for
 * the other. */
static gboolean
use_wal(CareConnection *self, GError **error)
{
    gint64 deadline = g_get_monotonic_time() + BUSY_TIMEOUT_MS * 1000;

    for (;;) {
        g_autoptr(GError) busy = NULL;

        if (care_connection_exec(self, "PRAGMA journal_mode=WAL;", &busy))
            return TRUE;
        if (!g_error_matches(busy, CARE_ERROR, CARE_ERROR_BUSY) || g_get_monotonic_time() > deadline) {
            g_propagate_error(error, g_steal_pointer(&busy));
            return FALSE;
        }
        g_usleep(10 * 1000);
    }
}

/* Customers' names are nobody else's business, whatever rights the folder has; and a log that was made while the file could
 * not be written can be, when the file can. */
static void
keep_private(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm" };
    GStatBuf file, info;

    if (g_lstat(path, &file) != 0)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *name = g_strconcat(path, ends[i], NULL);

        if (g_lstat(name, &info) == 0 && S_ISREG(info.st_mode)
            && (info.st_mode & 0777) != (file.st_mode & 0700))
            g_chmod(name, file.st_mode & 0700);
    }
}

static gboolean
configure(CareConnection *self, CareConnectionMode mode, GError **error)
{
    gboolean ours = FALSE;

    sqlite3_db_config(self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_extended_result_codes(self->handle, 1);
    sqlite3_busy_timeout(self->handle, BUSY_TIMEOUT_MS);
    if (mode == CARE_CONNECTION_WRITE && !self->frozen && !find_whether_ours(self, &ours, error))
        return FALSE;
    if (ours && !use_wal(self, error))
        return FALSE;
    /* Readers look up a screenful here and there, which the system's own cache serves as well; each would keep what it
     * may. */
    if (!care_connection_exec(
            self, mode == CARE_CONNECTION_WRITE ? "PRAGMA cache_size=-8000;" : "PRAGMA cache_size=-1024;",
            error))
        return FALSE;
    return care_connection_exec(self,
                                "PRAGMA synchronous=FULL;"
                                "PRAGMA foreign_keys=ON;"
                                "PRAGMA recursive_triggers=ON;"
                                "PRAGMA secure_delete=ON;"
                                "PRAGMA temp_store=MEMORY;",
                                error);
}

/* Whoever reads of a pipe waits for somebody who writes into it, and a device may never end. */
static gboolean
check_journal(const char *path, GError **error)
{
    g_autofree char *name = g_strconcat(path, "-journal", NULL);
    GStatBuf info;

    if (g_stat(name, &info) != 0 || (!S_ISFIFO(info.st_mode) && !S_ISCHR(info.st_mode)))
        return TRUE;
    care_set_error_from_sqlite(error, NULL, SQLITE_CANTOPEN);
    return FALSE;
}

/* Nobody has it open: there is no log. */
static gboolean
is_at_rest(const char *path)
{
    g_autofree char *log = g_strconcat(path, "-wal", NULL);

    return g_file_test(path, G_FILE_TEST_IS_REGULAR) && !g_file_test(log, G_FILE_TEST_EXISTS);
}

static gboolean
is_in_locked_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);

    return g_access(folder, W_OK) != 0;
}

/* Nobody can open it to write, and who asks is answered all the same. */
static void
find_whether_frozen(CareConnection *self, const char *path)
{
    if (!is_at_rest(path))
        return;
    self->full = !care_disk_has_room(path, LOG_INDEX_BYTES);
    self->frozen = self->full || is_in_locked_folder(path);
}

/* SQLite reads a file without a log beside it only where it is told that the file does not change. */
static int
open_handle(CareConnection *self, const char *path, CareConnectionMode mode)
{
    g_autofree char *full = g_canonicalize_filename(path, NULL);
    g_autofree char *uri = g_filename_to_uri(full, NULL, NULL);
    g_autofree char *immutable = g_strconcat(uri, "?immutable=1", NULL);

    if (self->frozen)
        return sqlite3_open_v2(immutable, &self->handle,
                               SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    return sqlite3_open_v2(path, &self->handle,
                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
                               | (mode == CARE_CONNECTION_WRITE ? SQLITE_OPEN_CREATE : 0),
                           NULL);
}

CareConnection *
care_connection_open(const char *path, CareConnectionMode mode, GError **error)
{
    g_autoptr(CareConnection) self = NULL;
    g_autofree char *real = care_path_real(path); /* beside which its log lies */
    int code;

    if (!check_journal(real, error))
        return NULL;
    self = g_new0(CareConnection, 1);
    self->path = g_canonicalize_filename(path, NULL);
    self->statements = care_statement_cache_new();
    find_whether_frozen(self, real);
    code = open_handle(self, path, mode);
    if (code != SQLITE_OK) {
        care_set_error_from_sqlite(error, self->handle, code);
        return NULL;
    }
    sqlite3_set_clientdata(self->handle, SELF, self, NULL);
    if (mode == CARE_CONNECTION_WRITE && !self->frozen)
        keep_private(real);
    if (!configure(self, mode, error))
        return NULL;
    if (mode == CARE_CONNECTION_READ && !care_connection_exec(self, "PRAGMA query_only=ON;", error))
        return NULL;
    return g_steal_pointer(&self);
}

void
care_connection_shut(CareConnection *self)
{
    care_statement_cache_clear(self->statements);
    g_clear_pointer(&self->handle, sqlite3_close_v2); /* a statement that is in use still ends well */
}

void
care_connection_close(CareConnection *self)
{
    care_connection_shut(self);
    care_statement_cache_free(self->statements);
    g_clear_pointer(&self->collator, care_collator_free);
    g_clear_pointer(&self->kept, g_string_chunk_free);
    g_free(self->order);
    g_free(self->path);
    g_free(self);
}

/* Work that goes on in steps may come back after the shop was closed. */
static gboolean
check_open(CareConnection *self, GError **error)
{
    if (self->handle != NULL)
        return TRUE;
    care_set_error_closed(error);
    return FALSE;
}

CareCollator *
care_connection_collator(CareConnection *self)
{
    if (self->collator == NULL)
        self->collator = care_collator_new(NULL);
    return self->collator;
}

void
care_connection_set_order(CareConnection *self, const char *order)
{
    g_autofree char *locale = order != NULL ? g_strndup(order, strcspn(order, "/")) : NULL;

    if (!g_set_str(&self->order, order))
        return;
    g_clear_pointer(&self->collator, care_collator_free);
    self->collator = care_collator_new(locale);
}

sqlite3 *
care_connection_handle(CareConnection *self)
{
    return self->handle;
}

gboolean
care_connection_is_frozen(CareConnection *self)
{
    return self->frozen;
}

gboolean
care_connection_lacks_room(sqlite3 *handle)
{
    CareConnection *self = handle != NULL ? sqlite3_get_clientdata(handle, SELF) : NULL;

    return self != NULL && self->full;
}

const char *
care_connection_keep(sqlite3 *handle, const char *text)
{
    CareConnection *self = sqlite3_get_clientdata(handle, SELF);

    if (self->kept == NULL)
        self->kept = g_string_chunk_new(256);
    return g_string_chunk_insert_const(self->kept, text);
}

/* SQLite knows the file that a link led to when it was opened: that stays in its place where the link is put away. */
static gboolean
leads_elsewhere(CareConnection *self)
{
    const char *file = sqlite3_db_filename(self->handle, "main");
    GStatBuf named, opened;

    if (g_strcmp0(file, self->path) == 0 || g_stat(file, &opened) != 0)
        return FALSE;
    return g_stat(self->path, &named) != 0 || named.st_ino != opened.st_ino || named.st_dev != opened.st_dev;
}

gboolean
care_connection_has_moved(CareConnection *self)
{
    int moved = 0;

    if (self->handle == NULL)
        return FALSE;
    sqlite3_file_control(self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0 || leads_elsewhere(self);
}

/* Who puts another shop in its place holds the lock of writing: what is asked with it is so until the commit. */
gboolean
care_connection_begin_write(CareConnection *self, GError **error)
{
    if (!care_connection_exec(self, "BEGIN IMMEDIATE", error))
        return FALSE;
    if (!care_connection_has_moved(self))
        return TRUE;
    care_connection_exec(self, "ROLLBACK", NULL);
    care_set_error_moved(error);
    return FALSE;
}

gboolean
care_connection_exec(CareConnection *self, const char *sql, GError **error)
{
    int code;

    if (!check_open(self, error))
        return FALSE;
    code = sqlite3_exec(self->handle, sql, NULL, NULL, NULL);
    if (code == SQLITE_OK)
        return TRUE;
    care_set_error_from_sqlite(error, self->handle, code);
    return FALSE;
}

/**
 * care_connection_prepare:
 *
 * Returns: (transfer full): the statement, reset and without parameters; release it with its autoptr. Statements are
 * kept for the next time (store/statement-cache.h); the same SQL may be in use several times at once.
 */
CareStatement *
care_connection_prepare(CareConnection *self, const char *sql, GError **error)
{
    sqlite3_stmt *statement;
    int code;

    if (!check_open(self, error))
        return NULL;
    statement = care_statement_cache_take(self->statements, sql);
    if (statement != NULL)
        return statement;
    code = sqlite3_prepare_v3(self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (code != SQLITE_OK) {
        care_set_error_from_sqlite(error, self->handle, code);
        return NULL;
    }
    care_statement_cache_add(self->statements, sql, statement);
    return statement;
}

void
care_statement_release(CareStatement *statement)
{
    CareConnection *self = sqlite3_get_clientdata(sqlite3_db_handle(statement), SELF);

    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    care_statement_cache_give_back(self->statements, statement);
}

gboolean
care_statement_step(CareStatement *statement, GError **error)
{
    int code = sqlite3_step(statement);

    if (code == SQLITE_ROW)
        return TRUE;
    if (code != SQLITE_DONE)
        care_set_error_from_sqlite(error, sqlite3_db_handle(statement), code);
    return FALSE;
}

gboolean
care_statement_each(CareStatement *statement, CareRowFunc func, gpointer data, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (statement == NULL)
        return FALSE;
    while (care_statement_step(statement, &local))
        if (!func(statement, data, &local))
            break;
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

static gboolean
append_id(CareStatement *row, gpointer data, GError **error)
{
    CareId id = care_statement_int(row, 0);

    g_array_append_val((GArray *)data, id);
    return TRUE;
}

GArray *
care_ids_query(CareStatement *statement, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));

    return care_statement_each(statement, append_id, ids, error) ? g_steal_pointer(&ids) : NULL;
}

gboolean
care_statement_run(CareStatement *statement, GError **error)
{
    int code = sqlite3_step(statement);

    if (code == SQLITE_DONE || code == SQLITE_ROW)
        return TRUE;
    care_set_error_from_sqlite(error, sqlite3_db_handle(statement), code);
    return FALSE;
}

static gboolean
take_number(CareStatement *row, gpointer number, GError **error)
{
    *(gint64 *)number = care_statement_int(row, 0);
    return FALSE;
}

gboolean
care_connection_find_int(CareConnection *self, const char *sql, gint64 *number, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(self, sql, error);

    return statement != NULL && care_statement_each(statement, take_number, number, error);
}

gint64
care_connection_int(CareConnection *self, const char *sql, gint64 fallback)
{
    gint64 number = fallback;

    care_connection_find_int(self, sql, &number, NULL);
    return number;
}
