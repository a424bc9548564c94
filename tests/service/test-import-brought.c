/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an import changed anything: where it did not, what was done before it can still be taken back. */
#include "exchange/import/customer-import.h"

#include "billed-shop.h"

static gboolean
brings(Shop *shop, const char *text)
{
    g_autoptr(CareCustomerImport) import = care_customer_import_new(shop->store);
    g_autofree char *path = g_build_filename(shop->dir, "contacts.csv", NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    care_customer_import_add(import, file, NULL);
    g_assert_true(care_customer_import_run(import, NULL, &error));
    g_assert_no_error(error);
    return care_customer_import_brought(import);
}

static void
test_once_more(Shop *shop, gconstpointer data)
{
    g_assert_true(brings(shop, "Name,Phone\nAnn One,030 1111111\n"));
    g_assert_false(brings(shop, "Name,Phone\nAnn One,030 1111111\n"));
    g_assert_true(brings(shop, "Name,Phone,Email\nAnn One,030 1111111,ann@example.org\n"));
    g_assert_true(brings(shop, "Name,Phone,Anniversary\nAnn One,030 1111111,2010-05-04\n"));
    g_assert_false(brings(shop, "Name,Phone,Anniversary\nAnn One,030 1111111,2010-05-04\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/import/brought/once-more", Shop, NULL, shop_set_up_seller, test_once_more, shop_tear_down);
    return g_test_run();
}
