/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/snapshot.h"

#include "core/errors.h"

gboolean
care_snapshot_begin(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "BEGIN", error);
}

void
care_snapshot_end(CareConnection *connection)
{
    care_connection_exec(connection, "COMMIT", NULL);
}

gboolean
care_lock_try(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "PRAGMA busy_timeout=0", error)
           && care_connection_exec(connection, "BEGIN IMMEDIATE", error);
}

gboolean
care_lock_wait(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "BEGIN IMMEDIATE", error);
}

void
care_lock_end(CareConnection *connection)
{
    care_connection_exec(connection, "ROLLBACK", NULL);
}

gboolean
care_mark_set(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "SAVEPOINT mark", error);
}

gboolean
care_mark_keep(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "RELEASE mark", error);
}

void
care_mark_go_back(CareConnection *connection)
{
    care_connection_exec(connection, "ROLLBACK TO mark; RELEASE mark", NULL);
}

gboolean
care_lock_is_settled(CareConnection *connection)
{
    int open = 0, most = 0;

    return sqlite3_db_status(care_connection_handle(connection), SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most,
                             FALSE)
               == SQLITE_OK
           && open == 0;
}

gboolean
care_connection_is_sound(CareConnection *connection)
{
    return care_connection_int(connection,
                               "SELECT integrity_check = 'ok' FROM pragma_integrity_check LIMIT 1", 0)
           == 1;
}

static gboolean
take_word(CareStatement *row, gpointer damaged, GError **error)
{
    *(gboolean *)damaged = g_strcmp0(care_statement_text(row, 0), "ok") != 0;
    return FALSE;
}

gboolean
care_connection_find_damage(CareConnection *connection, gboolean *damaged, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection, "SELECT integrity_check FROM pragma_integrity_check LIMIT 1", &local);

    *damaged = TRUE;
    if (statement != NULL && care_statement_each(statement, take_word, damaged, &local))
        return TRUE;
    if (g_error_matches(local, CARE_ERROR, CARE_ERROR_CORRUPT))
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

gboolean
care_connection_check(CareConnection *connection, GError **error)
{
    if (care_connection_int(connection, "SELECT quick_check = 'ok' FROM pragma_quick_check LIMIT 1", 0) == 1)
        return TRUE;
    care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
    return FALSE;
}

static int
copy_into(sqlite3 *source, sqlite3 *target)
{
    sqlite3_backup *copy = sqlite3_backup_init(target, "main", source, "main");
    int code;

    if (copy == NULL)
        return sqlite3_errcode(target);
    sqlite3_backup_step(copy, -1);
    code = sqlite3_backup_finish(copy);
    return code == SQLITE_OK ? sqlite3_exec(target, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) : code;
}

gboolean
care_connection_copy(CareConnection *connection, const char *path, GError **error)
{
    sqlite3 *target = NULL;
    int code = sqlite3_open(path, &target);

    if (code == SQLITE_OK)
        code = copy_into(care_connection_handle(connection), target);
    if (code != SQLITE_OK)
        care_set_error_from_sqlite(error, target, code);
    sqlite3_close(target);
    return code == SQLITE_OK;
}

gboolean
care_connection_single(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "PRAGMA journal_mode=DELETE", error);
}

gboolean
care_connection_empty_log(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}
