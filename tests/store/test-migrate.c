/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop of an older schema comes to this one, whole; and what a step may do. */
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/errors.h"
#include "store/file-head.h"
#include "store/search.h"

#include "old-shop.h"

static void
test_schema_1(Shop *shop, gconstpointer data)
{
    g_autofree char *name = g_strdup_printf("aftercare.db.before-%d", care_schema_version());
    g_autoptr(CareConnection) copy = NULL;

    old_shop_check_comes_to_today(shop);
    copy = old_shop_open_raw(shop, name);
    g_assert_cmpint(old_shop_version_of(copy), ==, 1);
    old_shop_check_sound(copy);
}

/* Made when 002.sql was closed: no step leads on from its tables but 003.sql and later ones. */
static void
test_schema_2(Shop *shop, gconstpointer data)
{
    old_shop_unpack_of(shop, "schema-2");
    old_shop_check_comes_to_today(shop);
}

static gboolean
is_older(Shop *shop)
{
    g_autofree char *path = old_shop_path_of(shop, "aftercare.db");

    return care_file_head_is_older(path);
}

/* Made when 003.sql was closed. */
static void
test_schema_3(Shop *shop, gconstpointer data)
{
    old_shop_unpack_of(shop, "schema-3");
    g_assert_true(is_older(shop));
    old_shop_check_comes_to_today(shop);
    g_assert_false(is_older(shop));
}

/* Made when 004.sql was closed: until a later one begins, its tables are those of today. */
static void
test_schema_4(Shop *shop, gconstpointer data)
{
    old_shop_unpack_of(shop, "schema-4");
    old_shop_check_comes_to_today(shop);
}

/* What is no shop yet, or none at all, is brought nowhere. */
static void
test_not_older(Shop *shop, gconstpointer data)
{
    g_autofree char *path = old_shop_path_of(shop, "aftercare.db");
    g_autoptr(GError) error = NULL;

    g_assert_true(is_older(shop));
    g_file_set_contents(path, "Dear diary, this is no database, and it is longer than what is looked at.", -1,
                        &error);
    g_assert_no_error(error);
    g_assert_false(is_older(shop));
    g_file_set_contents(path, "", -1, &error);
    g_assert_no_error(error);
    g_assert_false(is_older(shop));
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_false(is_older(shop));
}

/* As another program sees it: whether somebody has the database open. */
static gboolean
is_held(const char *path)
{
    struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0 };
    pid_t other = fork();
    int status = 0;

    if (other == 0) {
        int file = open(path, O_RDWR | O_CLOEXEC);

        _exit(file >= 0 && fcntl(file, F_GETLK, &all) == 0 && all.l_type != F_UNLCK ? 0 : 1);
    }
    g_assert_cmpint(waitpid(other, &status, 0), ==, other);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* To be looked at takes nothing from whoever has it open: the next program to close it would throw the log away. */
static void
test_looked_at_while_open(Shop *shop, gconstpointer data)
{
    g_autofree char *path = old_shop_path_of(shop, "aftercare.db");

    g_assert_true(is_held(path));
    g_assert_false(is_older(shop));
    g_assert_true(is_held(path));
    care_store_close(shop->store);
    g_clear_object(&shop->store);
    g_assert_false(is_held(path));
}

/* Steps that only these tests know, after those of the program. */
static gboolean
migrate_with(Shop *shop, CareMigration last, CareConnection **connection, GError **error)
{
    g_autofree char *path = old_shop_path_of(shop, "aftercare.db");
    int n;
    const CareMigration *known = care_schema_steps(&n);
    g_autofree CareMigration *steps = g_new(CareMigration, n + 1);

    memcpy(steps, known, sizeof *steps * (gsize)n);
    steps[n] = last;
    *connection = old_shop_open_raw(shop, "aftercare.db");
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
    old_shop_check_sound(connection);
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
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");

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
    old_shop_check_sound(connection);
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
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");
    g_autoptr(GPtrArray) hits = NULL;

    g_assert_true(care_setting_write(connection, CARE_SETTING_REGION, "AT", NULL));
    g_clear_pointer(&connection, care_connection_close);
    old_shop_open_store(shop);
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
    g_autofree char *copy_path = old_shop_path_of(shop, copy);
    g_autoptr(CareConnection) connection = NULL;

    old_shop_check_comes_to_today(shop);
    g_assert_cmpint(g_unlink(copy_path), ==, 0);
    connection = old_shop_open_raw(shop, "aftercare.db");
    g_assert_true(care_connection_exec(connection,
                                       "UPDATE setting SET value = 'another' WHERE key = 'schema-objects';"
                                       "DROP TRIGGER invoice_frozen_update; DROP VIEW timeline;"
                                       "CREATE VIEW timeline (customer) AS SELECT id FROM customer;"
                                       "CREATE VIEW left_over AS SELECT 1",
                                       NULL));
    g_clear_pointer(&connection, care_connection_close);
    old_shop_check_comes_to_today(shop);
    g_assert_false(g_file_test(copy_path, G_FILE_TEST_EXISTS));
}

