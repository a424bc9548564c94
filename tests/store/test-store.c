/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, deleting, undoing and finding. */
#include "core/errors.h"
#include "store/search.h"

#include "fixture.h"

static void
test_saved_is_loaded(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", "+49 157 335 21 78");
    g_autoptr(CareRecord) loaded
        = care_store_get(shop->store, &care_customer_kind, care_record_id(customer), NULL);

    g_assert_true(care_record_equal(customer, loaded));
    g_assert_cmpstr(care_record_text(loaded, CARE_CUSTOMER_GIVEN), ==, "Bea");
    g_assert_cmpstr(care_record_text(loaded, CARE_CUSTOMER_FAMILY), ==, "Koch");
    g_assert_cmpstr(care_record_text(loaded, CARE_CUSTOMER_TYPE), ==, "person");
    g_assert_cmpstr(care_record_text(loaded, CARE_CUSTOMER_SINCE), ==, "2026-11-24");
    g_assert_cmpstr(care_record_text(care_record_list_item(loaded, CARE_CUSTOMER_PHONES, 0), 2), ==,
                    "01573352178");
}

static void
test_renaming_a_part_renames(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);

    care_record_set_text(customer, CARE_CUSTOMER_FAMILY, "Lind");
    g_assert_true(care_store_save(shop->store, customer, NULL));
    g_assert_cmpstr(care_record_text(customer, CARE_CUSTOMER_NAME), ==, "Bea Lind");
}

static void
test_a_refused_record_changes_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) loaded = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_BIRTHDAY, "1980-02-31");
    g_assert_false(care_store_save(shop->store, customer, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    loaded = care_store_get(shop->store, &care_customer_kind, care_record_id(customer), NULL);
    g_assert_false(care_record_is_set(loaded, CARE_CUSTOMER_BIRTHDAY));
}

/* A search finds the best first, and so they are shown; who is gone is left out. */
static void
test_many_in_the_order_asked(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) cem = shop_add_customer(shop, "Cem Arslan", NULL);
    CareId ids[] = { care_record_id(cem), 4711, care_record_id(bea), care_record_id(cem) };
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found
        = care_store_get_many(shop->store, &care_customer_kind, ids, G_N_ELEMENTS(ids), &error);

    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 3);
    g_assert_cmpint(care_record_id(found->pdata[0]), ==, care_record_id(cem));
    g_assert_cmpint(care_record_id(found->pdata[1]), ==, care_record_id(bea));
    g_assert_cmpint(care_record_id(found->pdata[2]), ==, care_record_id(cem));
}

static guint
hits(Shop *shop, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = care_search(care_store_reader(shop->store), text, 50, &error);

    g_assert_no_error(error);
    return found->len;
}

static void
test_deleted_and_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    CareId id = care_record_id(customer);

    g_assert_cmpuint(hits(shop, "koch"), ==, 1);
    g_assert_true(care_store_remove(shop->store, &care_customer_kind, id, NULL));
    g_assert_cmpuint(hits(shop, "koch"), ==, 0);
    care_store_remove_async(shop->store, &care_customer_kind, id, TRUE, NULL, NULL);
    while (hits(shop, "koch") == 0)
        g_main_context_iteration(NULL, TRUE);
}

static void
test_search(Shop *shop, gconstpointer data)
{
    const char *text = data;
    g_autoptr(CareRecord) a = shop_add_customer(shop, "Bea Kočh-Łuczak", "+49 157 335 21 78");
    g_autoptr(CareRecord) b = shop_add_customer(shop, "Søren Ødegård", "0171 900 41 15");

    g_assert_cmpuint(hits(shop, text), ==, 1);
}

static void
test_search_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) a = shop_add_customer(shop, "Bea Koch", "0157");

    g_assert_cmpuint(hits(shop, data), ==, 0);
}

static void
count_changes(CareStore *store, CareChangeSet *changes, guint *n)
{
    g_assert_true(care_change_set_has_kind(changes, "customer"));
    (*n)++;
}

