/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A migration that is killed, finds no room, a damaged file or somebody else at it leaves the old shop or the new one. */
#include <stdlib.h>
#include <string.h>

#include "core/errors.h"

#include "old-shop.h"

static char *
run_victim(Shop *shop, const char *mode, int n)
{
    g_autofree char *number = g_strdup_printf("%d", n);
    const char *argv[] = { CARE_VICTIM, shop->dir, mode, number, NULL };
    g_autoptr(GError) error = NULL;
    char *output = NULL;

    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL,
                 &error);
    g_assert_no_error(error);
    return output;
}

/* How often a migration of the kept shop writes. */
static int
count_writes(Shop *shop)
{
    g_autofree char *output = run_victim(shop, "killed-at", 0);

    g_assert_true(g_str_has_prefix(output, "opened "));
    return atoi(output + strlen("opened "));
}

/* The old schema or the new one, each whole; the copy likewise, if it is there. */
static void
check_before_or_after(Shop *shop, const char *before, const char *after)
{
    g_autofree char *name = g_strdup_printf("aftercare.db.before-%d", care_schema_version());
    g_autofree char *copy_path = old_shop_path_of(shop, name);
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");
    g_autofree char *text = old_shop_schema_text(connection);

    g_assert_cmpstr(text, ==, old_shop_version_of(connection) == 1 ? before : after);
    old_shop_check_sound(connection);
    if (g_file_test(copy_path, G_FILE_TEST_EXISTS)) {
        g_autoptr(CareConnection) copy = old_shop_open_raw(shop, name);
        g_autofree char *copied = old_shop_schema_text(copy);

        g_assert_cmpstr(copied, ==, before);
        old_shop_check_sound(copy);
    }
}

/* All of the last ones, where the commit is, and some of the many before. */
static int
next_point(int point, int writes)
{
    return point < writes - 8 ? MIN(point + MAX(1, writes / 16), writes - 8) : point + 1;
}

static void
test_stopped(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) old = old_shop_open_raw(shop, "aftercare.db");
    g_autofree char *before = old_shop_schema_text(old);
    g_autofree char *after = old_shop_new_schema(shop);
    int writes;

    g_clear_pointer(&old, care_connection_close);
    writes = count_writes(shop);
    g_assert_cmpint(writes, >, 24);
    for (int point = 1; point <= writes; point = next_point(point, writes)) {
        g_autofree char *output = NULL;

        old_shop_unpack(shop);
        output = run_victim(shop, data, point);
        g_test_message("%s %d of %d: %s", (const char *)data, point, writes, output);
        g_assert_true(*output == '\0' || g_str_has_prefix(output, "error full ")
                      || g_str_has_prefix(output, "opened "));
        check_before_or_after(shop, before, after);
        old_shop_check_comes_to(shop, after);
    }
}

