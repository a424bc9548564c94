/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "common/store-now.h"
#include <glib/gstdio.h>

#include "model/customer.h"
#include "store/store.h"
#include "service/flow.h"

/* A small shop in a folder of its own, opened once for all inputs of a run and gone at its end. */
typedef struct {
    char *dir;
    CareClock *clock;
    CareStore *store;
} FuzzShop;

static FuzzShop *fuzz_open_shop;

static inline void
fuzz_shop_close(void)
{
    static const char *const files[] = { "aftercare.db", "aftercare.db-wal", "aftercare.db-shm" };
    FuzzShop *self = fuzz_open_shop;

    g_clear_object(&self->store);
    g_clear_object(&self->clock);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(self->dir, files[i], NULL);

        g_unlink(path);
    }
    g_rmdir(self->dir);
    g_clear_pointer(&self->dir, g_free);
}

static inline void
fuzz_shop_add(FuzzShop *self, const char *name, const char *phone)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_PHONES), 1, phone);
    care_flow_save_now(self->store, customer, NULL, &error);
    g_assert_no_error(error);
}

static inline void
fuzz_shop_open(FuzzShop *self)
{
    g_autoptr(GError) error = NULL;

    if (self->store != NULL)
        return;
    self->dir = g_dir_make_tmp("aftercare-fuzz-XXXXXX", &error);
    g_assert_no_error(error);
    self->clock = care_clock_new_fixed((CareDate){ 2026, 3, 2 });
    self->store = care_store_open(self->dir, self->clock, 0, &error);
    g_assert_no_error(error);
    fuzz_shop_add(self, "Zoë Łuczak", "+49 30 1234567");
    fuzz_shop_add(self, "山田 太郎", "03-1234-5678");
    fuzz_shop_add(self, "O'Brien \"Bob\" & Sons", "555 0100");
    fuzz_open_shop = self;
    atexit(fuzz_shop_close);
}
