/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said to be done stays: whoever looks for imports that were stopped may look while one comes to its end. */
#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/import/customer-import.h"
#include "exchange/import/import-log.h"
#include "exchange/import/import-revert-private.h"
#include "store/kind-query.h"
#include "store/record-sql.h"
#include "store/store-repeat.h"

#include "billed-shop.h"

#define IMPORT 77

static Shop *beside; /* one whose import another program waits to begin, too */
static int others = -1;
static guint locked;

/* It comes as soon as the lock is there for a second time. */
static void
let_other_in(Shop *shop, int file)
{
    g_autofree char *path = g_build_filename(shop->dir, "import.lock", NULL);
    GStatBuf mine, lock;

    if (others >= 0 || g_stat(path, &lock) != 0 || fstat(file, &mine) != 0 || mine.st_ino != lock.st_ino
        || ++locked < 2)
        return;
    others = g_open(path, O_RDWR, 0);
    g_assert_cmpint((int)syscall(SYS_flock, others, LOCK_EX | LOCK_NB), ==, 0);
}

static Shop *ending; /* one whose import comes to its end just before the next lock is taken */

/* In the place of the C library's: between a look and a lock there is an instant, and it may be a long one. */
int
flock(int file, int operation)
{
    Shop *shop = g_steal_pointer(&ending);

    if (shop != NULL)
        shop_tamper(shop, "UPDATE import SET state = 'done'");
    if (beside != NULL)
        let_other_in(beside, file);
    return (int)syscall(SYS_flock, file, operation);
}

static gpointer
bring(CareTransaction *transaction, gpointer bea, GError **error)
{
    CareImportRow row = {
        .row = 1, .result = "new", .kind = "customer", .record = care_record_id(bea), .name = "Bea Koch"
    };
    g_autofree char *left = care_import_checksum(bea, care_transaction_shop(transaction)->currency);

    row.after = left;
    return care_import_log_begin(transaction, IMPORT, error)
                   && care_import_log_row(transaction, IMPORT, &row, error)
               ? bea
               : NULL;
}

/* An import under way that has brought Bea. */
static CareRecord *
begin_import(Shop *shop)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_nonnull(care_store_run(shop->store, bring, bea, NULL, &error));
    g_assert_no_error(error);
    return g_steal_pointer(&bea);
}

static gboolean
is_there(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) found = care_record_load(care_store_reader(shop->store), care_record_kind(record),
                                                   care_record_id(record), NULL);

    return found != NULL && care_record_stamp(found).deleted == 0;
}

static void
test_stopped(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = begin_import(shop);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_import_recover(shop->store, &error));
    g_assert_no_error(error);
    g_assert_false(is_there(shop, bea));
}

static void
on_recovered(GObject *source, GAsyncResult *result, gpointer done)
{
    g_assert_true(care_import_recover_finish(CARE_STORE(source), result, NULL));
    *(gboolean *)done = TRUE;
}

static void
test_done_meanwhile(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = begin_import(shop);
    g_autoptr(GError) error = NULL;
    gboolean done = FALSE;

    ending = shop;
    g_assert_true(care_import_recover(shop->store, &error));
    g_assert_no_error(error);
    g_assert_null(ending);
    g_assert_true(is_there(shop, bea));
    care_import_recover_async(shop->store, on_recovered, &done);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(is_there(shop, bea));
}

/* And whoever saw it unfinished, without any lock. */
static void
test_done_in_the_end(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = begin_import(shop);
    g_autoptr(CareReverting) revert = care_reverting_new_unfinished(IMPORT);
    g_autoptr(GError) error = NULL;

    shop_tamper(shop, "UPDATE import SET state = 'done'");
    g_assert_true(care_store_repeat(shop->store, care_reverting_chunk, revert, &error));
    g_assert_no_error(error);
    g_assert_true(is_there(shop, bea));
}

static void
on_ran(GObject *source, GAsyncResult *result, gpointer error)
{
    g_assert_false(care_customer_import_run_finish(CARE_CUSTOMER_IMPORT(source), result, error));
}

