/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import asks is about what it brings: it takes no longer in a large shop, which would wait for it. */
#include "exchange/import/customer-import.h"
#include "store/migrate.h"

#include "shop.h"

#define GROWN 300
#define CUSTOMER(id, name)                                                                                   \
    "\"customer\":[{\"id\":\"" id "\",\"name\":\"" name "\",\"type\":\"person\",\"created\":"                \
    "\"2026-11-24T12:00:00Z\",\"changed\":\"2026-11-24T12:00:00Z\"}]"

static int
count_step(gpointer steps)
{
    ++*(guint *)steps;
    return 0;
}

/* steps: NULL counts no more. */
static gboolean
count_steps(CareTransaction *transaction, gpointer steps, GError **error)
{
    sqlite3_progress_handler(care_connection_handle(care_transaction_connection(transaction)), 1,
                             steps != NULL ? count_step : NULL, steps);
    return TRUE;
}

static void
import(Shop *shop, const char *records, guint n_new)
{
    g_autoptr(CareCustomerImport) import = care_customer_import_new(shop->store);
    g_autofree char *path
        = g_strconcat(shop->dir, "-taken.json", NULL); /* beside: it is none of the shop's */
    g_autofree char *text = g_strdup_printf("{\"aftercare\":1,\"schema\":%1$d,\"began\":%1$d,%2$s}",
                                            care_schema_version(), records);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    care_customer_import_add(import, file, NULL);
    care_customer_import_run(import, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(care_customer_import_counts(import).new, ==, n_new);
    g_assert_true(g_file_delete(file, NULL, NULL));
}

/* In steps of SQLite's machine, whatever machine it runs on. */
static guint
cost_of(Shop *shop, const char *records, guint n_new)
{
    guint steps = 0;

    g_assert_true(care_store_write(shop->store, count_steps, &steps, NULL));
    import(shop, records, n_new);
    g_assert_true(care_store_write(shop->store, count_steps, NULL, NULL));
    return steps;
}

static gboolean
grow(CareTransaction *transaction, gpointer customer, GError **error)
{
    for (int i = 0; i < GROWN; i++) {
        g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

        care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(customer));
        if (!care_flow_save(transaction, job, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static void
test_grows(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GError) error = NULL;
    guint nothing, one;

    import(shop, "\"customer\":[]", 0);
    nothing = cost_of(shop, "\"customer\":[]", 0);
    one = cost_of(shop, CUSTOMER("4711", "Ole Lind"), 1);
    care_store_write(shop->store, grow, bea, &error);
    g_assert_no_error(error);
    g_test_message("before: %u of nothing, %u of one", nothing, one);
    g_assert_cmpuint(cost_of(shop, "\"customer\":[]", 0), <, nothing + GROWN);
    g_assert_cmpuint(cost_of(shop, CUSTOMER("4712", "Udo Lind"), 1), <, one + GROWN);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/import/grows", Shop, NULL, shop_set_up, test_grows, shop_tear_down);
    return g_test_run();
}