static void
test_damaged(Shop *shop, gconstpointer data)
{
    g_autofree char *path = old_shop_path_of(shop, "aftercare.db");
    g_autofree char *bytes = NULL;
    g_autofree char *left = NULL;
    g_autoptr(GError) error = NULL;
    gsize length, left_length;

    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    memset(bytes + 40 * 4096, 0xa5, 8 * 4096);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_assert_null(care_store_open(shop->dir, shop->clock, 0, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CORRUPT);
    g_assert_nonnull(strstr(error->message, "restore the newest backup"));
    g_assert_true(g_file_get_contents(path, &left, &left_length, NULL));
    g_assert_cmpmem(bytes, length, left, left_length);
}

/* An index that lies about its table: money is looked up by it. quick_check does not see it. */
static void
test_damaged_index(Shop *shop, gconstpointer data)
{
    g_autofree char *path = old_shop_path_of(shop, "aftercare.db");
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");
    gint64 end = care_connection_int(connection,
                                     "SELECT rootpage * (SELECT page_size FROM pragma_page_size) FROM "
                                     "sqlite_schema WHERE name = 'payment_invoice'",
                                     0);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize length;

    g_clear_pointer(&connection, care_connection_close);
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    bytes[end - 1] ^= 1; /* of the row that the first payment's entry is about */
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_assert_null(care_store_open(shop->dir, shop->clock, 0, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CORRUPT);
    connection = old_shop_open_raw(shop, "aftercare.db");
    g_assert_cmpint(old_shop_version_of(connection), ==, 1);
}

static void
test_odd_version(Shop *shop, gconstpointer data)
{
    for (int version = -1; version <= 0; version++) {
        g_autofree char *sql = g_strdup_printf("PRAGMA user_version=%d", version);
        g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");
        g_autoptr(GError) error = NULL;

        g_assert_true(care_connection_exec(connection, sql, NULL));
        g_clear_pointer(&connection, care_connection_close);
        g_assert_null(care_store_open(shop->dir, shop->clock, 0, &error));
        g_assert_error(error, CARE_ERROR, CARE_ERROR_CORRUPT);
    }
}

/* A copy that was kept before another migration stays as it is, whether this one succeeds or not. */
static void
test_copies_side_by_side(Shop *shop, gconstpointer data)
{
    g_autofree char *name = g_strdup_printf("aftercare.db.before-%d", care_schema_version());
    g_autofree char *first = old_shop_path_of(shop, name);
    g_autofree char *second = g_strconcat(first, "-2", NULL);
    g_autofree char *left = NULL;

    g_assert_true(g_file_set_contents(first, "kept", -1, NULL));
    old_shop_check_comes_to_today(shop);
    g_assert_true(g_file_get_contents(first, &left, NULL, NULL));
    g_assert_cmpstr(left, ==, "kept");
    g_assert_true(g_file_test(second, G_FILE_TEST_EXISTS));
}

static void
test_locked(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) other = old_shop_open_raw(shop, "aftercare.db");
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(other, "BEGIN IMMEDIATE", NULL));
    g_assert_null(care_store_open(shop->dir, shop->clock, 0, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_true(care_connection_exec(other, "ROLLBACK", NULL));
    g_assert_cmpint(old_shop_version_of(other), ==, 1);
    g_clear_pointer(&other, care_connection_close);
    old_shop_check_comes_to_today(shop);
}

static void
check_opened(GSubprocess *process)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *output = NULL;

    g_subprocess_communicate_utf8(process, NULL, NULL, &output, NULL, &error);
    g_assert_no_error(error);
    if (!g_str_has_prefix(output, "opened "))
        g_test_message("%s", output);
    g_assert_true(g_str_has_prefix(output, "opened "));
}

static void
open_three_at_once(Shop *shop)
{
    g_autoptr(GPtrArray) processes = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < 3; i++) {
        g_ptr_array_add(processes, g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, CARE_VICTIM,
                                                    shop->dir, "open", NULL));
        g_assert_no_error(error);
    }
    for (guint i = 0; i < 3; i++)
        check_opened(processes->pdata[i]);
}

static void
test_three_open_an_old_shop(Shop *shop, gconstpointer data)
{
    for (guint i = 0; i < 6; i++) {
        old_shop_unpack(shop);
        open_three_at_once(shop);
        old_shop_check_comes_to_today(shop);
    }
}

static void
test_three_open_a_new_shop(Shop *shop, gconstpointer data)
{
    for (guint i = 0; i < 12; i++) {
        shop_delete_tree(shop->dir);
        open_three_at_once(shop);
        old_shop_open_store(shop);
        g_assert_cmpint(old_shop_version_of(care_store_reader(shop->store)), ==, care_schema_version());
        g_clear_object(&shop->store);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/migrate/killed", Shop, "killed-at", old_shop_set_up, test_stopped, shop_tear_down);
    g_test_add("/migrate/full", Shop, "full-at", old_shop_set_up, test_stopped, shop_tear_down);
    g_test_add("/migrate/damaged", Shop, NULL, old_shop_set_up, test_damaged, shop_tear_down);
    g_test_add("/migrate/damaged-index", Shop, NULL, old_shop_set_up, test_damaged_index, shop_tear_down);
    g_test_add("/migrate/odd-version", Shop, NULL, old_shop_set_up, test_odd_version, shop_tear_down);
    g_test_add("/migrate/copies-side-by-side", Shop, NULL, old_shop_set_up, test_copies_side_by_side,
               shop_tear_down);
    g_test_add("/migrate/locked", Shop, NULL, old_shop_set_up, test_locked, shop_tear_down);
    g_test_add("/migrate/three-open-an-old-shop", Shop, NULL, old_shop_set_up, test_three_open_an_old_shop,
               shop_tear_down);
    g_test_add("/migrate/three-open-a-new-shop", Shop, NULL, old_shop_set_up, test_three_open_a_new_shop,
               shop_tear_down);
    return g_test_run();
}
