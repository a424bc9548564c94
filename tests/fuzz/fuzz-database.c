/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A database file with damage: opening, reading, verifying and exporting it ends with an answer or an error, never
 * worse. */
#include <gio/gio.h>

#include "damaged.h"

#include "exchange/json/archive-json.h"
#include "service/flow.h"
#include "service/invoices/verify.h"
#include "store/search.h"

/* An export that goes round and round has no end. */
#define EXPORT_MAX (16 * 1024 * 1024)

static FuzzShop shop;

static void
read_everything(CareStore *store)
{
    const CareKind *kind = care_kind_by_name("customer");
    g_autoptr(GPtrArray) hits = care_search(care_store_reader(store), "bob", 50, NULL);
    g_autoptr(GPtrArray) records = care_store_get_all(store, kind, 0, NULL);
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    care_record_set_text(customer, CARE_CUSTOMER_NAME, "New");
    care_flow_save_now(store, customer, NULL, NULL);
}

static void
verify_and_export(CareStore *store)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareVerification) verification = care_verify(store, &error);
    g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();

    g_assert_true((verification == NULL) == (error != NULL));
    care_archive_write(care_store_reader(store), shop.dir, NULL, out, NULL, NULL);
    g_assert_cmpuint(g_memory_output_stream_get_data_size(G_MEMORY_OUTPUT_STREAM(out)), <, EXPORT_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *damaged = NULL;

    fuzz_make_pristine(&shop);
    damaged = fuzz_damage(data, size);
    fuzz_write_database(&shop, damaged);
    shop.store = care_store_open(shop.dir, shop.clock, 0, &error);
    g_assert_true((shop.store == NULL) == (error != NULL));
    if (shop.store != NULL) {
        verify_and_export(shop.store);
        read_everything(shop.store);
    }
    g_clear_object(&shop.store);
    return 0;
}
