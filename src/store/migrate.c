/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to the schema of this program: numbered .sql resources, each in a transaction of its own. */
#include "store/migrate.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/errors.h"

#define RESOURCES "/com/example/Aftercare/store/"

/* Made from store.gresource.xml; asked for by name, since a static library drops what nothing refers to. */
extern GResource *care_store_get_resource(void);

static char *
resource_text(const char *path)
{
    g_autoptr(GBytes) bytes
        = g_resource_lookup_data(care_store_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    return bytes == NULL ? NULL : g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static char *
migration_sql(int version)
{
    g_autofree char *path = g_strdup_printf(RESOURCES "sql/%03d.sql", version);

    return resource_text(path);
}

/** care_schema_version: the newest schema this program knows. */
int
care_schema_version(void)
{
    static gsize version = 0;

    if (g_once_init_enter(&version)) {
        int n = 0;
        g_autofree char *sql = NULL;

        while ((sql = migration_sql(n + 1)) != NULL) {
            g_clear_pointer(&sql, g_free);
            n++;
        }
        g_once_init_leave(&version, (gsize)n);
    }
    return (int)version;
}

const char *
care_query_sql(const char *name)
{
    static GHashTable *texts = NULL;
    static GMutex lock;
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    const char *known;

    if (texts == NULL)
        texts = g_hash_table_new(g_str_hash, g_str_equal);
    known = g_hash_table_lookup(texts, name);
    if (known == NULL) {
        g_autofree char *path = g_strconcat(RESOURCES "sql/queries/", name, ".sql", NULL);

        known = resource_text(path);
        if (known == NULL)
            g_error("no query named %s", name);
        g_hash_table_insert(texts, g_strdup(name), (gpointer)known);
    }
    return known;
}

static gboolean
check_owner(CareConnection *connection, int version, GError **error)
{
    gint64 id = care_connection_int(connection, "PRAGMA application_id", -1);
    gint64 tables = care_connection_int(connection, "SELECT count(*) FROM sqlite_schema", -1);

    if (tables < 0) {
        care_set_error_from_sqlite(error, care_connection_handle(connection),
                                   sqlite3_extended_errcode(care_connection_handle(connection)));
        return FALSE;
    }
    if (tables > 0 && id != CARE_APPLICATION_FILE_ID) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_CORRUPT,
            _("The file aftercare.db there was made by another program. It was left as it is."));
        return FALSE;
    }
    if (version > care_schema_version()) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_TOO_NEW,
            _("This shop was last opened with a newer Aftercare. It was left as it is; please update "
              "this one."));
        return FALSE;
    }
    return TRUE;
}

/* Before a schema changes, the old file is copied beside it, whole, with the backup API. */
static gboolean
copy_before(CareConnection *connection, const char *path, int version, GError **error)
{
    g_autofree char *copy = g_strdup_printf("%s.before-%d", path, version + 1);
    sqlite3 *target = NULL;
    sqlite3_backup *backup;
    int code = sqlite3_open(copy, &target);

    backup = code == SQLITE_OK
                 ? sqlite3_backup_init(target, "main", care_connection_handle(connection), "main")
                 : NULL;
    if (backup != NULL) {
        sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    }
    if (code != SQLITE_OK || backup == NULL)
        care_set_error_from_sqlite(error, target, code != SQLITE_OK ? code : SQLITE_CANTOPEN);
    sqlite3_close(target);
    return code == SQLITE_OK && backup != NULL;
}

static gboolean
step(CareConnection *connection, int version, GError **error)
{
    g_autofree char *sql = migration_sql(version);
    g_autofree char *whole
        = g_strdup_printf("BEGIN IMMEDIATE;\n%s\nPRAGMA application_id=%d;PRAGMA user_version=%d;COMMIT;",
                          sql, CARE_APPLICATION_FILE_ID, version);

    if (care_connection_exec(connection, whole, error))
        return TRUE;
    care_connection_exec(connection, "ROLLBACK", NULL);
    return FALSE;
}

/**
 * care_migrate:
 * @connection: a write connection
 * @path: its file
 *
 * Brings the database to the newest schema. A foreign or newer file is refused and left as it is.
 */
gboolean
care_migrate(CareConnection *connection, const char *path, GError **error)
{
    int version = (int)care_connection_int(connection, "PRAGMA user_version", 0);

    if (!check_owner(connection, version, error))
        return FALSE;
    if (version > 0 && version < care_schema_version() && !copy_before(connection, path, version, error))
        return FALSE;
    for (int next = version + 1; next <= care_schema_version(); next++)
        if (!step(connection, next, error))
            return FALSE;
    return TRUE;
}
