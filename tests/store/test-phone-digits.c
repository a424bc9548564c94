/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The digits of a number are those of the region, also after it changed. */
#include "common/records.h"
#include "store/phone-digits.h"

#include "fixture.h"

/* The region decides what the digits of a number are; it may be changed here or by another program. */
static void
test_settings_are_followed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = shop_open_beside(shop);
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
    g_assert_cmpuint(shop_hits(shop, "06601234149"), ==, 1); /* as it is dialled in its own country */
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_REGION, "AT", NULL));
    follow_digits(shop);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store),
                                        "SELECT count(*) FROM customer_phone WHERE digits LIKE '06601234%'",
                                        -1),
                    ==, 150);
    g_assert_cmpuint(shop_hits(shop, "06601234149"), ==, 1);
    g_assert_cmpuint(shop_hits(shop, "436601234149"), ==, 1); /* its plus was eaten */
    g_assert_cmpuint(shop_hits(shop, "496601234149"), ==, 0);
}

/* Interrupted behind the first of two, it goes on with the second. */
static void
test_digits_go_on(Shop *shop, gconstpointer data)
{
    g_autoptr(CareConnection) beside = shop_open_beside(shop);
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

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/store/settings", Shop, NULL, shop_set_up, test_settings_are_followed, shop_tear_down);
    g_test_add("/store/digits-follow", Shop, NULL, shop_set_up, test_digits_follow_the_region,
               shop_tear_down);
    g_test_add("/store/digits-go-on", Shop, NULL, shop_set_up, test_digits_go_on, shop_tear_down);
    return g_test_run();
}
