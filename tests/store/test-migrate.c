/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop of an older schema comes to this one, whole, whatever happens meanwhile; and what a step may do. */
#include <stdlib.h>
#include <string.h>

#include "core/errors.h"
#include "store/migrate-private.h"
#include "store/search-index.h"
#include "store/search.h"

#include "fixture.h"

/* The kept shop of schema 1 in a folder of its own, not opened. */
static void
old_shop_unpack(Shop *shop)
{
    const char *argv[] = { "tar", "-xzf",    CARE_SHOPS "/schema-1/shop.tar.gz",
                           "-C",  shop->dir, "--strip-components=1",
                           NULL };
    g_autoptr(GError) error = NULL;
    int status;

    shop_delete_tree(shop->dir);
    g_mkdir(shop->dir, 0700);
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
    g_assert_no_error(error);
    g_assert_cmpint(status, ==, 0);
}

static void
old_shop_set_up(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    shop->dir = g_dir_make_tmp("aftercare-test-XXXXXX", &error);
    g_assert_no_error(error);
    shop->clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    old_shop_unpack(shop);
}

static char *
path_of(Shop *shop, const char *name)
{
    return g_build_filename(shop->dir, name, NULL);
}

static CareConnection *
open_raw(Shop *shop, const char *name)
{
    g_autofree char *path = path_of(shop, name);
    g_autoptr(GError) error = NULL;
    CareConnection *connection = care_connection_open(path, CARE_CONNECTION_WRITE, &error);

    g_assert_no_error(error);
    return connection;
}

static void
open_store(Shop *shop)
{
    g_autoptr(GError) error = NULL;

    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

/* Every table, index, view and trigger, as one text. */
static char *
schema_text(CareConnection *connection)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT group_concat(type || ' ' || name || ' ' || ifnull(sql, ''), char(10) ORDER BY type, name)"
        " FROM sqlite_schema",
        NULL);

    g_assert_true(care_statement_step(statement, NULL));
    return g_strdup(care_statement_text(statement, 0));
}

static gint64
version_of(CareConnection *connection)
{
    return care_connection_int(connection, "PRAGMA user_version", -1);
}

static void
check_sound(CareConnection *connection)
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
static char *
new_schema(Shop *shop)
{
    g_autofree char *dir = g_dir_make_tmp("aftercare-test-XXXXXX", NULL);
    g_autoptr(CareStore) fresh = care_store_open(dir, shop->clock, 0, NULL);
    char *text = schema_text(care_store_reader(fresh));

    g_clear_object(&fresh);
    shop_delete_tree(dir);
    return text;
}

/* Opened, it is a shop of today, and all rows are there. */
static void
check_comes_to(Shop *shop, const char *wanted)
{
    g_autoptr(GArray) astray = NULL;
    g_autofree char *text = NULL;

    open_store(shop);
    text = schema_text(care_store_reader(shop->store));
    g_assert_cmpstr(text, ==, wanted);
    g_assert_cmpint(version_of(care_store_reader(shop->store)), ==, care_schema_version());
    check_sound(care_store_reader(shop->store));
    astray = care_search_index_check(care_store_reader(shop->store), NULL);
    g_assert_cmpuint(astray->len, ==, 0);
    g_clear_object(&shop->store);
}

static void
check_comes_to_today(Shop *shop)
{
    g_autofree char *wanted = new_schema(shop);

    check_comes_to(shop, wanted);
}

static void
test_schema_1(Shop *shop, gconstpointer data)
{
    g_autofree char *name = g_strdup_printf("aftercare.db.before-%d", care_schema_version());
    g_autoptr(CareConnection) copy = NULL;

    check_comes_to_today(shop);
    copy = open_raw(shop, name);
    g_assert_cmpint(version_of(copy), ==, 1);
    check_sound(copy);
}

