/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change tells whom: once, when it is kept, to whoever shows it. */
#include "common/records.h"
#include "core/errors.h"
#include "model/device.h"
#include "model/invoice.h"
#include "store/watch.h"

#include "fixture.h"

static gboolean
concerns(CareRecord *shown, const char *kind, CareId id)
{
    g_autoptr(CareChangeSet) changes = care_change_set_new();

    care_change_set_add(changes, kind, id, CARE_CHANGE_UPDATE, CARE_FIELDS_ALL);
    return care_change_set_concerns(changes, shown);
}

/* A page is read again for what it shows, and not for the rest of an import. */
static void
test_what_a_page_depends_on(void)
{
    g_autoptr(CareRecord) bea = CARE_RECORD(care_customer_new());
    g_autoptr(CareRecord) bike = CARE_RECORD(care_device_new());
    g_autoptr(CareRecord) bill = CARE_RECORD(care_invoice_new());

    care_record_set_id(bea, 1);
    care_record_set_int(bea, CARE_CUSTOMER_REFERRED_BY, 2);
    care_record_set_id(bike, 3);
    care_record_set_int(bike, CARE_DEVICE_CUSTOMER, 1);
    care_record_set_id(bill, 4);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_customer_field(*kind) >= 0)
            g_assert_true(concerns(bea, (*kind)->name, 99));
    g_assert_true(concerns(bea, "customer", 1) && concerns(bea, "customer", 2));
    g_assert_true(concerns(bea, "staff", 99) && concerns(bea, "deferral", 99));
    g_assert_false(concerns(bea, "customer", 3) || concerns(bea, "setting", 1));
    g_assert_true(concerns(bike, "customer", 1) && concerns(bike, "job", 99));
    g_assert_false(concerns(bike, "customer", 2) || concerns(bike, "device", 9) || concerns(bike, "gift", 9));
    g_assert_true(concerns(bill, "payment", 99) && concerns(bill, "device", 99));
}

static void
count_changes(CareStore *store, CareChangeSet *changes, guint *n)
{
    g_assert_true(care_change_set_has_kind(changes, "customer"));
    (*n)++;
}

/* What two programs on one shop tell each other of a change: its kind, and its fields. */
static void
test_which_fields(Shop *shop, gconstpointer data)
{
    static const struct {
        int field; /* -1: it is deleted */
        const char *depends;
        gboolean concerned;
    } cases[] = {
        { CARE_CUSTOMER_NOTE, "customer", TRUE },
        { CARE_CUSTOMER_NOTE, "customer:note", TRUE },
        { CARE_CUSTOMER_NOTE, "device,customer:name phones", FALSE },
        { CARE_CUSTOMER_NOTE, "customer:-note", FALSE },
        { CARE_CUSTOMER_NOTE, "customer:-name", TRUE },
        { CARE_CUSTOMER_PHONES, "customer:name phones", TRUE },
        { CARE_CUSTOMER_PHONES, "customer:name", FALSE },
        { -1, "customer:name", TRUE },
        { -1, "device", FALSE },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", "0171 900");
        gint64 seq = care_connection_int(care_store_reader(shop->store), "SELECT max(seq) FROM change", 0);
        g_autoptr(CareChangeSet) changes = NULL;

        if (cases[i].field < 0)
            g_assert_true(
                care_test_store_remove(shop->store, &care_customer_kind, care_record_id(ann), NULL));
        else if (cases[i].field == CARE_CUSTOMER_PHONES)
            care_record_set_text(care_record_list_item(ann, CARE_CUSTOMER_PHONES, 0), 1, "0171 901");
        else
            care_record_set_text(ann, cases[i].field, "VIP");
        if (cases[i].field >= 0)
            g_assert_true(care_test_store_save(shop->store, ann, NULL));
        changes = care_watch_read_changes(care_store_reader(shop->store), &seq);
        g_assert_cmpint(care_change_set_touches(changes, cases[i].depends), ==, cases[i].concerned);
    }
}

static gboolean
save_then_fail(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Nobody");
    g_assert_true(care_test_save(transaction, customer, NULL));
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, "no");
    return FALSE;
}

static void
expect_setting_only(CareStore *store, CareChangeSet *changes, guint *n)
{
    g_assert_true(care_change_set_has_kind(changes, "setting"));
    g_assert_false(care_change_set_has_kind(changes, "customer"));
    (*n)++;
}