/* A program of the same schema has a view more: whichever of the two opens the shop, there is nothing to write. */
static void
test_objects_of_two_programs(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = NULL;
    gint64 before;

    old_shop_check_comes_to_today(shop);
    connection = old_shop_open_raw(shop, "aftercare.db");
    g_assert_true(care_connection_exec(connection,
                                       "CREATE VIEW of_the_other AS SELECT 1;"
                                       "UPDATE setting SET value = 'another' WHERE key = 'schema-objects'",
                                       NULL));
    before = care_connection_int(connection, "PRAGMA schema_version", -1);
    g_assert_true(care_schema_objects_fit(connection));
    old_shop_open_store(shop);
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
    g_autofree char *copy_path = old_shop_path_of(shop, copy);
    g_autoptr(CareConnection) connection = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(migrate_with(shop, *(const CareMigration *)data, &connection, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_true(g_str_has_suffix(error->message, "."));
    g_assert_false(g_file_test(copy_path, G_FILE_TEST_EXISTS));
    g_assert_cmpint(old_shop_version_of(connection), ==, 1);
    old_shop_check_sound(connection);
    g_assert_cmpint(care_connection_int(connection, "PRAGMA foreign_keys", 0), ==, 1);
    g_clear_pointer(&connection, care_connection_close);
    old_shop_check_comes_to_today(shop);
}

/* A reference to nothing that was there before is told by verify; it does not lock the owner out. */
static void
test_dangling_before(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");

    g_assert_true(care_connection_exec(
        connection,
        "PRAGMA foreign_keys=OFF; UPDATE device SET customer = 7 WHERE name = 'Old frame';"
        "INSERT INTO customer_phone (owner, position, number, digits) VALUES (999, 0, '0301234567', '1')",
        NULL));
    g_clear_pointer(&connection, care_connection_close);
    old_shop_open_store(shop);
    g_assert_cmpint(old_shop_version_of(care_store_reader(shop->store)), ==, care_schema_version());
}

static void
test_dangling_one_for_another(Shop *shop, gconstpointer data)
{
    const CareMigration step = { .before = mend_one_and_lose_one };
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");
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

/* Names with quotes, a trigger of a view, a table whose reference does not fit: the owner's own, and no hindrance. */
static void
test_made_by_hand(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) connection = old_shop_open_raw(shop, "aftercare.db");

    g_assert_true(care_connection_exec(
        connection,
        "CREATE VIEW \"my \"\"own\"\" view\" AS SELECT id FROM customer;"
        "CREATE TRIGGER quick INSTEAD OF INSERT ON \"my \"\"own\"\" view\" BEGIN SELECT 1; END;"
        "CREATE TABLE unfit (phone TEXT REFERENCES customer_phone(number))",
        NULL));
    g_clear_pointer(&connection, care_connection_close);
    old_shop_open_store(shop);
    g_assert_cmpint(old_shop_version_of(care_store_reader(shop->store)), ==, care_schema_version());
}

static void
run_raw(Shop *shop, const char *sql)
{
    g_autoptr(CareConnection) raw = old_shop_open_raw(shop, "aftercare.db");
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
    old_shop_open_store(shop);
    g_assert_cmpint(count_of(shop, "followup WHERE source = 'plan'"), ==, 3);
    g_assert_cmpint(count_of(shop, "followup WHERE source = 'complaint'"), ==, 1);
    g_assert_cmpint(count_of(shop, "followup WHERE id = 1 AND source IS NULL"), ==, 1);
    g_assert_cmpint(count_of(shop, "followup WHERE id = 1 AND state = 'let-go' AND reason = 'Sold it'"), ==,
                    1);
    g_assert_cmpint(count_of(shop, "interaction WHERE id IN (3, 4) AND class = 'service'"), ==, 2);
    g_assert_cmpint(count_of(shop, "job WHERE to_bill = 1"), ==, 1); /* 2026-005, which has no invoice */
}

/* data: the schema. Which complaint a contact was about: its first answer, and whatever said nothing else while it was open. */
static void
test_contacts_about_complaints(Shop *shop, gconstpointer data)
{
    old_shop_unpack_of(shop, data);
    run_raw(
        shop,
        "CREATE TEMP TABLE said (id, words, job, direction, class, after);"
        "INSERT INTO said VALUES (1, 'The bike came two days late', 0, 'out', 'care', 0),"
        " (2, 'The bike came two days late', 0, 'out', 'service', 86400),"
        " (3, 'The saddle turns', 0, 'out', 'service', 60), (4, 'The saddle turns', 0, 'out', 'care', 60),"
        " (5, 'The saddle turns', 0, 'in', NULL, 60), (6, 'The saddle turns', 1, 'out', 'service', 60),"
        " (7, 'The saddle turns', 0, 'out', NULL, -60);"
        "INSERT INTO interaction (id, customer, job, direction, channel, at, class, created, changed)"
        " SELECT said.id, complaint.customer,"
        "  CASE WHEN said.job THEN (SELECT id FROM job WHERE job.customer = complaint.customer LIMIT 1) END,"
        "  direction, 'phone', coalesce(acknowledged, received) + after, class, received, received"
        " FROM said JOIN complaint USING (words)");
    old_shop_open_store(shop);
    g_assert_cmpint(count_of(shop, "interaction WHERE id <= 7"), ==, 7);
    g_assert_cmpint(count_of(shop, "interaction WHERE complaint IS NOT NULL"), ==, 3);
    g_assert_cmpint(count_of(shop, "interaction JOIN complaint ON complaint.id = interaction.complaint"
                                   " WHERE interaction.id = CASE words WHEN 'The saddle turns' THEN 3"
                                   " WHEN 'Late again' THEN 2 ELSE 1 END"),
                    ==, 3);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/migrate/schema-1", Shop, NULL, old_shop_set_up, test_schema_1, shop_tear_down);
    g_test_add("/migrate/schema-2", Shop, NULL, old_shop_set_up, test_schema_2, shop_tear_down);
    g_test_add("/migrate/schema-3", Shop, NULL, old_shop_set_up, test_schema_3, shop_tear_down);
    g_test_add("/migrate/schema-4", Shop, NULL, old_shop_set_up, test_schema_4, shop_tear_down);
    g_test_add("/migrate/looked-at-while-open", Shop, NULL, shop_set_up, test_looked_at_while_open,
               shop_tear_down);
    g_test_add("/migrate/not-older", Shop, NULL, old_shop_set_up, test_not_older, shop_tear_down);
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
    g_test_add("/migrate/dangling-before", Shop, NULL, old_shop_set_up, test_dangling_before, shop_tear_down);
    g_test_add("/migrate/dangling-one-for-another", Shop, NULL, old_shop_set_up,
               test_dangling_one_for_another, shop_tear_down);
    g_test_add("/migrate/made-by-hand", Shop, NULL, old_shop_set_up, test_made_by_hand, shop_tear_down);
    g_test_add("/migrate/what-follows", Shop, NULL, old_shop_set_up, test_what_follows_from_rows,
               shop_tear_down);
    g_test_add("/migrate/contacts-about-complaints/schema-1", Shop, "schema-1", old_shop_set_up,
               test_contacts_about_complaints, shop_tear_down);
    g_test_add("/migrate/contacts-about-complaints/schema-2", Shop, "schema-2", old_shop_set_up,
               test_contacts_about_complaints, shop_tear_down);
    return g_test_run();
}