/* Steps that only these tests know, after those of the program. */
static gboolean
migrate_with(Shop *shop, CareMigration last, CareConnection **connection, GError **error)
{
    g_autofree char *path = path_of(shop, "aftercare.db");
    int n;
    const CareMigration *known = care_schema_steps(&n);
    g_autofree CareMigration *steps = g_new(CareMigration, n + 1);

    memcpy(steps, known, sizeof *steps * (gsize)n);
    steps[n] = last;
    *connection = open_raw(shop, "aftercare.db");
    return care_migrate_by(*connection, path, steps, n + 1, error);
}

/* The way SQLite's manual gives for a change that ALTER TABLE has no words for. */
static gboolean
rebuild_staff(CareConnection *connection, GError **error)
{
    return care_connection_exec(
        connection,
        "CREATE TABLE new_staff (id INTEGER PRIMARY KEY, name TEXT, sort_key BLOB, role TEXT, phone TEXT,"
        " email TEXT, hours TEXT, created INTEGER NOT NULL, changed INTEGER NOT NULL, changed_by INTEGER,"
        " deleted_at INTEGER) STRICT;"
        "INSERT INTO new_staff SELECT id, name, sort_key, role, phone, email, hours, created, changed,"
        " changed_by, deleted_at FROM staff;"
        "DROP TABLE staff; ALTER TABLE new_staff RENAME TO staff;"
        "CREATE INDEX staff_list ON staff (sort_key, id) WHERE deleted_at IS NULL;"
        "CREATE INDEX staff_deleted ON staff (deleted_at) WHERE deleted_at IS NOT NULL;",
        error);
}

static void
test_rebuilt_table(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = NULL;
    g_autoptr(GError) error = NULL;

    migrate_with(shop, (CareMigration){ .before = rebuild_staff }, &connection, &error);
    g_assert_no_error(error);
    check_sound(connection);
    g_assert_cmpint(care_connection_int(connection, "SELECT count(*) FROM staff", 0), ==, 2);
    g_assert_cmpint(
        care_connection_int(connection, "SELECT count(*) FROM customer JOIN staff ON staff.id = contact", 0),
        ==, 1);
    /* what was refused before is not, and what refers to it is held again */
    g_assert_true(
        care_connection_exec(connection, "INSERT INTO staff (created, changed) VALUES (1, 1)", &error));
    g_assert_false(care_connection_exec(connection, "UPDATE customer SET contact = 7", NULL));
    g_assert_false(care_connection_exec(connection, "DELETE FROM staff WHERE name = 'Anna Licht'", NULL));
}

static gboolean
give_invoices_a_column(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection,
                                "ALTER TABLE invoice ADD COLUMN paper TEXT;"
                                "UPDATE invoice SET paper = 'a4' WHERE number IS NOT NULL",
                                error);
}

static void
test_issued_documents_get_a_column(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = NULL;
    g_autoptr(GError) error = NULL;

    migrate_with(shop, (CareMigration){ .after = give_invoices_a_column }, &connection, &error);
    g_assert_no_error(error);
    g_assert_cmpint(care_connection_int(connection, "SELECT count(*) FROM invoice WHERE paper = 'a4'", 0), ==,
                    5);
    g_assert_false(
        care_connection_exec(connection, "UPDATE invoice SET gross = 1", NULL)); /* frozen as ever */
}

/* What an older program, or another one, has left wrong. */
static void
spoil(Shop *shop)
{
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");

    g_assert_true(care_connection_exec(connection,
                                       "UPDATE customer_phone SET digits = 'x';"
                                       "UPDATE customer SET sort_key = NULL;"
                                       "INSERT INTO setting (key, value) VALUES ('sort-rebuild', 'device:7')"
                                       " ON CONFLICT (key) DO UPDATE SET value = excluded.value;"
                                       "DELETE FROM search_doc WHERE kind = 'customer'",
                                       NULL));
}

