/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as restore.pending, what a restore leaves that was ended in the middle: whatever stands there, nothing outside
 * the shop's folder is touched and nothing in it is lost. */
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fuzz.h"

#include "store/swap.h"

static char *top;
static GBytes *head; /* a database that says of itself that it is a shop */

static void
remove_tree(const char *path)
{
    g_autoptr(GDir) dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);

        remove_tree(child);
    }
    g_remove(path);
}

static void
clean_up(void)
{
    remove_tree(top);
    g_clear_pointer(&top, g_free);
    g_clear_pointer(&head, g_bytes_unref);
}

static void
make_head(void)
{
    g_autofree char *path = g_build_filename(top, "head.db", NULL);
    g_autofree char *content = NULL;
    gsize length;
    sqlite3 *database = NULL;

    g_assert_cmpint(sqlite3_open(path, &database), ==, SQLITE_OK);
    g_assert_cmpint(
        sqlite3_exec(database,
                     "PRAGMA page_size=512; PRAGMA application_id=0x43415245; PRAGMA user_version=1;"
                     "CREATE TABLE customer (id INTEGER PRIMARY KEY)",
                     NULL, NULL, NULL),
        ==, SQLITE_OK);
    sqlite3_close(database);
    g_assert_true(g_file_get_contents(path, &content, &length, NULL));
    head = g_bytes_new_take(g_steal_pointer(&content), length);
}

static char *
put(const char *path, const char *content)
{
    char *full = g_build_filename(top, path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);
    g_autoptr(GByteArray) bytes = g_byte_array_new();

    g_byte_array_append(bytes, g_bytes_get_data(head, NULL), (guint)g_bytes_get_size(head));
    g_byte_array_append(bytes, (const guint8 *)content, (guint)strlen(content));
    g_mkdir_with_parents(folder, 0700);
    g_assert_true(g_file_set_contents_full(full, (const char *)bytes->data, bytes->len,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    return full;
}

/* The files below a folder with this content behind the head. */
static guint
count(const char *path, const char *content)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autofree char *found = NULL;
    gsize length;
    guint n = 0;
    const char *name;

    if (dir == NULL)
        return g_file_get_contents(path, &found, &length, NULL) && length > g_bytes_get_size(head)
               && strcmp(found + g_bytes_get_size(head), content) == 0;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);

        n += count(child, content);
    }
    return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *shop = NULL;
    g_autofree char *outside = NULL;
    g_autofree char *database = NULL;
    g_autofree char *staged = NULL;
    g_autofree char *pending = NULL;

    if (top == NULL) {
        top = g_dir_make_tmp("aftercare-fuzz-XXXXXX", NULL);
        make_head();
        atexit(clean_up);
    }
    shop = g_build_filename(top, "shop", NULL);
    outside = put("outside.txt", "outside");
    database = put("shop/aftercare.db", "the shop's");
    staged = put("shop/backups/restore-x/aftercare.db", "the backup's");
    pending = g_build_filename(shop, "restore.pending", NULL);
    g_assert_true(g_file_set_contents_full(pending, (const char *)data, (gssize)size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    care_swap_finish(shop, NULL);
    g_assert_cmpuint(count(outside, "outside"), ==, 1);
    g_assert_cmpuint(count(shop, "the shop's"), ==, 1);
    g_assert_cmpuint(count(shop, "the backup's"), ==, 1);
    remove_tree(shop);
    return 0;
}
