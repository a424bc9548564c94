/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, deleting, undoing and finding. */
#include <string.h>

#include "common/records.h"
#include "core/errors.h"
#include "model/device.h"
#include "model/invoice.h"
#include "store/phone-digits.h"
#include "store/search.h"
#include "store/sort-keys.h"
#include "store/watch.h"

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
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, id, NULL));
    g_assert_cmpuint(hits(shop, "koch"), ==, 0);
    g_assert_true(care_store_write(shop->store, care_test_undelete, customer, NULL));
    g_assert_cmpuint(hits(shop, "koch"), ==, 1);
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

static CareRecord *
add_device(Shop *shop, CareRecord *owner, const char *name, const char *serial)
{
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(device, CARE_DEVICE_NAME, name);
    care_record_set_text(device, CARE_DEVICE_SERIAL, serial);
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(owner));
    care_test_store_save(shop->store, device, &error);
    g_assert_no_error(error);
    return g_steal_pointer(&device);
}

static gboolean
add_crowd(CareTransaction *transaction, gpointer name, GError **error)
{
    for (guint i = 0; i < 260; i++) {
        g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
        g_autofree char *whole = g_strdup_printf("%s %u", (const char *)name, 1000 + i);

        care_record_set_text(customer, CARE_CUSTOMER_NAME, whole);
        if (!care_test_save(transaction, customer, error))
            return FALSE;
    }
    return TRUE;
}

static CareId
first_hit(Shop *shop, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = care_search(care_store_reader(shop->store), text, 50, &error);

    g_assert_no_error(error);
    return found->len > 0 ? ((CareSearchHit *)found->pdata[0])->id : 0;
}

/* Under whatever language the keys are. */
static void
test_the_equal_name_comes_first(Shop *shop, gconstpointer locale)
{
    g_autoptr(CareRecord) koch = shop_add_customer(shop, "Ängström", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_sort_keys_follow_now(shop->store, locale, &error));
    g_assert_true(care_store_write(shop->store, add_crowd, (gpointer) "Ängström", &error));
    g_assert_no_error(error);
    g_assert_cmpint(first_hit(shop, "Ängström"), ==, care_record_id(koch));
    g_assert_cmpint(first_hit(shop, " ÄNGSTRÖM"), ==, care_record_id(koch));
}

/* A word of somebody's name is worth more than the same letters within longer ones. */
static void
test_the_whole_word_comes_before_parts(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) koch = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_store_write(shop->store, add_crowd, (gpointer) "Kochmann", &error));
    g_assert_no_error(error);
    g_assert_cmpuint(hits(shop, "koch"), ==, 50);
    g_assert_cmpint(first_hit(shop, "koch"), ==, care_record_id(koch));
}

static void
test_numbers_from_abroad_while_typed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ida = shop_add_customer(shop, "Ida Berg", "+43 660 123 45 67");
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 335 21 78");
    static const char abroad[] = "0043 660 1234567", home[] = "0049 157 3352178";

    for (gsize n = strlen("0043 6"); n <= strlen(abroad); n++) {
        g_autofree char *typed = g_strndup(abroad, n);

        g_assert_cmpint(first_hit(shop, typed), ==, care_record_id(ida));
    }
    for (gsize n = strlen("0049 15"); n <= strlen(home); n++) {
        g_autofree char *typed = g_strndup(home, n);

        g_assert_cmpint(first_hit(shop, typed), ==, care_record_id(bea));
    }
    g_assert_cmpint(first_hit(shop, "+49 15"), ==, care_record_id(bea));
}

static guint
count_all(Shop *shop, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareQuery) query = care_search_all_customers(care_store_reader(shop->store), text);
    g_autoptr(GArray) ids = care_query_run(query, care_store_reader(shop->store), 0, &error);

    g_assert_no_error(error);
    return ids->len;
}

static void
test_all_customers(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ida = shop_add_customer(shop, "Ida Berg", "+43 660 123 45 67");
    g_autoptr(CareRecord) bike = add_device(shop, ida, "Cargo bike", "WX-77801");

    g_assert_cmpuint(count_all(shop, "be"), ==, 1);
    g_assert_cmpuint(count_all(shop, "77801"), ==, 1);
    g_assert_cmpuint(count_all(shop, "0043 660"), ==, 1);
    g_assert_cmpuint(count_all(shop, "0043 661"), ==, 0);
    g_assert_null(care_search_all_customers(care_store_reader(shop->store), " - "));
}

