/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept shops of older schemas, and what has become of them. */
#pragma once

#include "store/migrate-private.h"
#include "store/search-index.h"

#include "fixture.h"

/* The kept shop of a schema in a folder of its own, not opened. */
static inline void
old_shop_unpack_of(Shop *shop, const char *schema)
{
    g_autofree char *file = g_build_filename(CARE_SHOPS, schema, "shop.tar.gz", NULL);
    const char *argv[] = { "tar", "-xzf", file, "-C", shop->dir, "--strip-components=1", NULL };
    g_autoptr(GError) error = NULL;
    int status;

    shop_delete_tree(shop->dir);
    g_mkdir(shop->dir, 0700);
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
    g_assert_no_error(error);
    g_assert_cmpint(status, ==, 0);
}

static inline void
old_shop_unpack(Shop *shop)
{
    old_shop_unpack_of(shop, "schema-1");
}

static inline void
old_shop_set_up(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    shop->dir = g_dir_make_tmp("aftercare-test-XXXXXX", &error);
    g_assert_no_error(error);
    shop->clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    old_shop_unpack(shop);
}

static inline char *
old_shop_path_of(Shop *shop, const char *name)
{
    return g_build_filename(shop->dir, name, NULL);
}

static inline CareConnection *
old_shop_open_raw(Shop *shop, const char *name)
{
    g_autofree char *path = old_shop_path_of(shop, name);
    g_autoptr(GError) error = NULL;
    CareConnection *connection = care_connection_open(path, CARE_CONNECTION_WRITE, &error);

    g_assert_no_error(error);
    return connection;
}

static inline void
old_shop_open_store(Shop *shop)
{
    g_autoptr(GError) error = NULL;

    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

/* Every table, index, view and trigger, as one text. */
static inline char *
old_shop_schema_text(CareConnection *connection)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT group_concat(type || ' ' || name || ' ' || ifnull(sql, ''), char(10) ORDER BY type, name)"
        " FROM sqlite_schema",
        NULL);

    g_assert_true(care_statement_step(statement, NULL));
    return g_strdup(care_statement_text(statement, 0));
}

static inline gint64
old_shop_version_of(CareConnection *connection)
{
    return care_connection_int(connection, "PRAGMA user_version", -1);
}

static inline void
old_shop_check_sound(CareConnection *connection)
{
    g_assert_cmpint(care_connection_int(
                        connection, "SELECT integrity_check = 'ok' FROM pragma_integrity_check LIMIT 1", 0),
                    ==, 1);
    g_assert_cmpint(care_connection_int(connection, "SELECT count(*) FROM pragma_foreign_key_check", -1), ==,
                    0);
    g_assert_cmpint(care_connection_int(connection, "SELECT count(*) FROM customer", -1), ==, 6);
    g_assert_cmpint(care_connection_int(connection, "SELECT count(*) FROM invoice", -1), ==, 6);
}

/* What a shop that was made today is made of. */
static inline char *
old_shop_new_schema(Shop *shop)
{
    g_autofree char *dir = g_dir_make_tmp("aftercare-test-XXXXXX", NULL);
    g_autoptr(CareStore) fresh = care_store_open(dir, shop->clock, 0, NULL);
    char *text = old_shop_schema_text(care_store_reader(fresh));

    g_clear_object(&fresh);
    shop_delete_tree(dir);
    return text;
}

/* Opened, it is a shop of today, and all rows are there. */
static inline void
old_shop_check_comes_to(Shop *shop, const char *wanted)
{
    g_autoptr(GArray) astray = NULL;
    g_autofree char *text = NULL;

    old_shop_open_store(shop);
    text = old_shop_schema_text(care_store_reader(shop->store));
    g_assert_cmpstr(text, ==, wanted);
    g_assert_cmpint(old_shop_version_of(care_store_reader(shop->store)), ==, care_schema_version());
    old_shop_check_sound(care_store_reader(shop->store));
    astray = care_search_index_check(care_store_reader(shop->store), NULL);
    g_assert_cmpuint(astray->len, ==, 0);
    g_clear_object(&shop->store);
}

static inline void
old_shop_check_comes_to_today(Shop *shop)
{
    g_autofree char *wanted = old_shop_new_schema(shop);

    old_shop_check_comes_to(shop, wanted);
}
