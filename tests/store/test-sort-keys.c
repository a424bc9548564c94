/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists have the order of the shop's language, whoever writes; another language makes the keys anew. */
#include "common/records.h"
#include "store/sort-keys.h"

#include "core/errors.h"
#include "model/device.h"
#include "store/query-model.h"

#include "fixture.h"

#define LIST "customers/by-name"

static void
reopen(Shop *shop)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static void
follow(Shop *shop, const char *locale)
{
    g_autoptr(GError) error = NULL;

    care_sort_keys_follow_now(shop->store, locale, &error);
    g_assert_no_error(error);
}

static void
add_customers(Shop *shop, const char *names)
{
    g_auto(GStrv) list = g_strsplit(names, " ", -1);

    for (guint i = 0; list[i] != NULL; i++)
        g_object_unref(shop_add_customer(shop, list[i], NULL));
}

static char *
listed(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) records = care_store_query(shop->store, &care_customer_kind, &error, LIST, "");
    g_autoptr(GString) names = g_string_new(NULL);

    g_assert_no_error(error);
    for (guint i = 0; i < records->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "",
                               care_record_text(records->pdata[i], CARE_CUSTOMER_NAME));
    return g_string_free_and_steal(g_steal_pointer(&names));
}

static void
assert_listed(Shop *shop, const char *names)
{
    g_autofree char *found = listed(shop);

    g_assert_cmpstr(found, ==, names);
}

static gint64
number(Shop *shop, const char *sql)
{
    return care_connection_int(care_store_reader(shop->store), sql, -1);
}

static gboolean
run_sql(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_connection_exec(care_transaction_connection(transaction), data, error);
}

static void
sql(Shop *shop, const char *text)
{
    g_autoptr(GError) error = NULL;

    care_store_write(shop->store, run_sql, (gpointer)text, &error);
    g_assert_no_error(error);
}

static void
test_languages_differ(Shop *shop, gconstpointer data)
{
    add_customers(shop, "Zander Ärla Anna Berta");
    assert_listed(shop, "Anna Ärla Berta Zander");
    follow(shop, "sv_SE.UTF-8");
    assert_listed(shop, "Anna Berta Zander Ärla");
    follow(shop, "de_DE.UTF-8");
    assert_listed(shop, "Anna Ärla Berta Zander");
    follow(shop, "C.UTF-8");
    assert_listed(shop, "Anna Ärla Berta Zander");
}

/* As the command line does: no word of a language, and yet the shop's order. */
static void
test_everybody_writes_the_shops_order(Shop *shop, gconstpointer data)
{
    follow(shop, "sv_SE");
    reopen(shop);
    add_customers(shop, "Zander Ärla Berta");
    assert_listed(shop, "Berta Zander Ärla");
}

/* Another process changes the order while ours has the shop open. */
static void
test_the_order_may_change_meanwhile(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStore) other = care_store_open(shop->dir, shop->clock, 0, &error);

    g_assert_no_error(error);
    add_customers(shop, "Zander Berta");
    care_sort_keys_follow_now(other, "sv", &error);
    g_assert_no_error(error);
    add_customers(shop, "Ärla");
    assert_listed(shop, "Berta Zander Ärla");
}

static void
test_a_new_icu_makes_them_anew(Shop *shop, gconstpointer data)
{
    follow(shop, "sv");
    add_customers(shop, "Zander Ärla");
    sql(shop,
        "UPDATE customer SET sort_key = x'00'; UPDATE setting SET value = 'sv/0.1' WHERE key = 'sort-order'");
    follow(shop, "sv");
    assert_listed(shop, "Zander Ärla");
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer WHERE sort_key = x'00'"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM setting WHERE value = 'sv/0.1'"), ==, 0);
}

static void
test_what_fits_is_left_alone(Shop *shop, gconstpointer data)
{
    follow(shop, "sv");
    add_customers(shop, "Zander");
    sql(shop, "UPDATE customer SET sort_key = x'00'");
    follow(shop, "sv");
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer WHERE sort_key = x'00'"), ==, 1);
}

/* Killed between two chunks: what was done is not done again, the rest is, in every kind. */
static void
test_goes_on_where_it_was_cut_off(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autoptr(GError) error = NULL;

    add_customers(shop, "Ärla Zander Berta");
    care_record_set_text(device, CARE_DEVICE_NAME, "Bike");
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, number(shop, "SELECT max(id) FROM customer"));
    care_test_store_save(shop->store, device, &error);
    g_assert_no_error(error);
    follow(shop, "sv");
    sql(shop, "UPDATE customer SET sort_key = x'00'; UPDATE device SET sort_key = x'00';"
              "INSERT INTO setting (key, value) SELECT 'sort-rebuild', 'customer:' || min(id) FROM customer");
    reopen(shop);
    follow(shop, "sv");
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer WHERE sort_key = x'00'"), ==, 1);
    g_assert_cmpint(
        number(shop, "SELECT id = (SELECT min(id) FROM customer) FROM customer WHERE sort_key = x'00'"), ==,
        1);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device WHERE sort_key = x'00'"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM setting WHERE key = 'sort-rebuild'"), ==, 0);
}

