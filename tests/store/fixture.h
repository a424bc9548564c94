/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop in a folder of its own, gone after the test. */
#pragma once

#include <glib/gstdio.h>

#include "common/records.h"
#include "common/store-now.h"
#include "model/customer.h"
#include "store/search.h"
#include "store/store.h"

typedef struct {
    char *dir;
    CareClock *clock;
    CareStore *store;
} Shop;

static inline void
shop_set_up(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    shop->dir = g_dir_make_tmp("aftercare-test-XXXXXX", &error);
    g_assert_no_error(error);
    shop->clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static inline void
shop_delete_tree(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);

        if (g_file_test(child, G_FILE_TEST_IS_DIR))
            shop_delete_tree(child);
        else
            g_unlink(child);
    }
    g_rmdir(path);
}

static inline void
shop_tear_down(Shop *shop, gconstpointer data)
{
    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop_delete_tree(shop->dir);
    g_free(shop->dir);
}

/* A customer with a phone number, saved. */
static inline CareRecord *
shop_add_customer(Shop *shop, const char *name, const char *phone)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    if (phone != NULL)
        care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_PHONES), 1, phone);
    care_test_store_save(shop->store, customer, &error);
    g_assert_no_error(error);
    return g_steal_pointer(&customer);
}

/* The records that a query of ids finds. */
static inline GPtrArray *
shop_records(Shop *shop, const CareKind *kind, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStatement) statement = care_connection_prepare(care_store_reader(shop->store), sql, &error);
    g_autoptr(GArray) ids = statement != NULL ? care_ids_query(statement, &error) : NULL;

    g_assert_no_error(error);
    return care_store_get_many(shop->store, kind, (CareId *)(void *)ids->data, ids->len, NULL);
}

/* How many a search finds, at most 50. */
static inline guint
shop_hits(Shop *shop, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = care_search(care_store_reader(shop->store), text, 50, &error);

    g_assert_no_error(error);
    return found->len;
}

/* As another program would: it is told nothing, and tells nothing. */
static inline CareConnection *
shop_open_beside(Shop *shop)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);

    return care_connection_open(path, CARE_CONNECTION_WRITE, NULL);
}
