/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fuzz.h"
#include "shop.h"

/* A database with damage: each five bytes of an input are a place and what stands there instead. */
#define DAMAGE_SIZE 5
#define DAMAGE_MAX 64

static char *pristine;
static gsize pristine_size;

static inline void
fuzz_make_pristine(FuzzShop *shop)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;

    if (pristine != NULL)
        return;
    fuzz_shop_open(shop);
    path = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_clear_object(&shop->store); /* closing writes the log back into the file */
    g_file_get_contents(path, &pristine, &pristine_size, &error);
    g_assert_no_error(error);
}

/* Transfer full; pristine_size bytes. */
static inline char *
fuzz_damage(const uint8_t *data, size_t size)
{
    char *damaged = g_memdup2(pristine, pristine_size);

    for (size_t i = 0; i + DAMAGE_SIZE <= size && i < DAMAGE_MAX * DAMAGE_SIZE; i += DAMAGE_SIZE) {
        guint32 place = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | (guint32)data[i + 3] << 24;

        damaged[place % pristine_size] = (char)data[i + 4];
    }
    return damaged;
}

/* In the place of the shop's, which is closed. */
static inline void
fuzz_write_database(FuzzShop *shop, const char *bytes)
{
    static const char *const logs[] = { "aftercare.db-wal", "aftercare.db-shm" };
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(logs); i++) {
        g_autofree char *log = g_build_filename(shop->dir, logs[i], NULL);

        g_unlink(log);
    }
    g_file_set_contents_full(path, bytes, (gssize)pristine_size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
    g_assert_no_error(error);
}