/* What the window is told of an import of many that fails, or the command line, which waits. Transfer full. */
static char *
told_of_failure_by(Shop *shop, gboolean waits)
{
    g_autoptr(CareCustomerImport) import = care_customer_import_new(shop->store);
    g_autofree char *path = g_strconcat(shop->dir, "-many.csv", NULL);
    g_autoptr(GString) table = g_string_new("name,phone\n");
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < 3000; i++)
        g_string_append_printf(table, "Person%u Name%u,030 %u\n", i, i, 1000000 + i);
    g_assert_true(g_file_set_contents(path, table->str, -1, NULL));
    care_customer_import_add(import, file, NULL);
    if (waits)
        g_assert_false(care_customer_import_run(import, NULL, &error));
    else
        care_customer_import_run_async(import, NULL, on_ran, &error);
    while (error == NULL)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(g_file_delete(file, NULL, NULL));
    return g_strdup(error->message);
}

static char *
told_of_failure(Shop *shop)
{
    return told_of_failure_by(shop, FALSE);
}

#define STOP(name, when) "CREATE TRIGGER " name " BEFORE " when " BEGIN SELECT RAISE(ABORT, 'full'); END"

/* A full disk has no room for the end of an import, nor for taking it back. */
static void
test_part_left(Shop *shop, gconstpointer data)
{
    g_autofree char *whole = NULL;
    g_autofree char *left = NULL;
    g_autofree char *none = NULL;

    shop_tamper(shop, STOP("last", "UPDATE ON import WHEN new.state = 'done'"));
    whole = told_of_failure(shop);
    g_assert_nonnull(strstr(whole, "Nothing was changed"));
    shop_tamper(shop, STOP("back", "DELETE ON customer"));
    left = told_of_failure(shop);
    g_assert_nonnull(strstr(left, "still in the shop"));
    g_assert_null(strstr(left, "Nothing was changed"));
    shop_tamper(shop, STOP("first", "INSERT ON import"));
    none = told_of_failure(shop);
    g_assert_null(strstr(none, "still in the shop"));
}

/* Nobody gets in between the end of an import that failed and what takes it back. */
static void
test_nobody_between(Shop *shop, gconstpointer waits)
{
    g_autofree char *told = NULL;

    shop_tamper(shop, STOP("last", "UPDATE ON import WHEN new.state = 'done'"));
    locked = 0;
    beside = shop;
    told = told_of_failure_by(shop, waits != NULL);
    beside = NULL;
    g_assert_null(strstr(told, "still in the shop"));
    g_assert_cmpint(care_kind_count(care_store_reader(shop->store), &care_customer_kind), ==, 0);
    if (others >= 0)
        close(others);
    others = -1;
}

/* What another program left in the middle goes before the next import begins. */
static void
test_left_before(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = begin_import(shop);
    g_autoptr(CareCustomerImport) import = care_customer_import_new(shop->store);
    g_autofree char *path = g_strconcat(shop->dir, "-one.csv", NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(path, "name,phone\nBea Koch,030 1234567\n", -1, NULL));
    care_customer_import_add(import, file, NULL);
    g_assert_true(care_customer_import_run(import, NULL, &error));
    g_assert_no_error(error);
    g_assert_false(is_there(shop, bea));
    g_assert_cmpint(care_kind_count(care_store_reader(shop->store), &care_customer_kind), ==, 1);
    g_assert_true(g_file_delete(file, NULL, NULL));
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/import-recover/stopped", Shop, NULL, shop_set_up, test_stopped, shop_tear_down);
    g_test_add("/import-recover/done-meanwhile", Shop, NULL, shop_set_up, test_done_meanwhile,
               shop_tear_down);
    g_test_add("/import-recover/done-in-the-end", Shop, NULL, shop_set_up, test_done_in_the_end,
               shop_tear_down);
    g_test_add("/import-recover/part-left", Shop, NULL, shop_set_up, test_part_left, shop_tear_down);
    g_test_add("/import-recover/nobody-between", Shop, NULL, shop_set_up, test_nobody_between,
               shop_tear_down);
    g_test_add("/import-recover/nobody-between-waits", Shop, "waits", shop_set_up, test_nobody_between,
               shop_tear_down);
    g_test_add("/import-recover/left-before", Shop, NULL, shop_set_up, test_left_before, shop_tear_down);
    return g_test_run();
}
