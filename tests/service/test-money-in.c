/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a payment begins with: how money comes in, mostly. */
#include "store/named-query.h"

#include "billed-shop.h"

static void
test_last_method(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) invoice = shop_issue(shop, "Bea Koch");
    g_autofree char *method = NULL;

    shop_pay(shop, invoice, care_record_int(invoice, CARE_INVOICE_GROSS) + 2000);
    shop_pay(shop, invoice, -2000);
    shop_tamper(shop, "UPDATE payment SET method = iif(amount > 0, 'cash', 'transfer')");
    method = care_query_text(care_store_reader(shop->store), "invoices/last-method", NULL, "");
    g_assert_cmpstr(method, ==, "cash");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/money-in/last-method", Shop, NULL, shop_set_up_seller, test_last_method, shop_tear_down);
    return g_test_run();
}
