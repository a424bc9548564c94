/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Replay: the runs that a CareQueryModel emits, applied to a shadow array, equal a fresh query after every change. */
#include <string.h>

#include "common/records.h"
#include "store/id-diff.h"
#include "store/query-model.h"

#include "fixture.h"

static const char by_name[] = "customers/by-name";

static void
replay(GListModel *model, guint position, guint removed, guint added, GArray *shadow)
{
    g_assert_cmpuint(position + removed, <=, shadow->len);
    if (removed > 0)
        g_array_remove_range(shadow, position, removed);
    for (guint i = 0; i < added; i++) {
        CareId id = care_query_model_id_at(CARE_QUERY_MODEL(model), position + i);

        g_array_insert_val(shadow, position + i, id);
    }
    g_assert_cmpuint(shadow->len, ==, g_list_model_get_n_items(model));
}

static void
assert_shadow_is_fresh(Shop *shop, GArray *shadow)
{
    g_autoptr(CareQuery) query = care_query_new(by_name, "customer", "");
    g_autoptr(GArray) fresh = care_query_run(query, care_store_reader(shop->store), 0, NULL);

    g_assert_cmpmem(shadow->data, shadow->len * sizeof(CareId), fresh->data, fresh->len * sizeof(CareId));
}

static void
settle(CareQueryModel *model)
{
    while (care_query_model_is_loading(model))
        g_main_context_iteration(NULL, TRUE);
}

static void
change_something(Shop *shop, GRand *rand, GArray *shadow)
{
    g_autofree char *name = g_strdup_printf("%c%x", 'A' + g_rand_int_range(rand, 0, 26), g_rand_int(rand));
    int what = shadow->len == 0 ? 0 : g_rand_int_range(rand, 0, 3);
    CareId id = shadow->len == 0
                    ? 0
                    : g_array_index(shadow, CareId, (guint)g_rand_int_range(rand, 0, (gint32)shadow->len));
    g_autoptr(CareRecord) customer = NULL;

    if (what == 0) {
        customer = shop_add_customer(shop, name, NULL);
    } else if (what == 1) {
        g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, id, NULL));
    } else {
        customer = care_store_get(shop->store, &care_customer_kind, id, NULL);
        care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
        g_assert_true(care_test_store_save(shop->store, customer, NULL));
    }
}

static void
test_replay(Shop *shop, gconstpointer data)
{
    g_autoptr(CareQueryModel) model = care_query_model_new(shop->store, &care_customer_kind);
    g_autoptr(CareQuery) query = care_query_new(by_name, "customer", "");
    g_autoptr(GArray) shadow = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(GRand) rand = g_rand_new_with_seed(GPOINTER_TO_UINT(data));

    g_signal_connect(model, "items-changed", G_CALLBACK(replay), shadow);
    care_query_model_set_query(model, query);
    for (int i = 0; i < 60; i++) {
        change_something(shop, rand, shadow);
        settle(model);
        assert_shadow_is_fresh(shop, shadow);
    }
    care_query_model_set_query(model, NULL);
    g_assert_cmpuint(shadow->len, ==, 0);
}

static void
test_objects_are_shared_and_kept_fresh(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareQueryModel) model = care_query_model_new(shop->store, &care_customer_kind);
    g_autoptr(CareQuery) query = care_query_new(by_name, "customer", "");
    g_autoptr(CareRecord) row = NULL, again = NULL;

    care_query_model_set_query(model, query);
    row = g_list_model_get_item(G_LIST_MODEL(model), 0);
    care_record_set_text(customer, CARE_CUSTOMER_NOTE, "Rides to work");
    g_assert_true(care_test_store_save(shop->store, customer, NULL));
    g_assert_cmpstr(care_record_text(row, CARE_CUSTOMER_NOTE), ==, "Rides to work");
    again = g_list_model_get_item(G_LIST_MODEL(model), 0);
    g_assert_true(row == again);
    settle(model);
}

static void
test_a_vanished_row_gives_a_placeholder(Shop *shop, gconstpointer data)
{
    CareId nobody = 42;
    g_autoptr(CareQueryModel) model = care_query_model_new(shop->store, &care_customer_kind);
    g_autoptr(CareQuery) query = care_query_new_ids(&nobody, 1, "customer");
    g_autoptr(CareRecord) row = NULL;

    care_query_model_set_query(model, query);
    row = g_list_model_get_item(G_LIST_MODEL(model), 0);
    g_assert_nonnull(row);
    g_assert_cmpint(care_record_id(row), ==, nobody);
}

