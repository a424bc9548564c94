/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, deleting and bringing back; what a store does when it is closed. */
#include "common/records.h"
#include "core/errors.h"

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
    g_assert_true(care_test_store_save(shop->store, customer, NULL));
    g_assert_cmpstr(care_record_text(customer, CARE_CUSTOMER_NAME), ==, "Bea Lind");
}

static void
test_a_refused_record_changes_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) loaded = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_BIRTHDAY, "1980-02-31");
    g_assert_false(care_test_store_save(shop->store, customer, &error));
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

static void
test_deleted_and_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    CareId id = care_record_id(customer);

    g_assert_cmpuint(shop_hits(shop, "koch"), ==, 1);
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, id, NULL));
    g_assert_cmpuint(shop_hits(shop, "koch"), ==, 0);
    g_assert_true(care_store_write(shop->store, care_test_undelete, customer, NULL));
    g_assert_cmpuint(shop_hits(shop, "koch"), ==, 1);
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
        care_store_write_async(shop->store, CARE_PRIORITY_BACKGROUND, care_test_save, customer,
                               g_object_unref, NULL, on_written, &done[i]);
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

static gpointer
never_called(CareConnection *connection, gpointer data, GError **error)
{
    g_assert_not_reached();
}

static void
on_refused(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(care_store_read_finish(CARE_STORE(source), result, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    *(gboolean *)data = TRUE;
}

/* Work in steps may come back when the shop is closed: it is refused at every door, with a sentence. */
static void
test_a_closed_store_refuses(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    gboolean refused = FALSE;
    g_autoptr(GError) error = NULL;

    care_store_close(shop->store);
    g_assert_null(care_store_get(shop->store, &care_customer_kind, care_record_id(customer), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_true(g_str_has_suffix(error->message, "."));
    g_clear_error(&error);
    g_assert_false(care_test_store_save(shop->store, customer, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_clear_error(&error);
    g_assert_false(care_connection_exec(care_store_reader(shop->store), "SELECT 1", &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store), "SELECT 1", -1), ==, -1);
    care_store_read_async(shop->store, never_called, NULL, NULL, NULL, NULL, on_refused, &refused);
    g_assert_true(care_store_read_wait(shop->store, 0));
    while (!refused)
        g_main_context_iteration(NULL, TRUE);
}

static gpointer
name_of(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autoptr(CareRecord) customer
        = care_transaction_load(transaction, &care_customer_kind, *(CareId *)data, error);

    return customer != NULL ? g_strdup(care_record_text(customer, CARE_CUSTOMER_NAME)) : NULL;
}

typedef struct {
    char *name;
    GError *error;
} Answer;

static void
on_named(GObject *source, GAsyncResult *result, gpointer data)
{
    Answer *answer = data;

    answer->name = care_store_run_finish(CARE_STORE(source), result, &answer->error);
}

static void
ask_name(Shop *shop, CareId id, Answer *answer)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *name = care_store_run(shop->store, name_of, &id, g_free, &error);

    care_store_run_async(shop->store, name_of, g_memdup2(&id, sizeof id), g_free, g_free, on_named, answer);
    while (answer->name == NULL && answer->error == NULL)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpstr(name, ==, answer->name);
    g_assert_true((error == NULL) == (answer->error == NULL));
}

static void
test_a_transaction_answers(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    Answer answer = { 0 };

    ask_name(shop, care_record_id(customer), &answer);
    g_assert_cmpstr(answer.name, ==, "Bea Koch");
    g_clear_pointer(&answer.name, g_free);
    ask_name(shop, 4711, &answer);
    g_assert_error(answer.error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    g_clear_error(&answer.error);
}

static guint
count_statements(CareConnection *connection)
{
    guint n = 0;

    for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(care_connection_handle(connection), s)) != NULL;)
        n++;
    return n;
}

/* Thousands of texts, of which one is asked again and again. */
static void
test_statements_are_bounded(Shop *shop, gconstpointer data)
{
    CareConnection *reader = care_store_reader(shop->store);
    CareStatement *favourite = NULL;

    for (int i = 0; i < 2000; i++) {
        g_autofree char *sql = g_strdup_printf("SELECT %d", i);
        g_autoptr(CareStatement) again = care_connection_prepare(reader, "SELECT 'again'", NULL);

        g_assert_cmpint(care_connection_int(reader, sql, -1), ==, i);
        g_assert_true(favourite == NULL || again == favourite);
        favourite = again;
        g_assert_cmpuint(count_statements(reader), <=, 65);
    }
}

/* The same text in use twice at once: two statements, of which one stays. */
static void
test_statements_in_use(Shop *shop, gconstpointer data)
{
    CareConnection *reader = care_store_reader(shop->store);
    guint before = count_statements(reader);

    for (int i = 0; i < 3; i++) {
        g_autoptr(CareStatement) outer
            = care_connection_prepare(reader, "SELECT ?1 UNION ALL SELECT 2", NULL);
        g_autoptr(CareStatement) inner
            = care_connection_prepare(reader, "SELECT ?1 UNION ALL SELECT 2", NULL);

        care_statement_bind_int(outer, 1, 1);
        care_statement_bind_int(inner, 1, 7);
        g_assert_true(care_statement_step(outer, NULL) && care_statement_step(inner, NULL));
        g_assert_cmpint(care_statement_int(outer, 0), ==, 1);
        g_assert_cmpint(care_statement_int(inner, 0), ==, 7);
    }
    g_assert_cmpuint(count_statements(reader), ==, before + 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/store/saved-is-loaded", Shop, NULL, shop_set_up, test_saved_is_loaded, shop_tear_down);
    g_test_add("/store/renaming", Shop, NULL, shop_set_up, test_renaming_a_part_renames, shop_tear_down);
    g_test_add("/store/refused", Shop, NULL, shop_set_up, test_a_refused_record_changes_nothing,
               shop_tear_down);
    g_test_add("/store/many", Shop, NULL, shop_set_up, test_many_in_the_order_asked, shop_tear_down);
    g_test_add("/store/deleted-and-back", Shop, NULL, shop_set_up, test_deleted_and_back, shop_tear_down);
    g_test_add("/store/closing-waits", Shop, NULL, shop_set_up, test_closing_waits, shop_tear_down);
    g_test_add("/store/closed", Shop, NULL, shop_set_up, test_a_closed_store_refuses, shop_tear_down);
    g_test_add("/store/answers", Shop, NULL, shop_set_up, test_a_transaction_answers, shop_tear_down);
    g_test_add("/store/statements-bounded", Shop, NULL, shop_set_up, test_statements_are_bounded,
               shop_tear_down);
    g_test_add("/store/statements-in-use", Shop, NULL, shop_set_up, test_statements_in_use, shop_tear_down);
    return g_test_run();
}