/* Who is deleted takes what is theirs along, and brings it back. */
static void
test_a_deleted_customer_hides_what_is_theirs(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) zora = shop_add_customer(shop, "Zora Quark", NULL);
    g_autoptr(CareRecord) bike = add_device(shop, zora, "Cargo bike", "99887");
    CareId id = care_record_id(zora);

    g_assert_cmpuint(hits(shop, "99887"), ==, 2);
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, id, NULL));
    g_assert_cmpuint(hits(shop, "99887"), ==, 0);
    g_assert_true(care_store_write(shop->store, care_test_undelete, zora, NULL));
    g_assert_cmpuint(hits(shop, "99887"), ==, 2);
}

static gboolean
add_issued(CareTransaction *transaction, gpointer customer, GError **error)
{
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());

    care_record_set_text(invoice, CARE_INVOICE_NUMBER, "2026-0001");
    care_record_set_text(invoice, CARE_INVOICE_TYPE, "380");
    care_record_set_text(invoice, CARE_INVOICE_STATE, "issued");
    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, care_record_id(customer));
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_text(invoice, CARE_INVOICE_PRICES, "gross");
    return care_test_save(transaction, invoice, error);
}

/* The books stay, and name nobody who is gone. */
static void
test_a_deleted_customers_invoice_stays(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) zora = shop_add_customer(shop, "Zora Quark", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = NULL;
    g_autoptr(GArray) customers = NULL;

    g_assert_true(care_store_write(shop->store, add_issued, zora, &error));
    g_assert_cmpuint(hits(shop, "2026-0001"), ==, 2);
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, care_record_id(zora), NULL));
    found = care_search(care_store_reader(shop->store), "2026-0001", 50, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 1);
    g_assert_true(((CareSearchHit *)found->pdata[0])->kind == &care_invoice_kind);
    g_assert_cmpint(((CareSearchHit *)found->pdata[0])->customer, ==, 0);
    customers = care_search_customers(care_store_reader(shop->store), "2026-0001", 50, &error);
    g_assert_cmpuint(customers->len, ==, 0);
}

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

static CareConnection *
open_beside(Shop *shop)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);

    return care_connection_open(path, CARE_CONNECTION_WRITE, NULL);
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
    g_autoptr(CareConnection) beside = open_beside(shop);

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
    g_autoptr(CareConnection) beside = open_beside(shop);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(
        beside, "CREATE TRIGGER mute BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'mute'); END", NULL));
    g_assert_false(care_store_write(shop->store, add_ten, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_cmpint(care_connection_int(beside, "SELECT count(*) FROM customer", -1), ==, 0);
}

/* The region decides what the digits of a number are; it may be changed here or by another program. */
static void
test_settings_are_followed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = open_beside(shop);
    static const char *const regions[] = { "AT", "DE", "GB" };

    for (gsize i = 0; i < G_N_ELEMENTS(regions); i++) {
        g_autoptr(CareRecord) customer = NULL;
        gboolean home = g_str_equal(regions[i], "AT");

        if (i == 1)
            g_assert_true(care_setting_write(beside, CARE_SETTING_REGION, regions[i], NULL));
        else
            g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_REGION, regions[i], NULL));
        customer = shop_add_customer(shop, "Ida Sommer", "+43 660 1234567");
        g_assert_cmpstr(care_record_text(care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0), 2), ==,
                        home ? "06601234567" : "436601234567");
    }
}

static void
on_followed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_phone_digits_follow_finish(CARE_STORE(source), result, &error);
    g_assert_no_error(error);
    *(gboolean *)data = TRUE;
}

static void
follow_digits(Shop *shop)
{
    gboolean done = FALSE;

    care_phone_digits_follow_async(shop->store, on_followed, &done);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
}

/* More than a page of them; each is found by its digits at home, and by no others. */
static void
test_digits_follow_the_region(Shop *shop, gconstpointer data)
{
    for (guint i = 0; i < 150; i++) {
        g_autofree char *number = g_strdup_printf("+43 660 1234%03u", i);
        g_autoptr(CareRecord) customer = shop_add_customer(shop, "Ida Sommer", number);
    }
    follow_digits(shop);
    g_assert_cmpuint(hits(shop, "06601234149"), ==, 0);
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_REGION, "AT", NULL));
    follow_digits(shop);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store),
                                        "SELECT count(*) FROM customer_phone WHERE digits LIKE '06601234%'",
                                        -1),
                    ==, 150);
    g_assert_cmpuint(hits(shop, "06601234149"), ==, 1);
    g_assert_cmpuint(hits(shop, "436601234149"), ==, 1); /* its plus was eaten */
    g_assert_cmpuint(hits(shop, "496601234149"), ==, 0);
}