typedef struct {
    guint told;
    gboolean many;
    gboolean settings;
} Told;

static void
on_changed(CareStore *store, CareChangeSet *changes, gpointer data)
{
    Told *told = data;

    told->told++;
    told->many |= care_change_set_is_many(changes, "customer");
    told->settings |= care_change_set_has_kind(changes, "setting");
}

static void
on_followed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_sort_keys_follow_finish(CARE_STORE(source), result, &error);
    g_assert_no_error(error);
    *(gboolean *)data = TRUE;
}

static gboolean
add_many(CareTransaction *transaction, gpointer data, GError **error)
{
    for (guint i = 0; i < 20000; i++) {
        g_autofree char *name = g_strdup_printf("%s %u", i % 2 ? "Zander" : "Ärla", i);
        g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

        care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
        if (!care_test_save(transaction, customer, error))
            return FALSE;
    }
    return TRUE;
}

/* Many chunks, one word to the views at the end; the list follows and keeps its rows. */
static void
test_told_once(Shop *shop, gconstpointer data)
{
    g_autoptr(CareQuery) query = care_query_new(LIST, "customer", "");
    g_autoptr(CareQueryModel) model = NULL;
    g_autoptr(CareRecord) first = NULL;
    g_autoptr(CareRecord) now = NULL;
    Told told = { 0 };
    gboolean done = FALSE;

    g_assert_true(care_store_write(shop->store, add_many, NULL, NULL));
    model = care_query_model_new(shop->store, &care_customer_kind);
    care_query_model_set_query(model, query);
    while (g_list_model_get_n_items(G_LIST_MODEL(model)) < 20000)
        g_main_context_iteration(NULL, TRUE);
    first = g_list_model_get_item(G_LIST_MODEL(model), 0);
    g_assert_cmpstr(care_record_text(first, CARE_CUSTOMER_NAME), ==, "Ärla 0");
    g_signal_connect(shop->store, "changed", G_CALLBACK(on_changed), &told);
    care_sort_keys_follow_async(shop->store, "sv", on_followed, &done);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpuint(told.told, ==, 1);
    g_assert_true(told.many);
    g_assert_false(told.settings);
    while (care_query_model_find(model, care_record_id(first)) != 10000)
        g_main_context_iteration(NULL, FALSE);
    now = g_list_model_get_item(G_LIST_MODEL(model), 10000);
    g_assert_true(now == first); /* the same object: what was selected stays so */
    g_assert_cmpint(number(shop, "SELECT count(*) FROM change WHERE record = 0 AND kind = 'customer'"), >=,
                    1);
}

static void
test_a_new_shop_says_what_it_sorts_by(Shop *shop, gconstpointer data)
{
    g_autoptr(CareCollator) common = care_collator_new(NULL);
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Ann", NULL);
    g_autofree char *order = care_store_setting(shop->store, CARE_SETTING_SORT_ORDER);

    g_assert_cmpstr(order, ==, care_collator_order(common));
}

static void
test_strange_languages(void)
{
    static const char *const common[] = { "C", "POSIX", "C.UTF-8", "", "xx_YY.UTF-8@nothing", "!!" };
    g_autoptr(CareCollator) root = care_collator_new(NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(common); i++) {
        g_autoptr(CareCollator) collator = care_collator_new(common[i]);

        g_test_message("%s", common[i]);
        g_assert_cmpstr(care_collator_order(collator), ==, care_collator_order(root));
    }
}

static void
add_test(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_test("/sort-keys/languages", test_languages_differ);
    add_test("/sort-keys/everybody", test_everybody_writes_the_shops_order);
    add_test("/sort-keys/meanwhile", test_the_order_may_change_meanwhile);
    add_test("/sort-keys/new-icu", test_a_new_icu_makes_them_anew);
    add_test("/sort-keys/left-alone", test_what_fits_is_left_alone);
    add_test("/sort-keys/cut-off", test_goes_on_where_it_was_cut_off);
    add_test("/sort-keys/told-once", test_told_once);
    add_test("/sort-keys/new-shop", test_a_new_shop_says_what_it_sorts_by);
    g_test_add_func("/sort-keys/strange-languages", test_strange_languages);
    return g_test_run();
}