static gboolean
save_then_fail(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Nobody");
    g_assert_true(care_transaction_save(transaction, customer, NULL));
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
    g_assert_cmpuint(hits(shop, "nobody"), ==, 0);
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
save_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_save(transaction, data, error);
}

/* Keeps the worker busy, so that what comes next stands in its queue. */
static gboolean
dawdle(CareTransaction *transaction, gpointer data, GError **error)
{
    g_usleep(100 * 1000);
    return TRUE;
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    *(int *)data = care_store_write_finish(CARE_STORE(source), result, NULL) ? 1 : 0;
}

/* What was handed over is written, whatever its priority; what comes later is refused and crashes nothing. */
static void
test_closing_waits(Shop *shop, gconstpointer data)
{
    int done[] = { -1, -1 };
    g_autoptr(GError) error = NULL;

    care_store_write_async(shop->store, CARE_PRIORITY_BACKGROUND, dawdle, NULL, NULL, NULL, NULL, NULL);
    for (gsize i = 0; i < 2; i++) {
        CareRecord *customer = CARE_RECORD(care_customer_new());

        care_record_set_text(customer, CARE_CUSTOMER_NAME, i == 0 ? "In Time" : "Too Late");
        care_store_write_async(shop->store, CARE_PRIORITY_BACKGROUND, save_closure, customer, g_object_unref,
                               NULL, on_written, &done[i]);
        care_store_close(shop->store);
    }
    while (done[0] < 0 || done[1] < 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(done[0], ==, 1);
    g_assert_cmpint(done[1], ==, 0);
    g_clear_object(&shop->store);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store), "SELECT count(*) FROM customer", -1),
                    ==, 1);
}

int
main(int argc, char **argv)
{
    static const char *const finds[]
        = { "335", "178", "3352", "157 335", "+49 157 335", "koch",    "luczak",
            "bea", "och", "b",    "be",      "bea k",       "Bea Koc", "ŁUCZAK" };
    static const char *const finds_not[]
        = { "", " ", "zzz", "99", "\"", "*", "AND", "bea NOT", "😀", "koch 999" };

    g_test_init(&argc, &argv, NULL);
    g_test_add("/store/closing-waits", Shop, NULL, shop_set_up, test_closing_waits, shop_tear_down);
    g_test_add("/store/saved-is-loaded", Shop, NULL, shop_set_up, test_saved_is_loaded, shop_tear_down);
    g_test_add("/store/renaming", Shop, NULL, shop_set_up, test_renaming_a_part_renames, shop_tear_down);
    g_test_add("/store/many", Shop, NULL, shop_set_up, test_many_in_the_order_asked, shop_tear_down);
    g_test_add("/store/refused", Shop, NULL, shop_set_up, test_a_refused_record_changes_nothing,
               shop_tear_down);
    g_test_add("/store/deleted-and-back", Shop, NULL, shop_set_up, test_deleted_and_back, shop_tear_down);
    g_test_add("/store/changes", Shop, NULL, shop_set_up, test_changes_are_told_once_and_only_when_kept,
               shop_tear_down);
    g_test_add("/store/undone", Shop, NULL, shop_set_up, test_what_was_undone_is_not_told_later,
               shop_tear_down);
    g_test_add("/store/other-process", Shop, NULL, shop_set_up, test_another_process_is_noticed,
               shop_tear_down);
    for (gsize i = 0; i < G_N_ELEMENTS(finds); i++) {
        g_autofree char *path = g_strconcat("/search/finds/", finds[i], NULL);

        g_test_add(path, Shop, finds[i], shop_set_up, test_search, shop_tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(finds_not); i++) {
        g_autofree char *path = g_strdup_printf("/search/finds-nothing/%zu", i);

        g_test_add(path, Shop, finds_not[i], shop_set_up, test_search_nothing, shop_tear_down);
    }
    return g_test_run();
}
