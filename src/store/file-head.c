/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where is said by SQLite's “Database File Format”, 1.3. */
#include "store/file-head.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/plain-file.h"
#include "store/connection.h"
#include "store/migrate.h"

#define MAGIC "SQLite format 3"
#define HEAD_BYTES 100

enum {
    AT_PAGE_BYTES = 16,
    AT_CHANGES = 24,
    AT_PAGES = 28, /* as it was after as many changes as stand at AT_COUNTED */
    AT_SCHEMA = 60,
    AT_OWNER = 68,
    AT_COUNTED = 92,
};

static guint32
number_at(const guint8 *head, gsize at)
{
    guint32 number;

    memcpy(&number, head + at, sizeof number);
    return GUINT32_FROM_BE(number);
}

static guint32
page_bytes(const guint8 *head)
{
    guint32 bytes = number_at(head, AT_PAGE_BYTES) >> 16;

    return bytes == 1 ? 65536 : bytes;
}

static gboolean
is_whole(const guint8 *head, gsize length)
{
    return number_at(head, AT_CHANGES) != number_at(head, AT_COUNTED)
           || (guint64)number_at(head, AT_PAGES) * page_bytes(head) <= length;
}

static gboolean
is_a_shop(const guint8 *head, gsize length)
{
    return length >= HEAD_BYTES && memcmp(head, MAGIC, sizeof MAGIC) == 0
           && number_at(head, AT_OWNER) == CARE_APPLICATION_FILE_ID && number_at(head, AT_SCHEMA) >= 1
           && is_whole(head, length);
}

static gboolean
say_damaged(GError **error)
{
    return care_refuse(error, CARE_ERROR_CORRUPT,
                       _("The shop in the backup is damaged; restore another one."));
}

gboolean
care_file_head_check(const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = care_plain_file_read(path, NULL);
    gsize length = 0;
    const guint8 *head = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;

    if (!is_a_shop(head, length))
        return say_damaged(error);
    return number_at(head, AT_SCHEMA) <= (guint32)care_schema_version()
           || care_refuse(error, CARE_ERROR_TOO_NEW,
                          _("The backup is of a newer Aftercare; please update this one, and restore it "
                            "again."));
}

/* As the file lies there, without a log; nothing is made beside it. Nullable. */
static sqlite3 *
open_as_it_lies(const char *path)
{
    g_autofree char *full = g_canonicalize_filename(path, NULL);
    g_autofree char *uri = g_filename_to_uri(full, NULL, NULL);
    g_autofree char *immutable = g_strconcat(uri, "?immutable=1", NULL);
    sqlite3 *file = NULL;

    if (sqlite3_open_v2(immutable, &file, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL)
        == SQLITE_OK)
        sqlite3_db_config(file, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    else
        g_clear_pointer(&file, sqlite3_close);
    return file;
}

static int
take_number(void *number, int n, char **words, char **names)
{
    *(guint64 *)number = words[0] != NULL ? g_ascii_strtoull(words[0], NULL, 10) : 0;
    return 0;
}

/* By SQLite and no other way: a descriptor of the file that is closed takes the locks along that a connection of this program
 * has on it, and another program would then throw the log of the shop away. */
gboolean
care_file_head_is_older(const char *path)
{
    sqlite3 *file = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? open_as_it_lies(path) : NULL;
    guint64 owner = 0, schema = 0;

    if (file != NULL) {
        sqlite3_exec(file, "PRAGMA application_id", take_number, &owner, NULL);
        sqlite3_exec(file, "PRAGMA user_version", take_number, &schema, NULL);
    }
    sqlite3_close(file);
    return owner == CARE_APPLICATION_FILE_ID && schema >= 1 && schema < (guint64)care_schema_version();
}

static int
take_word(void *sound, int n, char **words, char **names)
{
    *(gboolean *)sound = g_strcmp0(words[0], "ok") == 0;
    return 0;
}

gboolean
care_file_body_check(const char *path, GError **error)
{
    sqlite3 *file = open_as_it_lies(path);
    gboolean sound = FALSE;

    if (file != NULL)
        sqlite3_exec(file, "PRAGMA quick_check(1)", take_word, &sound, NULL);
    sqlite3_close(file);
    return sound || say_damaged(error);
}
