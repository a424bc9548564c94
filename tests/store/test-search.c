/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody types finds whom they mean, and nobody who is gone. */
#include <string.h>

#include "common/records.h"
#include "model/device.h"
#include "model/invoice.h"
#include "store/sort-keys.h"

#include "fixture.h"

static void
test_search(Shop *shop, gconstpointer data)
{
    const char *text = data;
    g_autoptr(CareRecord) a = shop_add_customer(shop, "Bea Kočh-Łuczak", "+49 157 335 21 78");
    g_autoptr(CareRecord) b = shop_add_customer(shop, "Søren Ødegård", "0171 900 41 15");

    g_assert_cmpuint(shop_hits(shop, text), ==, 1);
}

static void
test_search_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) a = shop_add_customer(shop, "Bea Koch", "0157");

    g_assert_cmpuint(shop_hits(shop, data), ==, 0);
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

/* However it is spelled, here and there. */
static void
test_the_equal_name_comes_first_in_any_spelling(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) muller = shop_add_customer(shop, "Müller", NULL);
    g_autoptr(CareRecord) aasen = shop_add_customer(shop, "Aasen", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_store_write(shop->store, add_crowd, (gpointer) "Müller", &error));
    g_assert_true(care_store_write(shop->store, add_crowd, (gpointer) "Åsen", &error));
    g_assert_no_error(error);
    g_assert_cmpint(first_hit(shop, "Mueller"), ==, care_record_id(muller));
    g_assert_cmpint(first_hit(shop, "MUELLER "), ==, care_record_id(muller));
    g_assert_cmpint(first_hit(shop, "Åsen"), ==, care_record_id(aasen));
}

static CareSearchHit *
hit_of(GPtrArray *found, CareRecord *record)
{
    for (guint i = 0; i < found->len; i++)
        if (((CareSearchHit *)found->pdata[i])->id == care_record_id(record))
            return found->pdata[i];
    g_error("%s was not found", care_record_title(record));
}

static void
assert_why(Shop *shop, const char *typed, CareRecord *record, const char *why, const CareKind *through)
{
    g_autoptr(GPtrArray) found = care_search(care_store_reader(shop->store), typed, 50, NULL);
    const CareSearchHit *hit = hit_of(found, record);

    g_assert_cmpstr(hit->why, ==, why);
    g_assert_true(hit->through == through);
}

/* What led to somebody is there to be shown, as it is written. */
static void
test_why_somebody_is_found(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ida = shop_add_customer(shop, "Ida Berg", "+43 660 123 45 67");
    g_autoptr(CareRecord) bike = add_device(shop, ida, "Cargo bike", "WX-77 801");

    assert_why(shop, "06601234567", ida, "+43 660 123 45 67", NULL);
    assert_why(shop, "berg", ida, "Ida Berg", NULL);
    assert_why(shop, "x778", ida, "WX-77 801", &care_device_kind);
    assert_why(shop, "cargo", ida, "Cargo bike", &care_device_kind);
    assert_why(shop, "cargo", bike, "Cargo bike", NULL);
}

static void
test_who_is_deleted_is_found_apart(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) zora = shop_add_customer(shop, "Zora Quark", "0157 335 21 78");
    g_autoptr(CareRecord) nora = shop_add_customer(shop, "Nora Quark", NULL);
    CareConnection *connection = care_store_reader(shop->store);
    g_autoptr(GPtrArray) none = NULL, found = NULL, later = NULL;

    none = care_search_deleted(connection, "quark", 0, 50, NULL);
    g_assert_cmpuint(none->len, ==, 0);
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, care_record_id(zora), NULL));
    found = care_search_deleted(connection, "+49 157 335", 0, 50, NULL);
    g_assert_cmpuint(found->len, ==, 1);
    g_assert_cmpint(((CareSearchHit *)found->pdata[0])->deleted, !=, 0);
    later
        = care_search_deleted(connection, "quark", ((CareSearchHit *)found->pdata[0])->deleted + 1, 50, NULL);
    g_assert_cmpuint(later->len, ==, 0);
    g_assert_cmpuint(shop_hits(shop, "quark"), ==, 1);
}

/* A word of somebody's name is worth more than the same letters within longer ones. */
static void
test_the_whole_word_comes_before_parts(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) koch = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_store_write(shop->store, add_crowd, (gpointer) "Kochmann", &error));
    g_assert_no_error(error);
    g_assert_cmpuint(shop_hits(shop, "koch"), ==, 50);
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

    g_assert_cmpuint(shop_hits(shop, "99887"), ==, 2);
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, id, NULL));
    g_assert_cmpuint(shop_hits(shop, "99887"), ==, 0);
    g_assert_true(care_store_write(shop->store, care_test_undelete, zora, NULL));
    g_assert_cmpuint(shop_hits(shop, "99887"), ==, 2);
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
    g_assert_cmpuint(shop_hits(shop, "2026-0001"), ==, 2);
    g_assert_true(care_test_store_remove(shop->store, &care_customer_kind, care_record_id(zora), NULL));
    found = care_search(care_store_reader(shop->store), "2026-0001", 50, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 1);
    g_assert_true(((CareSearchHit *)found->pdata[0])->kind == &care_invoice_kind);
    g_assert_cmpint(((CareSearchHit *)found->pdata[0])->customer, ==, 0);
    customers = care_search_customers(care_store_reader(shop->store), "2026-0001", 50, &error);
    g_assert_cmpuint(customers->len, ==, 0);
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
    g_test_add("/search/equal-first", Shop, NULL, shop_set_up, test_the_equal_name_comes_first,
               shop_tear_down);
    g_test_add("/search/equal-first-in-swedish", Shop, "sv", shop_set_up, test_the_equal_name_comes_first,
               shop_tear_down);
    g_test_add("/search/equal-first-in-any-spelling", Shop, NULL, shop_set_up,
               test_the_equal_name_comes_first_in_any_spelling, shop_tear_down);
    g_test_add("/search/why", Shop, NULL, shop_set_up, test_why_somebody_is_found, shop_tear_down);
    g_test_add("/search/deleted", Shop, NULL, shop_set_up, test_who_is_deleted_is_found_apart,
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
