/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What disks, other programs and power cuts do to a shop: nothing committed is lost, nothing half-written stays, and
 * there is one clear sentence. */
#include <string.h>
#include <sys/stat.h>

#include "common/records.h"
#include "core/errors.h"
#include "store/search-index.h"
#include "store/snapshot.h"

#include "fixture.h"

static char *
run_victim(const char *dir, const char *mode, const char *argument)
{
    const char *argv[] = { CARE_VICTIM, dir, mode, argument, NULL };
    g_autoptr(GError) error = NULL;
    char *output = NULL;

    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL,
                 &error);
    g_assert_no_error(error);
    return output;
}

/* The last number that was told to be kept. */
static guint
last_kept(const char *output)
{
    g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
    guint last = 0;

    for (char **line = lines; *line != NULL; line++)
        if (g_str_has_prefix(*line, "kept ") && line[1] != NULL) /* a line that ends was said */
            last = (guint)g_ascii_strtoull(*line + 5, NULL, 10);
    return last;
}

static void
check_whole(Shop *shop, guint kept)
{
    CareConnection *reader = care_store_reader(shop->store);
    gint64 customers = care_connection_int(reader, "SELECT count(*) FROM customer", -1);
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) astray = care_search_index_check(reader, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(astray->len, ==, 0);
    g_assert_cmpint(
        care_connection_int(reader,
                            "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'", 0),
        ==, 1);
    g_assert_cmpint(care_connection_int(reader, "SELECT count(*) FROM pragma_foreign_key_check", -1), ==, 0);
    g_assert_cmpint(care_connection_int(reader, "SELECT count(*) FROM guard", -1), ==, 0);
    g_assert_cmpint(customers, >=, kept);
    g_assert_cmpint(customers, <=, kept + 1); /* kept, but killed before it was said */
    g_assert_cmpint(care_connection_int(reader, "SELECT count(*) FROM device", -1), ==, customers);
}

static void
reopen(Shop *shop)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static void
test_killed(Shop *shop, gconstpointer data)
{
    guint wanted = GPOINTER_TO_UINT(data);
    g_autoptr(GSubprocess) victim = NULL;
    g_autoptr(GDataInputStream) lines = NULL;
    g_autoptr(GError) error = NULL;
    g_autofree char *line = NULL;
    guint kept = 0;

    g_clear_object(&shop->store);
    victim = g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, CARE_VICTIM, shop->dir, "write", NULL);
    g_assert_no_error(error);
    lines = g_data_input_stream_new(g_subprocess_get_stdout_pipe(victim));
    for (guint i = 0; i < wanted; i++) {
        g_free(line);
        line = g_data_input_stream_read_line(lines, NULL, NULL, &error);
        g_assert_no_error(error);
        g_assert_true(g_str_has_prefix(line, "kept "));
        kept++;
    }
    g_subprocess_force_exit(victim); /* SIGKILL, somewhere in the next transaction */
    g_subprocess_wait(victim, NULL, NULL);
    for (char *rest; (rest = g_data_input_stream_read_line(lines, NULL, NULL, NULL)) != NULL; g_free(rest))
        kept++;
    reopen(shop);
    check_whole(shop, kept);
}

static void
test_full(Shop *shop, gconstpointer data)
{
    g_autofree char *output = NULL;

    g_clear_object(&shop->store);
    output = run_victim(shop->dir, "full", data);
    g_assert_nonnull(strstr(output, "error full "));
    g_assert_nonnull(strstr(output, "Nothing was changed"));
    reopen(shop);
    check_whole(shop, last_kept(output));
}

/* No room for a moment, at each write in turn: of that the file is not said to be somebody else's. */
static void
test_full_once(Shop *shop, gconstpointer data)
{
    g_autofree char *dir = g_build_filename(shop->dir, "copy", NULL);
    g_autofree char *path = g_build_filename(dir, "aftercare.db", NULL);

    for (guint i = 1; i <= 12; i++) {
        g_autofree char *number = g_strdup_printf("%u", i);
        g_autofree char *output = NULL;

        g_assert_cmpint(g_mkdir(dir, 0700), ==, 0);
        g_assert_true(care_connection_copy(care_store_reader(shop->store), path, NULL));
        output = run_victim(dir, "once-full-at", number);
        g_test_message("%u: %s", i, output);
        g_assert_true(strstr(output, "error ") == NULL || strstr(output, "error full ") != NULL);
        shop_delete_tree(dir);
    }
}

static void
test_read_only_folder(Shop *shop, gconstpointer data)
{
    g_autofree char *output = NULL;

    g_clear_object(&shop->store);
    g_chmod(shop->dir, 0500);
    output = run_victim(shop->dir, "read", NULL);
    g_chmod(shop->dir, 0700);
    g_assert_nonnull(strstr(output, "opened "));
    g_assert_nonnull(strstr(output, "error full "));
    g_assert_nonnull(strstr(output, "Nothing was changed"));
    reopen(shop);
}

static void
test_no_folder(Shop *shop, gconstpointer data)
{
    g_autofree char *dir = g_build_filename(shop->dir, "below", "further", NULL);
    g_autofree char *output = NULL;

    g_chmod(shop->dir, 0500);
    output = run_victim(dir, "open", NULL);
    g_chmod(shop->dir, 0700);
    g_assert_nonnull(strstr(output, "error full "));
    g_assert_nonnull(strstr(output, "cannot be made"));
}

