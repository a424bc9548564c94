/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop whose database is put away while somebody has it open, as a restore in another window does. */
#include <string.h>
#include <unistd.h>

#include "core/errors.h"
#include "store/draft-left.h"
#include "store/folder-lock.h"

#include "fixture.h"

static void
move(Shop *shop, const char *from, const char *to, const char *name)
{
    g_autofree char *old = g_build_filename(shop->dir, from, name, NULL);
    g_autofree char *new = g_build_filename(shop->dir, to, name, NULL);

    if (g_file_test(old, G_FILE_TEST_EXISTS))
        g_assert_cmpint(g_rename(old, new), ==, 0);
}

/* The database and its logs, and another shop of nobody in their place. */
static void
replace(Shop *shop)
{
    static const char *const names[] = { "aftercare.db", "aftercare.db-wal", "aftercare.db-shm" };
    g_autofree char *kept = g_build_filename(shop->dir, "backups", "kept", NULL);
    g_autoptr(CareStore) other = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_cmpint(g_mkdir(kept, 0700), ==, 0);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        move(shop, "", "backups/kept", names[i]);
    other = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
    care_store_close(other);
}

static guint
count_customers(const char *path)
{
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_READ, NULL);

    return (guint)care_connection_int(connection, "SELECT count(*) FROM customer", -1);
}

static void
count_call(CareStore *store, guint *calls)
{
    (*calls)++;
}

static void
count_change(CareStore *store, CareChangeSet *changes, guint *calls)
{
    (*calls)++;
}

static void
test_no_write(Shop *shop, gconstpointer data)
{
    g_autofree char *here = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autofree char *kept = g_build_filename(shop->dir, "backups", "kept", "aftercare.db", NULL);
    g_autoptr(CareRecord) before = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) later = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    g_assert_false(care_store_is_replaced(shop->store));
    replace(shop);
    g_assert_true(care_store_is_replaced(shop->store));
    care_record_set_text(later, CARE_CUSTOMER_NAME, "Bea Koch");
    g_assert_false(care_test_store_save(shop->store, later, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_nonnull(strstr(error->message, "Nothing was changed; open the shop again"));
    g_assert_cmpint(care_record_id(later), ==, 0);
    care_store_close(shop->store);
    g_assert_cmpuint(count_customers(kept), ==, 1);
    g_assert_cmpuint(count_customers(here), ==, 0);
}

static void
test_told(Shop *shop, gconstpointer data)
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;
    g_autoptr(GError) error = NULL;
    guint calls = 0;

    g_clear_object(&shop->store);
    shop->store = care_store_open(shop->dir, shop->clock, CARE_STORE_WATCH, &error);
    g_assert_no_error(error);
    g_signal_connect(shop->store, "replaced", G_CALLBACK(count_call), &calls);
    replace(shop);
    while (calls == 0 && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, FALSE);
    g_assert_cmpuint(calls, ==, 1);
}

/* The shop lies in a folder that is kept the same on several computers, say, and a link in its own. */
static void
link_set_up(Shop *shop, gconstpointer data)
{
    g_autofree char *away = NULL;
    g_autofree char *link = NULL;
    g_autofree char *folder = NULL;
    g_autoptr(GError) error = NULL;

    shop_set_up(shop, data);
    g_clear_object(&shop->store);
    away = g_build_filename(shop->dir, "sync", "aftercare.db", NULL);
    link = g_build_filename(shop->dir, "aftercare.db", NULL);
    folder = g_build_filename(shop->dir, "sync", NULL);
    g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
    move(shop, "", "sync", "aftercare.db");
    g_assert_cmpint(symlink(away, link), ==, 0);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

/* What another program writes is seen through the link. */
static void
test_link_followed(Shop *shop, gconstpointer data)
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;
    g_autoptr(CareStore) window = care_store_open(shop->dir, shop->clock, CARE_STORE_WATCH, NULL);
    g_autoptr(CareRecord) customer = NULL;
    guint calls = 0;

    g_signal_connect(window, "changed", G_CALLBACK(count_change), &calls);
    customer = shop_add_customer(shop, "Ann Lee", NULL);
    while (calls == 0 && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, FALSE);
    g_assert_cmpuint(calls, ==, 1);
}

static void
assert_not_taken(Shop *shop, gboolean waited_for)
{
    gint64 start = g_get_monotonic_time();
    g_autofree char *database = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_false(care_drafts_take_left(shop->store, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_cmpint(g_get_monotonic_time() - start, <, G_USEC_PER_SEC);
    g_assert_cmpint(care_drafts_left_are_waited_for(shop->store, error), ==, waited_for);
    g_assert_cmpint(g_file_test(database, G_FILE_TEST_EXISTS), ==, waited_for);
}

/* A window asks for what was left beside the shop while a restore is under way: it makes no shop where there is none for a
 * moment, and where its own was put away it does not ask for ever. */
static void
test_left_beside(Shop *shop, gconstpointer data)
{
    g_autofree char *left = g_build_filename(shop->dir, "aftercare.drafts-5555555555555555", NULL);
    g_autofree char *kept = g_build_filename(shop->dir, "backups", "kept", NULL);
    g_autoptr(CareFolderLock) lock = care_folder_lock(shop->dir, CARE_FOLDER_ALONE, NULL);

    g_assert_true(g_file_set_contents(left, "x", -1, NULL));
    g_assert_cmpint(g_mkdir(kept, 0700), ==, 0);
    assert_not_taken(shop, TRUE);
    move(shop, "", "backups/kept", "aftercare.db");
    assert_not_taken(shop, FALSE);
    g_clear_pointer(&lock, care_folder_unlock); /* it was ended there */
    assert_not_taken(shop, FALSE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
    g_test_add("/replaced/no-write", Shop, NULL, shop_set_up, test_no_write, shop_tear_down);
    g_test_add("/replaced/told", Shop, NULL, shop_set_up, test_told, shop_tear_down);
    g_test_add("/replaced/link/no-write", Shop, NULL, link_set_up, test_no_write, shop_tear_down);
    g_test_add("/replaced/link/told", Shop, NULL, link_set_up, test_told, shop_tear_down);
    g_test_add("/replaced/link/followed", Shop, NULL, link_set_up, test_link_followed, shop_tear_down);
    g_test_add("/replaced/left-beside", Shop, NULL, shop_set_up, test_left_beside, shop_tear_down);
    return g_test_run();
}