static void
test_what_was_undone_is_not_told_later(Shop *shop, gconstpointer data)
{
    guint n = 0;

    g_signal_connect(shop->store, "changed", G_CALLBACK(expect_setting_only), &n);
    g_assert_false(care_store_write(shop->store, save_then_fail, NULL, NULL));
    g_assert_true(care_store_set_setting(shop->store, "shop-name", "Corner", NULL));
    g_assert_cmpuint(n, ==, 1);
}

static void
test_changes_are_told_once_and_only_when_kept(Shop *shop, gconstpointer data)
{
    guint n = 0;
    g_autoptr(CareRecord) customer = NULL;

    g_signal_connect(shop->store, "changed", G_CALLBACK(count_changes), &n);
    customer = shop_add_customer(shop, "Bea Koch", "0157");
    g_assert_cmpuint(n, ==, 1);
    g_assert_false(care_store_write(shop->store, save_then_fail, NULL, NULL));
    g_assert_cmpuint(n, ==, 1);
    g_assert_cmpuint(shop_hits(shop, "nobody"), ==, 0);
}

static void
test_another_process_is_noticed(Shop *shop, gconstpointer data)
{
    guint n = 0;
    g_autoptr(CareStore) watching = care_store_open(shop->dir, shop->clock, CARE_STORE_WATCH, NULL);
    g_autoptr(CareRecord) customer = NULL;

    g_signal_connect(watching, "changed", G_CALLBACK(count_changes), &n);
    customer = shop_add_customer(shop, "Bea Koch", "0157");
    while (n == 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpuint(n, ==, 1);
}

static gboolean
add_ten(CareTransaction *transaction, gpointer data, GError **error)
{
    for (guint i = 0; i < 10; i++) {
        g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

        care_record_set_text(customer, CARE_CUSTOMER_NAME, "One of Ten");
        if (!care_test_save(transaction, customer, error))
            return FALSE;
    }
    return TRUE;
}

/* Ten rows at once, so that no round number is ever the last. */
static void
test_old_changes_are_forgotten(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = shop_open_beside(shop);

    g_assert_true(
        care_connection_exec(beside,
                             "INSERT INTO change (seq, kind, record, op) VALUES (7, 'customer', 1, 'u');"
                             "INSERT INTO change (seq, kind, record, op) VALUES (21500, 'customer', 1, 'u')",
                             NULL));
    g_assert_true(care_store_write(shop->store, add_ten, NULL, NULL));
    g_assert_cmpint(care_connection_int(beside, "SELECT min(seq) FROM change", 0), ==, 21500);
    g_assert_cmpint(care_connection_int(beside, "SELECT max(seq) FROM change", 0), ==, 21510);
}

/* What other programs could not be told of is not kept. */
static void
test_a_change_that_cannot_be_told(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = shop_open_beside(shop);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(
        beside, "CREATE TRIGGER mute BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'mute'); END", NULL));
    g_assert_false(care_store_write(shop->store, add_ten, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_cmpint(care_connection_int(beside, "SELECT count(*) FROM customer", -1), ==, 0);
}

static void
test_a_newer_schema_appears(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = shop_open_beside(shop);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(beside, "PRAGMA user_version=999", NULL));
    g_assert_false(care_store_write(shop->store, add_ten, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_TOO_NEW);
    g_assert_cmpint(care_connection_int(beside, "SELECT count(*) FROM customer", -1), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/store/concerns", test_what_a_page_depends_on);
    g_test_add("/store/which-fields", Shop, NULL, shop_set_up, test_which_fields, shop_tear_down);
    g_test_add("/store/undone", Shop, NULL, shop_set_up, test_what_was_undone_is_not_told_later,
               shop_tear_down);
    g_test_add("/store/changes", Shop, NULL, shop_set_up, test_changes_are_told_once_and_only_when_kept,
               shop_tear_down);
    g_test_add("/store/other-process", Shop, NULL, shop_set_up, test_another_process_is_noticed,
               shop_tear_down);
    g_test_add("/store/old-changes", Shop, NULL, shop_set_up, test_old_changes_are_forgotten, shop_tear_down);
    g_test_add("/store/untold-change", Shop, NULL, shop_set_up, test_a_change_that_cannot_be_told,
               shop_tear_down);
    g_test_add("/store/newer-schema", Shop, NULL, shop_set_up, test_a_newer_schema_appears, shop_tear_down);
    return g_test_run();
}