/* Interrupted behind the first of two, it goes on with the second. */
static void
test_digits_go_on(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = open_beside(shop);
    g_autoptr(CareRecord) first = shop_add_customer(shop, "Bea Koch", "030 1234");
    g_autoptr(CareRecord) second = shop_add_customer(shop, "Ida Sommer", "030 5678");
    g_autofree char *place = NULL;

    follow_digits(shop);
    g_assert_true(care_connection_exec(beside, "UPDATE customer_phone SET digits = 'x'", NULL));
    place = g_strdup_printf("%" G_GINT64_FORMAT,
                            care_connection_int(beside, "SELECT min(id) FROM customer_phone", 0));
    g_assert_true(care_setting_write(beside, CARE_SETTING_DIGITS_REBUILD, place, NULL));
    follow_digits(shop);
    g_assert_cmpint(
        care_connection_int(beside,
                            "SELECT group_concat(digits ORDER BY id) = 'x,0305678' FROM customer_phone", -1),
        ==, 1);
}

static void
test_a_newer_schema_appears(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = open_beside(shop);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_connection_exec(beside, "PRAGMA user_version=999", NULL));
    g_assert_false(care_store_write(shop->store, add_ten, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_TOO_NEW);
    g_assert_cmpint(care_connection_int(beside, "SELECT count(*) FROM customer", -1), ==, 0);
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
    static const char *const finds[]
        = { "335", "178", "3352", "157 335", "+49 157 335", "koch",    "luczak",
            "bea", "och", "b",    "be",      "bea k",       "Bea Koc", "ŁUCZAK" };
    static const char *const finds_not[]
        = { "", " ", "zzz", "99", "\"", "*", "AND", "bea NOT", "😀", "koch 999" };

    g_test_init(&argc, &argv, NULL);
    g_test_add("/store/which-fields", Shop, NULL, shop_set_up, test_which_fields, shop_tear_down);
    g_test_add("/store/closing-waits", Shop, NULL, shop_set_up, test_closing_waits, shop_tear_down);
    g_test_add("/store/closed", Shop, NULL, shop_set_up, test_a_closed_store_refuses, shop_tear_down);
    g_test_add("/store/answers", Shop, NULL, shop_set_up, test_a_transaction_answers, shop_tear_down);
    g_test_add("/store/old-changes", Shop, NULL, shop_set_up, test_old_changes_are_forgotten, shop_tear_down);
    g_test_add("/store/untold-change", Shop, NULL, shop_set_up, test_a_change_that_cannot_be_told,
               shop_tear_down);
    g_test_add("/store/settings", Shop, NULL, shop_set_up, test_settings_are_followed, shop_tear_down);
    g_test_add("/store/digits-follow", Shop, NULL, shop_set_up, test_digits_follow_the_region,
               shop_tear_down);
    g_test_add("/store/digits-go-on", Shop, NULL, shop_set_up, test_digits_go_on, shop_tear_down);
    g_test_add("/store/newer-schema", Shop, NULL, shop_set_up, test_a_newer_schema_appears, shop_tear_down);
    g_test_add("/store/statements-bounded", Shop, NULL, shop_set_up, test_statements_are_bounded,
               shop_tear_down);
    g_test_add("/store/statements-in-use", Shop, NULL, shop_set_up, test_statements_in_use, shop_tear_down);
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
    g_test_add_func("/store/concerns", test_what_a_page_depends_on);
    g_test_add("/search/equal-first", Shop, NULL, shop_set_up, test_the_equal_name_comes_first,
               shop_tear_down);
    g_test_add("/search/equal-first-in-swedish", Shop, "sv", shop_set_up, test_the_equal_name_comes_first,
               shop_tear_down);
    g_test_add("/search/whole-word", Shop, NULL, shop_set_up, test_the_whole_word_comes_before_parts,
               shop_tear_down);
    g_test_add("/search/from-abroad", Shop, NULL, shop_set_up, test_numbers_from_abroad_while_typed,
               shop_tear_down);
    g_test_add("/search/all-customers", Shop, NULL, shop_set_up, test_all_customers, shop_tear_down);
    g_test_add("/search/deleted-owner", Shop, NULL, shop_set_up, test_a_deleted_customer_hides_what_is_theirs,
               shop_tear_down);
    g_test_add("/search/deleted-owner-of-an-invoice", Shop, NULL, shop_set_up,
               test_a_deleted_customers_invoice_stays, shop_tear_down);
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