static void
test_rebuilding_step(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = NULL;
    g_autoptr(GArray) astray = NULL;
    g_autoptr(GError) error = NULL;

    spoil(shop);
    migrate_with(shop, (CareMigration){ .rebuild = CARE_REBUILD_ALL }, &connection, &error);
    g_assert_no_error(error);
    check_sound(connection);
    astray = care_search_index_check(connection, NULL);
    g_assert_cmpuint(astray->len, ==, 0);
    g_assert_cmpint(
        care_connection_int(connection, "SELECT count(*) FROM customer WHERE sort_key IS NULL", -1), ==, 0);
    g_assert_cmpint(care_connection_int(
                        connection, "SELECT count(*) FROM customer_phone WHERE digits = '01573352178'", -1),
                    ==, 2);
    g_assert_cmpint(
        care_connection_int(connection, "SELECT count(*) FROM setting WHERE key = 'sort-rebuild'", -1), ==,
        0);
}

/* Of a shop that was moved to another country by a program of schema 1. */
static void
test_digits_of_schema_1(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");
    g_autoptr(GPtrArray) hits = NULL;

    g_assert_true(care_setting_write(connection, CARE_SETTING_REGION, "AT", NULL));
    g_clear_pointer(&connection, care_connection_close);
    open_store(shop);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store),
                                        "SELECT count(*) FROM customer_phone WHERE digits = '06601234567'",
                                        -1),
                    ==, 1);
    hits = care_search(care_store_reader(shop->store), "0660 1234", 10, NULL);
    g_assert_cmpuint(hits->len, ==, 1);
}

/* A program of the same schema says other views and triggers: they follow, without a step and without a copy. */
static void
test_other_objects(Shop *shop, gconstpointer data)
{
    g_autofree char *copy = g_strdup_printf("aftercare.db.before-%d", care_schema_version());
    g_autofree char *copy_path = path_of(shop, copy);
    g_autoptr(CareConnection) connection = NULL;

    check_comes_to_today(shop);
    g_assert_cmpint(g_unlink(copy_path), ==, 0);
    connection = open_raw(shop, "aftercare.db");
    g_assert_true(care_connection_exec(connection,
                                       "UPDATE setting SET value = 'another' WHERE key = 'schema-objects';"
                                       "DROP TRIGGER invoice_frozen_update; DROP VIEW timeline;"
                                       "CREATE VIEW timeline (customer) AS SELECT id FROM customer;"
                                       "CREATE VIEW left_over AS SELECT 1",
                                       NULL));
    g_clear_pointer(&connection, care_connection_close);
    check_comes_to_today(shop);
    g_assert_false(g_file_test(copy_path, G_FILE_TEST_EXISTS));
}

/* A program of the same schema has a view more: whichever of the two opens the shop, there is nothing to write. */
static void
test_objects_of_two_programs(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = NULL;
    gint64 before;

    check_comes_to_today(shop);
    connection = open_raw(shop, "aftercare.db");
    g_assert_true(care_connection_exec(connection,
                                       "CREATE VIEW of_the_other AS SELECT 1;"
                                       "UPDATE setting SET value = 'another' WHERE key = 'schema-objects'",
                                       NULL));
    before = care_connection_int(connection, "PRAGMA schema_version", -1);
    g_assert_true(care_schema_objects_fit(connection));
    open_store(shop);
    g_clear_object(&shop->store);
    g_assert_cmpint(care_connection_int(connection, "PRAGMA schema_version", -2), ==, before);
    g_assert_true(care_connection_exec(connection, "DROP TRIGGER invoice_frozen_delete", NULL));
    g_assert_false(care_schema_objects_fit(connection));
}

static gboolean
lose_a_customer(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection, "DELETE FROM customer WHERE name = 'Bea Koch'", error);
}

static gboolean
stumble(CareConnection *connection, GError **error)
{
    return care_connection_exec(
        connection, "DROP VIEW timeline; DELETE FROM payment; SELECT nothing FROM nowhere", error);
}

