/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How the purge goes about it: files, imports, codes, and being stopped in the middle. */
#include <signal.h>

#include "exchange/import/customer-import.h"
#include "exchange/import/import-revert.h"
#include "service/jobs/unlock-code.h"

#include "purge-shop.h"

static const char *program;

/* The keyring is not reached from here: the job waits until its code is gone. */
static void
test_an_unlock_code_goes_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);

    care_record_set_int(job, CARE_JOB_HAS_CODE, 1);
    shop_save(shop, job);
    discard(shop, bea);
    purge_after(shop, 31);
    g_assert_true(is_there(shop, bea));
    care_record_set_int(job, CARE_JOB_HAS_CODE, 0);
    shop_save(shop, job);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    assert_whole(shop);
}

/* A command reaches no keyring; the window of that day does, whatever the command has done. */
static void
test_a_command_leaves_codes_to_the_window(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(GAsyncResult) result = NULL;

    care_record_set_int(job, CARE_JOB_HAS_CODE, 1);
    shop_save(shop, job);
    discard(shop, bea);
    come_back(shop, 31);
    be_at_work(shop->store);
    g_assert_true(care_purge_now(shop->store, NULL));
    g_assert_true(is_there(shop, bea));
    care_record_set_int(job, CARE_JOB_HAS_CODE, 0); /* as the window does first */
    shop_save(shop, job);
    g_assert_true(care_purge_now(shop->store, NULL));
    g_assert_true(is_there(shop, bea)); /* a command looks once a day */
    care_purge_async(shop->store, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(care_purge_finish(shop->store, result, NULL));
    g_assert_false(is_there(shop, bea));
}

static void
test_files(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) one = add_document(shop, bea, NULL, "shared");
    g_autoptr(CareRecord) two = add_document(shop, ann, NULL, "shared");
    g_autofree char *logo = keep_bytes(shop, "logo");
    g_autofree char *logo_path = care_file_store_path(shop->dir, logo);
    g_autofree char *orphan = keep_bytes(shop, "orphan");
    g_autofree char *orphan_path = care_file_store_path(shop->dir, orphan);
    g_autofree char *young = keep_bytes(shop, "young");
    g_autofree char *left = g_strconcat(orphan_path, ".A1B2C3", NULL);
    g_autofree char *again = NULL;

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_SHOP_LOGO, logo, NULL));
    g_assert_true(g_file_set_contents(left, "half", -1, NULL));
    make_old(logo_path);
    make_old(orphan_path);
    make_old(left);
    discard(shop, one);
    purge_after(shop, 31);
    g_assert_true(has_file(shop, care_record_text(two, CARE_DOCUMENT_SHA256)));
    g_assert_true(has_file(shop, logo));
    g_assert_true(has_file(shop, young));
    g_assert_false(has_file(shop, orphan));
    g_assert_false(g_file_test(left, G_FILE_TEST_EXISTS));
    discard(shop, two);
    purge_after(shop, 31 + 31);
    g_assert_false(has_file(shop, care_record_text(two, CARE_DOCUMENT_SHA256)));
    /* who keeps the same bytes again has them */
    again = keep_bytes(shop, "orphan");
    g_assert_true(has_file(shop, again));
    make_old(orphan_path);
    g_free(g_steal_pointer(&again));
    again = keep_bytes(shop, "orphan");
    purge_after(shop, 31 + 31);
    g_assert_true(has_file(shop, again));
}

/* The shop has a new logo; the old one stands on an invoice that may be shown and printed again. */
static void
test_logo_of_an_invoice(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autofree char *borne = keep_bytes(shop, "the old logo");
    g_autofree char *borne_path = care_file_store_path(shop->dir, borne);
    g_autoptr(CareRecord) job = NULL;
    g_autoptr(CareRecord) invoice = NULL;

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_SHOP_LOGO, borne, NULL));
    job = shop_add_job(shop, bea, NULL);
    invoice = shop_issue_for(shop, job);
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_SHOP_LOGO, NULL, NULL));
    make_old(borne_path);
    purge_after(shop, 31);
    g_assert_true(has_file(shop, borne));
}

static CareId
import_card(Shop *shop, const char *card)
{
    g_autoptr(CareCustomerImport) import = care_customer_import_new(shop->store);
    g_autofree char *path = g_build_filename(shop->dir, "cards.vcf", NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(path, card, -1, NULL));
    care_customer_import_add(import, file, NULL);
    care_customer_import_run(import, NULL, &error);
    g_assert_no_error(error);
    return care_customer_import_id(import);
}