static void
test_one_change_is_one_run(void)
{
    const CareId before[] = { 1, 2, 3, 4, 5, 6 };
    const CareId moved[] = { 1, 5, 2, 3, 4, 6 };
    const CareId added[] = { 1, 2, 3, 9, 4, 5, 6 };
    const CareId gone[] = { 1, 2, 4, 5, 6 };
    g_autoptr(GArray) a = care_id_diff(before, 6, added, 7);
    g_autoptr(GArray) g = care_id_diff(before, 6, gone, 5);
    g_autoptr(GArray) m = care_id_diff(before, 6, moved, 6);
    g_autoptr(GArray) same = care_id_diff(before, 6, before, 6);

    g_assert_cmpuint(a->len, ==, 1);
    g_assert_cmpuint(g->len, ==, 1);
    g_assert_cmpuint(m->len, <=, 2);
    g_assert_cmpuint(same->len, ==, 0);
}

/* A long answer: a screenful at once, all of it soon; what happens meanwhile is not lost. */
static void
test_the_rest_follows(Shop *shop, gconstpointer data)
{
    g_autoptr(CareQueryModel) model = care_query_model_new(shop->store, &care_customer_kind);
    g_autoptr(CareQuery) all = care_query_new(by_name, "customer", "");
    g_autoptr(CareQuery) newest = care_query_new("customers/newest", "customer", "i", (gint64)-1);
    g_autoptr(GArray) shadow = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(CareRecord) late = NULL;

    for (guint i = 0; i < 300; i++) {
        g_autofree char *name = g_strdup_printf("Customer %03u", i);
        g_autoptr(CareRecord) customer = shop_add_customer(shop, name, NULL);
    }
    g_signal_connect(model, "items-changed", G_CALLBACK(replay), shadow);
    care_query_model_set_query(model, newest);
    g_assert_cmpuint(shadow->len, >, 0);
    g_assert_cmpuint(shadow->len, <, 64);
    care_query_model_set_query(model, all); /* another question before the first was answered */
    g_assert_cmpuint(shadow->len, <, 64);
    late = shop_add_customer(shop, "Customer 0", NULL); /* stands first, while the rest is on its way */
    settle(model);
    g_assert_cmpuint(shadow->len, ==, 301);
    g_assert_cmpuint(care_query_model_total(model), ==, 301);
    assert_shadow_is_fresh(shop, shadow);
}

static int
count(unsigned type, void *data, void *statement, void *sql)
{
    g_ptr_array_add(data, g_strdup(sql));
    return 0;
}

/* Of four lists one shows the customer: one row is read again, once, and no list asks which rows it has. */
typedef struct {
    CareId id;
    gboolean gone;
} Held;

static void
look_for_held(CareQueryModel *model, guint position, guint removed, guint added, Held *held)
{
    held->gone = held->gone || care_query_model_find(model, held->id) == G_MAXUINT;
}

static gboolean
add_many(CareTransaction *transaction, gpointer data, GError **error)
{
    for (guint i = 0; i < 300; i++) {
        g_autofree char *name = g_strdup_printf("Aaron %03u", i);
        g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

        care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
        if (!care_test_save(transaction, customer, error))
            return FALSE;
    }
    return TRUE;
}

/* However many come before it, a row that stays is there all the time: the cursor may stand on it. */
static void
test_a_row_stays_while_many_come(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) zoe = shop_add_customer(shop, "Zoe Last", NULL);
    g_autoptr(CareQueryModel) model = care_query_model_new(shop->store, &care_customer_kind);
    g_autoptr(CareQuery) query = care_query_new(by_name, "customer", "");
    Held held = { care_record_id(zoe), FALSE };

    care_query_model_set_query(model, query);
    settle(model);
    g_signal_connect(model, "items-changed", G_CALLBACK(look_for_held), &held);
    g_assert_true(care_store_write(shop->store, add_many, NULL, NULL));
    settle(model);
    g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 301);
    g_assert_false(held.gone);
}