/* One reference is mended, another is lost: as many as before. */
static gboolean
mend_one_and_lose_one(CareConnection *connection, GError **error)
{
    return care_connection_exec(connection,
                                "UPDATE device SET customer = (SELECT id FROM customer LIMIT 1) WHERE name = "
                                "'Old frame'; UPDATE device SET customer = 7 WHERE name != 'Old frame'",
                                error);
}

static const CareMigration bad_steps[] = {
    { .before = lose_a_customer },
    { .sql = NULL, .after = stumble },
};

static void
test_bad_step(Shop *shop, gconstpointer data)
{
    g_autofree char *copy = g_strdup_printf("aftercare.db.before-%d", care_schema_version() + 1);
    g_autofree char *copy_path = path_of(shop, copy);
    g_autoptr(CareConnection) connection = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(migrate_with(shop, *(const CareMigration *)data, &connection, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_true(g_str_has_suffix(error->message, "."));
    g_assert_false(g_file_test(copy_path, G_FILE_TEST_EXISTS));
    g_assert_cmpint(version_of(connection), ==, 1);
    check_sound(connection);
    g_assert_cmpint(care_connection_int(connection, "PRAGMA foreign_keys", 0), ==, 1);
    g_clear_pointer(&connection, care_connection_close);
    check_comes_to_today(shop);
}

/* A reference to nothing that was there before is told by verify; it does not lock the owner out. */
static void
test_dangling_before(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");

    g_assert_true(care_connection_exec(
        connection,
        "PRAGMA foreign_keys=OFF; UPDATE device SET customer = 7 WHERE name = 'Old frame';"
        "INSERT INTO customer_phone (owner, position, number, digits) VALUES (999, 0, '0301234567', '1')",
        NULL));
    g_clear_pointer(&connection, care_connection_close);
    open_store(shop);
    g_assert_cmpint(version_of(care_store_reader(shop->store)), ==, care_schema_version());
}

static void
test_dangling_one_for_another(Shop *shop, gconstpointer data)
{
    const CareMigration step = { .before = mend_one_and_lose_one };
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(
        connection,
        "PRAGMA foreign_keys=OFF; UPDATE device SET customer = 7 WHERE name = 'Old frame';"
        "DELETE FROM device WHERE name != 'Old frame' AND id NOT IN (SELECT max(id) FROM device WHERE name "
        "!= "
        "'Old frame')",
        NULL));
    g_clear_pointer(&connection, care_connection_close);
    g_assert_false(migrate_with(shop, step, &connection, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_nonnull(strstr(error->message, "device"));
}

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
    g_autofree char *copy_path = path_of(shop, name);
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");
    g_autofree char *text = schema_text(connection);

    g_assert_cmpstr(text, ==, version_of(connection) == 1 ? before : after);
    check_sound(connection);
    if (g_file_test(copy_path, G_FILE_TEST_EXISTS)) {
        g_autoptr(CareConnection) copy = open_raw(shop, name);
        g_autofree char *copied = schema_text(copy);

        g_assert_cmpstr(copied, ==, before);
        check_sound(copy);
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
    g_autoptr(CareConnection) old = open_raw(shop, "aftercare.db");
    g_autofree char *before = schema_text(old);
    g_autofree char *after = new_schema(shop);
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
        check_comes_to(shop, after);
    }
}

static void
test_damaged(Shop *shop, gconstpointer data)
{
    g_autofree char *path = path_of(shop, "aftercare.db");
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
    g_autofree char *path = path_of(shop, "aftercare.db");
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");
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
    connection = open_raw(shop, "aftercare.db");
    g_assert_cmpint(version_of(connection), ==, 1);
}

static void
test_odd_version(Shop *shop, gconstpointer data)
{
    for (int version = -1; version <= 0; version++) {
        g_autofree char *sql = g_strdup_printf("PRAGMA user_version=%d", version);
        g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");
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
    g_autofree char *first = path_of(shop, name);
    g_autofree char *second = g_strconcat(first, "-2", NULL);
    g_autofree char *left = NULL;

    g_assert_true(g_file_set_contents(first, "kept", -1, NULL));
    check_comes_to_today(shop);
    g_assert_true(g_file_get_contents(first, &left, NULL, NULL));
    g_assert_cmpstr(left, ==, "kept");
    g_assert_true(g_file_test(second, G_FILE_TEST_EXISTS));
}

/* Names with quotes, a trigger of a view, a table whose reference does not fit: the owner's own, and no hindrance. */
static void
test_made_by_hand(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = open_raw(shop, "aftercare.db");

    g_assert_true(care_connection_exec(
        connection,
        "CREATE VIEW \"my \"\"own\"\" view\" AS SELECT id FROM customer;"
        "CREATE TRIGGER quick INSTEAD OF INSERT ON \"my \"\"own\"\" view\" BEGIN SELECT 1; END;"
        "CREATE TABLE unfit (phone TEXT REFERENCES customer_phone(number))",
        NULL));
    g_clear_pointer(&connection, care_connection_close);
    open_store(shop);
    g_assert_cmpint(version_of(care_store_reader(shop->store)), ==, care_schema_version());
}

static void
test_locked(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) other = open_raw(shop, "aftercare.db");
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(other, "BEGIN IMMEDIATE", NULL));
    g_assert_null(care_store_open(shop->dir, shop->clock, 0, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_true(care_connection_exec(other, "ROLLBACK", NULL));
    g_assert_cmpint(version_of(other), ==, 1);
    g_clear_pointer(&other, care_connection_close);
    check_comes_to_today(shop);
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
        check_comes_to_today(shop);
    }
}

static void
test_three_open_a_new_shop(Shop *shop, gconstpointer data)
{
    for (guint i = 0; i < 12; i++) {
        shop_delete_tree(shop->dir);
        open_three_at_once(shop);
        open_store(shop);
        g_assert_cmpint(version_of(care_store_reader(shop->store)), ==, care_schema_version());
        g_clear_object(&shop->store);
    }
}

static void
run_raw(Shop *shop, const char *sql)
{
    g_autoptr(CareConnection) raw = open_raw(shop, "aftercare.db");
    g_autoptr(GError) error = NULL;

    care_connection_exec(raw, sql, &error);
    g_assert_no_error(error);
}

static gint64
count_of(Shop *shop, const char *from)
{
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", from);

    return care_connection_int(care_store_reader(shop->store), sql, -1);
}

/* What schema 1 did not write down is found in its rows: which follow-ups a plan brought, and what was billed. */
static void
test_what_follows_from_rows(Shop *shop, gconstpointer data)
{
    run_raw(
        shop,
        "INSERT INTO followup (id, customer, job, kind, title, due, state, created, changed)"
        " SELECT 1, customer, id, 'other', 'Ask about the bell', '2026-12-01', 'open', collected + 60,"
        " collected + 60 FROM job WHERE number = '2026-001';"
        "UPDATE job SET to_bill = 1 WHERE number = '2026-007';"
        "INSERT INTO deferral (id, rule, record, reason, created, changed)"
        " VALUES (2, 'followup', 1, 'Sold it', 1795521600, 1795521600);"
        "INSERT INTO interaction (id, customer, followup, direction, channel, at, outcome, class, created, "
        "changed)"
        " SELECT 3, customer, 1, 'out', 'phone', 1795521600, 'Reached them', 'care', 1795521600, 1795521600"
        " FROM followup WHERE id = 1 UNION ALL"
        " SELECT 4, customer, NULL, 'out', 'phone', 1795521600, 'Reached them', 'reminder', 1795521600,"
        " 1795521600 FROM followup WHERE id = 1");
    open_store(shop);
    g_assert_cmpint(count_of(shop, "followup WHERE source = 'plan'"), ==, 3);
    g_assert_cmpint(count_of(shop, "followup WHERE source = 'complaint'"), ==, 1);
    g_assert_cmpint(count_of(shop, "followup WHERE id = 1 AND source IS NULL"), ==, 1);
    g_assert_cmpint(count_of(shop, "followup WHERE id = 1 AND state = 'let-go' AND reason = 'Sold it'"), ==,
                    1);
    g_assert_cmpint(count_of(shop, "interaction WHERE id IN (3, 4) AND class = 'service'"), ==, 2);
    g_assert_cmpint(count_of(shop, "job WHERE to_bill = 1"), ==, 1); /* 2026-005, which has no invoice */
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/migrate/schema-1", Shop, NULL, old_shop_set_up, test_schema_1, shop_tear_down);
    g_test_add("/migrate/what-follows", Shop, NULL, old_shop_set_up, test_what_follows_from_rows,
               shop_tear_down);
    g_test_add("/migrate/rebuilt-table", Shop, NULL, old_shop_set_up, test_rebuilt_table, shop_tear_down);
    g_test_add("/migrate/issued-documents-get-a-column", Shop, NULL, old_shop_set_up,
               test_issued_documents_get_a_column, shop_tear_down);
    g_test_add("/migrate/rebuilding-step", Shop, NULL, old_shop_set_up, test_rebuilding_step, shop_tear_down);
    g_test_add("/migrate/digits-of-schema-1", Shop, NULL, old_shop_set_up, test_digits_of_schema_1,
               shop_tear_down);
    g_test_add("/migrate/other-objects", Shop, NULL, old_shop_set_up, test_other_objects, shop_tear_down);
    g_test_add("/migrate/objects-of-two-programs", Shop, NULL, old_shop_set_up, test_objects_of_two_programs,
               shop_tear_down);
    g_test_add("/migrate/lost-reference", Shop, &bad_steps[0], old_shop_set_up, test_bad_step,
               shop_tear_down);
    g_test_add("/migrate/failing-step", Shop, &bad_steps[1], old_shop_set_up, test_bad_step, shop_tear_down);
    g_test_add("/migrate/dangling-one-for-another", Shop, NULL, old_shop_set_up,
               test_dangling_one_for_another, shop_tear_down);
    g_test_add("/migrate/dangling-before", Shop, NULL, old_shop_set_up, test_dangling_before, shop_tear_down);
    g_test_add("/migrate/killed", Shop, "killed-at", old_shop_set_up, test_stopped, shop_tear_down);
    g_test_add("/migrate/full", Shop, "full-at", old_shop_set_up, test_stopped, shop_tear_down);
    g_test_add("/migrate/damaged", Shop, NULL, old_shop_set_up, test_damaged, shop_tear_down);
    g_test_add("/migrate/damaged-index", Shop, NULL, old_shop_set_up, test_damaged_index, shop_tear_down);
    g_test_add("/migrate/odd-version", Shop, NULL, old_shop_set_up, test_odd_version, shop_tear_down);
    g_test_add("/migrate/copies-side-by-side", Shop, NULL, old_shop_set_up, test_copies_side_by_side,
               shop_tear_down);
    g_test_add("/migrate/made-by-hand", Shop, NULL, old_shop_set_up, test_made_by_hand, shop_tear_down);
    g_test_add("/migrate/locked", Shop, NULL, old_shop_set_up, test_locked, shop_tear_down);
    g_test_add("/migrate/three-open-an-old-shop", Shop, NULL, old_shop_set_up, test_three_open_an_old_shop,
               shop_tear_down);
    g_test_add("/migrate/three-open-a-new-shop", Shop, NULL, old_shop_set_up, test_three_open_a_new_shop,
               shop_tear_down);
    return g_test_run();
}