#define CARD(name, more)                                                                                     \
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" name "\r\nTEL:0157 3352178\r\n" more "END:VCARD\r\n"

static void
test_an_old_import_is_closed(Shop *shop, gconstpointer data)
{
    CareId import = import_card(shop, CARD("Mia Sand", "EMAIL:mia@example.org\r\n"));
    g_autoptr(GError) error = NULL;
    g_autoptr(CareImportRevert) revert = NULL;

    purge_after(shop, 30);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row WHERE name = 'Mia Sand'"), ==, 1);
    purge_after(shop, 31);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_file WHERE new = 1"), ==, 1);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer WHERE name = 'Mia Sand'"), ==, 1);
    revert = care_import_revert(shop->store, import, &error);
    g_assert_null(revert);
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_nonnull(strstr(error->message, "30 days"));
}

/* A record that is purged takes its name out of imports that can still be reverted. */
static void
test_a_young_import_forgets_too(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(GError) error = NULL;
    g_autoptr(CareImportRevert) revert = NULL;
    CareId import;

    discard(shop, bea);
    come_back(shop, 10);
    import = import_card(shop, CARD("Mia Sand", ""));
    /* as if the import had merged something into the one that is deleted */
    g_clear_object(&shop->store);
    {
        g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
        g_autofree char *sql = g_strdup_printf(
            "INSERT INTO import_row (import, file, row, line, result, kind, record, name, "
            "before, after) SELECT import, file, 2, 5, 'merged', 'customer', %" G_GINT64_FORMAT
            ", 'Bea Koch', '{}', 'x' FROM import_row",
            care_record_id(bea));
        g_autoptr(CareConnection) raw = care_connection_open(path, CARE_CONNECTION_WRITE, &error);

        g_assert_no_error(error);
        g_assert_true(care_connection_exec(raw, sql, &error));
    }
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row"), ==, 2);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row WHERE name = 'Mia Sand'"), ==, 1);
    g_assert_cmpint(
        number(shop, "SELECT count(*) FROM import_row WHERE name = 'Bea Koch' OR before IS NOT NULL"), ==, 0);
    revert = care_import_revert(shop->store, import, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(revert->removed, ==, 1);
    assert_whole(shop);
}

#define MANY 1500

static gboolean
add_many(CareTransaction *transaction, gpointer data, GError **error)
{
    for (guint i = 0; i < MANY; i++) {
        g_autofree char *name = g_strdup_printf("Number %u", i);
        g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
        g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());

        care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
        if (!care_flow_save(transaction, customer, NULL, error))
            return FALSE;
        care_record_set_text(device, CARE_DEVICE_NAME, name);
        care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(customer));
        if (!care_flow_save(transaction, device, NULL, error)
            || !care_flow_remove(transaction, &care_customer_kind, care_record_id(customer), error))
            return FALSE;
    }
    return TRUE;
}

static void
test_killed_in_between(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) victim = NULL;
    gint64 left = MANY;

    g_assert_true(care_store_write(shop->store, add_many, NULL, &error));
    come_back(shop, 31);
    be_at_work(shop->store);
    victim = g_subprocess_new(G_SUBPROCESS_FLAGS_NONE, &error, program, "--victim", shop->dir, NULL);
    g_assert_no_error(error);
    while (left == MANY) {
        g_usleep(200);
        left = number(shop, "SELECT count(*) FROM customer");
    }
    g_subprocess_send_signal(victim, SIGKILL);
    g_subprocess_wait(victim, NULL, NULL);
    left = number(shop, "SELECT count(*) FROM customer");
    g_test_message("%d of %d left", (int)left, MANY);
    g_assert_cmpint(left, >, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), ==, left);
    assert_whole(shop);
    purge_after(shop, 31);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), ==, 0);
    assert_whole(shop);
}

static void
on_purged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_purge_finish(CARE_STORE(source), result, &error);
    g_assert_no_error(error);
    *(gboolean *)data = TRUE;
}

static void
purge_as_the_window_does(Shop *shop)
{
    gboolean done = FALSE;

    be_at_work(shop->store);
    care_purge_async(shop->store, on_purged, &done);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
}

static void
on_code_stored(GObject *source, GAsyncResult *result, gpointer data)
{
    *(int *)data = care_unlock_code_store_finish(CARE_STORE(source), result, NULL) ? 1 : 0;
}

static void
on_code_found(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree char *code = care_unlock_code_lookup_finish(CARE_STORE(source), result, NULL);

    *(int *)data = code != NULL ? 1 : 0;
}