static void
test_locked(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autoptr(CareConnection) other = care_connection_open(path, CARE_CONNECTION_WRITE, NULL);
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(other, "BEGIN IMMEDIATE", NULL));
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Bea Koch");
    g_assert_false(care_test_store_save(shop->store, customer, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_nonnull(strstr(error->message, "Nothing was changed"));
    g_assert_cmpint(care_record_id(customer), ==, 0);
    g_assert_true(care_connection_exec(other, "ROLLBACK", NULL));
    g_clear_error(&error);
    g_assert_true(care_test_store_save(shop->store, customer, &error));
    g_assert_no_error(error);
}

/* What stands where the database should be, and how it is refused. */
typedef struct {
    const char *name;
    const char *bytes; /* NULL: made by sql */
    gsize length;
    const char *sql;
    int code;
} Obstacle;

static const Obstacle obstacles[] = {
    { "text", "Dear diary, today somebody wrote into this file instead of into another one.\n", 77, NULL,
      CARE_ERROR_CORRUPT },
    { "foreign", NULL, 0, "CREATE TABLE song (id INTEGER PRIMARY KEY)", CARE_ERROR_CORRUPT },
    { "foreign-numbered", NULL, 0, "CREATE TABLE song (id INTEGER PRIMARY KEY); PRAGMA user_version=1",
      CARE_ERROR_CORRUPT },
    { "newer", NULL, 0, "PRAGMA user_version=999", CARE_ERROR_TOO_NEW },
    { "header-only", "SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24, NULL, CARE_ERROR_CORRUPT },
};

static void
put_obstacle(Shop *shop, const Obstacle *obstacle, const char *path)
{
    g_autoptr(CareConnection) connection = NULL;

    if (strcmp(obstacle->name, "newer") != 0)
        shop_delete_tree(shop->dir);
    g_mkdir_with_parents(shop->dir, 0700);
    if (obstacle->bytes != NULL) {
        g_assert_true(g_file_set_contents(path, obstacle->bytes, (gssize)obstacle->length, NULL));
        return;
    }
    connection = care_connection_open(path, CARE_CONNECTION_WRITE, NULL);
    g_assert_true(care_connection_exec(connection, obstacle->sql, NULL));
}

static void
test_obstacle(Shop *shop, gconstpointer data)
{
    const Obstacle *obstacle = data;
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autoptr(GError) error = NULL;
    gsize before_length, after_length;

    g_clear_object(&shop->store);
    put_obstacle(shop, obstacle, path);
    g_assert_true(g_file_get_contents(path, &before, &before_length, NULL));
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_null(shop->store);
    g_assert_error(error, CARE_ERROR, obstacle->code);
    g_assert_true(g_str_has_suffix(error->message, "."));
    g_assert_true(g_file_get_contents(path, &after, &after_length, NULL));
    g_assert_cmpmem(before, before_length, after, after_length); /* left as it is */
}

/* A damaged page in the middle: what is asked of it fails with a sentence, never a crash or a wrong answer. */
static void
test_damaged(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize length;

    for (guint i = 0; i < 400; i++) {
        g_autofree char *name = g_strdup_printf("Customer number %u of a damaged shop", i);
        g_autoptr(CareRecord) customer = shop_add_customer(shop, name, "0157 335 21 78");
    }
    g_clear_object(&shop->store);
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    for (gsize page = 8; page * 4096 + 512 < length; page += 3)
        memset(bytes + page * 4096, 0xa5, 512);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    if (shop->store != NULL) {
        g_autoptr(GPtrArray) all = care_store_get_all(shop->store, &care_customer_kind, 0, &error);

        g_assert_null(all);
    }
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CORRUPT);
    g_assert_nonnull(strstr(error->message, "restore the newest backup"));
}

/* An empty file is what a program leaves that was stopped before it wrote: a new shop. */
static void
test_empty_file(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);

    g_clear_object(&shop->store);
    shop_delete_tree(shop->dir);
    g_mkdir_with_parents(shop->dir, 0700);
    g_assert_true(g_file_set_contents(path, "", 0, NULL));
    reopen(shop);
}

int
main(int argc, char **argv)
{
    static const guint counts[] = { 1, 2, 3, 7, 20, 60 };
    static const char *const sizes[] = { "1", "64", "600", "1024", "1500" };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
        g_autofree char *path = g_strdup_printf("/disk/killed-after-%u", counts[i]);

        g_test_add(path, Shop, GUINT_TO_POINTER(counts[i]), shop_set_up, test_killed, shop_tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *path = g_strdup_printf("/disk/full-at-%s-kB", sizes[i]);

        g_test_add(path, Shop, sizes[i], shop_set_up, test_full, shop_tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(obstacles); i++) {
        g_autofree char *path = g_strdup_printf("/disk/obstacle/%s", obstacles[i].name);

        g_test_add(path, Shop, &obstacles[i], shop_set_up, test_obstacle, shop_tear_down);
    }
    g_test_add("/disk/full-once", Shop, NULL, shop_set_up, test_full_once, shop_tear_down);
    g_test_add("/disk/read-only", Shop, NULL, shop_set_up, test_read_only_folder, shop_tear_down);
    g_test_add("/disk/no-folder", Shop, NULL, shop_set_up, test_no_folder, shop_tear_down);
    g_test_add("/disk/locked", Shop, NULL, shop_set_up, test_locked, shop_tear_down);
    g_test_add("/disk/damaged", Shop, NULL, shop_set_up, test_damaged, shop_tear_down);
    g_test_add("/disk/empty-file", Shop, NULL, shop_set_up, test_empty_file, shop_tear_down);
    return g_test_run();
}