static void
test_a_note_is_one_row_of_one_list(Shop *shop, gconstpointer data)
{
    sqlite3 *reader = care_connection_handle(care_store_reader(shop->store));
    g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareQuery) all = care_query_new(by_name, "customer:name", "");
    g_autoptr(CareRecord) shown = NULL;
    CareQueryModel *models[4];
    guint rows = 0;

    for (guint i = 0; i < G_N_ELEMENTS(models); i++) {
        models[i] = care_query_model_new(shop->store, &care_customer_kind);
        care_query_model_set_query(models[i], all);
        settle(models[i]);
    }
    shown = g_list_model_get_item(G_LIST_MODEL(models[0]), 0);
    sqlite3_trace_v2(reader, SQLITE_TRACE_STMT, count, statements);
    care_record_set_text(ann, CARE_CUSTOMER_NOTE, "VIP");
    g_assert_true(care_test_store_save(shop->store, ann, NULL));
    sqlite3_trace_v2(reader, 0, NULL, NULL);
    for (guint i = 0; i < statements->len; i++)
        rows += strstr(statements->pdata[i], "FROM customer WHERE id IN") != NULL;
    g_assert_cmpuint(rows, ==, 1);
    g_assert_cmpstr(care_record_text(shown, CARE_CUSTOMER_NOTE), ==, "VIP");
    for (guint i = 0; i < G_N_ELEMENTS(models); i++) {
        g_assert_false(care_query_model_is_loading(models[i]));
        g_object_unref(models[i]);
    }
}

static int
refuse(void *data)
{
    return 1;
}

static guint told;

/* Counts what is said of a list; the rest ends the test as ever. */
static GLogWriterOutput
listen(GLogLevelFlags level, const GLogField *fields, gsize n, gpointer data)
{
    for (gsize i = 0; i < n; i++)
        if (g_str_equal(fields[i].key, "MESSAGE")
            && g_str_has_prefix(fields[i].value, "list of customer: ")) {
            told++;
            return G_LOG_WRITER_HANDLED;
        }
    return g_log_writer_default(level, fields, n, data);
}

/* The question that the main thread cannot answer: "first", another one; "again", the same one anew. It is told, and
 * answered all the same. */
static void
test_a_failure_is_told(Shop *shop, gconstpointer data)
{
    sqlite3 *reader = care_connection_handle(care_store_reader(shop->store));
    g_autoptr(CareQueryModel) model = care_query_model_new(shop->store, &care_customer_kind);
    g_autoptr(CareQuery) all = care_query_new(by_name, "customer", "");
    g_autoptr(CareQuery) newest = care_query_new("customers/newest", "", "i", (gint64)-1);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);

    care_query_model_set_query(model, all);
    settle(model);
    g_assert_cmpint(care_query_model_id_at(model, 0), ==, care_record_id(ann));
    sqlite3_progress_handler(reader, 1, refuse, NULL);
    told = 0;
    if (g_str_equal(data, "again"))
        care_query_model_follow(model, newest);
    else
        care_query_model_set_query(model, newest);
    sqlite3_progress_handler(reader, 0, NULL, NULL);
    g_assert_cmpuint(told, ==, 1);
    if (g_str_equal(data, "first"))
        g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 0);
    settle(model);
    g_assert_cmpint(care_query_model_id_at(model, 0), ==, care_record_id(bea));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_log_set_writer_func(listen, NULL, NULL);
    for (guint seed = 1; seed <= 8; seed++) {
        g_autofree char *path = g_strdup_printf("/query-model/replay/%u", seed);

        g_test_add(path, Shop, GUINT_TO_POINTER(seed), shop_set_up, test_replay, shop_tear_down);
    }
    g_test_add("/query-model/shared", Shop, NULL, shop_set_up, test_objects_are_shared_and_kept_fresh,
               shop_tear_down);
    g_test_add("/query-model/stays", Shop, NULL, shop_set_up, test_a_row_stays_while_many_come,
               shop_tear_down);
    g_test_add("/query-model/note", Shop, NULL, shop_set_up, test_a_note_is_one_row_of_one_list,
               shop_tear_down);
    g_test_add("/query-model/placeholder", Shop, NULL, shop_set_up, test_a_vanished_row_gives_a_placeholder,
               shop_tear_down);
    g_test_add("/query-model/failure/first", Shop, "first", shop_set_up, test_a_failure_is_told,
               shop_tear_down);
    g_test_add("/query-model/failure/again", Shop, "again", shop_set_up, test_a_failure_is_told,
               shop_tear_down);
    g_test_add("/query-model/rest-follows", Shop, NULL, shop_set_up, test_the_rest_follows, shop_tear_down);
    g_test_add_func("/query-model/one-run", test_one_change_is_one_run);
    return g_test_run();
}