/* The window reaches the keyring: one purge empties it, the next takes the job. */
static void
test_the_keyring_is_emptied(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    int stored = -1, found = -1;

    care_unlock_code_store_async(shop->store, care_record_id(job), "1234", on_code_stored, &stored);
    while (stored < 0)
        g_main_context_iteration(NULL, TRUE);
    if (stored == 0) {
        g_test_skip("there is no keyring here");
        return;
    }
    discard(shop, bea);
    come_back(shop, 31);
    purge_as_the_window_does(shop);
    g_assert_true(is_there(shop, job));
    while (number(shop, "SELECT count(*) FROM job WHERE has_code = 1") > 0)
        g_main_context_iteration(NULL, FALSE);
    care_unlock_code_lookup_async(shop->store, care_record_id(job), on_code_found, &found);
    while (found < 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(found, ==, 0);
    purge_as_the_window_does(shop);
    g_assert_false(is_there(shop, job));
    g_assert_false(is_there(shop, bea));
}

static void
on_changed(CareStore *store, CareChangeSet *changes, gpointer data)
{
    *(gboolean *)data |= care_change_set_has_kind(changes, "customer");
}

static void
test_the_window_is_told(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    gboolean told = FALSE;

    discard(shop, bea);
    come_back(shop, 31);
    g_signal_connect(shop->store, "changed", G_CALLBACK(on_changed), &told);
    purge_as_the_window_does(shop);
    g_assert_false(is_there(shop, bea));
    g_assert_true(told);
}

static void
expect_closed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_purge_finish(CARE_STORE(source), result, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    *(gboolean *)data = TRUE;
}

/* The window may close the shop between two chunks. */
static void
test_closed_in_between(Shop *shop, gconstpointer data)
{
    gboolean done = FALSE, told = FALSE;

    g_assert_true(care_store_write(shop->store, add_many, NULL, NULL));
    come_back(shop, 31);
    be_at_work(shop->store);
    g_signal_connect(shop->store, "changed", G_CALLBACK(on_changed), &told);
    care_purge_async(shop->store, expect_closed, &done);
    while (!told) /* the first chunk is behind what lies beside the shop */
        g_main_context_iteration(NULL, TRUE);
    care_store_close(shop->store);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
    come_back(shop, 31);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), <, MANY); /* one goes before whose it is */
    assert_whole(shop);
}

static int
be_the_victim(const char *dir)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed(care_date_add_days(DELETED, 31));
    g_autoptr(CareStore) store = care_store_open(dir, clock, 0, NULL);

    return store != NULL && purge_now(store, NULL) ? 0 : 1;
}

static char *
put_copy(Shop *shop, const char *name)
{
    char *path = g_build_filename(shop->dir, name, NULL);

    g_assert_true(g_file_set_contents(path, "whole", -1, NULL));
    return path;
}

/* What a migration left beside the shop: 30 days by the disk's clock, not by the shop's. */
static void
test_copies_from_before_a_migration(Shop *shop, gconstpointer data)
{
    g_autofree char *old = put_copy(shop, "aftercare.db.before-2");
    g_autofree char *killed = put_copy(shop, "aftercare.db.before-2.part");
    g_autofree char *young = put_copy(shop, "aftercare.db.before-3");
    g_autofree char *other = put_copy(shop, "aftercare.db.mine");

    make_old(old);
    make_old(killed);
    make_old(other);
    purge_after(shop, 0);
    g_assert_false(g_file_test(old, G_FILE_TEST_EXISTS));
    g_assert_false(g_file_test(killed, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(young, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(other, G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
    program = argv[0];
    if (argc == 3 && strcmp(argv[1], "--victim") == 0)
        return be_the_victim(argv[2]);
    g_test_init(&argc, &argv, NULL);
    add_test("/purge-work/unlock-code", test_an_unlock_code_goes_first);
    add_test("/purge-work/codes-of-a-command", test_a_command_leaves_codes_to_the_window);
    add_test("/purge-work/files", test_files);
    add_test("/purge-work/logo-of-an-invoice", test_logo_of_an_invoice);
    add_test("/purge-work/copies", test_copies_from_before_a_migration);
    add_test("/purge-work/old-import", test_an_old_import_is_closed);
    add_test("/purge-work/young-import", test_a_young_import_forgets_too);
    add_test("/purge-work/killed", test_killed_in_between);
    add_test("/purge-work/keyring", test_the_keyring_is_emptied);
    add_test("/purge-work/told", test_the_window_is_told);
    add_test("/purge-work/closed", test_closed_in_between);
    return g_test_run();
}
