/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text as somebody types it into the search: whatever it is, the query made of it is one the database accepts. */
#include "fuzz.h"
#include "shop.h"

#include "core/fold.h"
#include "store/search.h"

static FuzzShop shop;

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *raw = fuzz_text(data, size);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    g_autofree char *folded = care_text_fold(text);
    g_autofree char *twice = care_text_fold(folded);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) hits = NULL;
    g_autoptr(GArray) customers = NULL;

    g_assert_cmpstr(folded, ==, twice);
    fuzz_shop_open(&shop);
    hits = care_search(care_store_reader(shop.store), text, 50, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(hits->len, <=, 50);
    customers = care_search_customers(care_store_reader(shop.store), text, 50, &error);
    g_assert_no_error(error);
    return 0;
}
