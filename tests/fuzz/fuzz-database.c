/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A database file with damage: each five bytes of the input are a place and what stands there instead. Opening and
 * reading it ends with an answer or an error, never worse. */
#include "fuzz.h"
#include "shop.h"

#include "store/search.h"
#include "service/flow.h"

#define PATCH_SIZE 5
#define MAX_PATCHES 64

static FuzzShop shop;
static char *pristine;
static gsize pristine_size;

static void
make_pristine(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;

    if (pristine != NULL)
        return;
    fuzz_shop_open(&shop);
    path = g_build_filename(shop.dir, "aftercare.db", NULL);
    g_clear_object(&shop.store); /* closing writes the log back into the file */
    g_file_get_contents(path, &pristine, &pristine_size, &error);
    g_assert_no_error(error);
}

static void
write_damaged(const char *path, const uint8_t *data, size_t size)
{
    g_autofree char *damaged = g_memdup2(pristine, pristine_size);
    g_autoptr(GError) error = NULL;

    for (size_t i = 0; i + PATCH_SIZE <= size && i < MAX_PATCHES * PATCH_SIZE; i += PATCH_SIZE) {
        guint32 place = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | (guint32)data[i + 3] << 24;

        damaged[place % pristine_size] = (char)data[i + 4];
    }
    g_file_set_contents_full(path, damaged, (gssize)pristine_size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
    g_assert_no_error(error);
}

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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const logs[] = { "aftercare.db-wal", "aftercare.db-shm" };
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;

    make_pristine();
    path = g_build_filename(shop.dir, "aftercare.db", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(logs); i++) {
        g_autofree char *log = g_build_filename(shop.dir, logs[i], NULL);

        g_unlink(log);
    }
    write_damaged(path, data, size);
    shop.store = care_store_open(shop.dir, shop.clock, 0, &error);
    g_assert_true((shop.store == NULL) == (error != NULL));
    if (shop.store != NULL)
        read_everything(shop.store);
    g_clear_object(&shop.store);
    return 0;
}
