/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as an export of Aftercare, imported into a small shop: taken over or refused in a sentence, and the shop holds
 * together afterwards. */
#include <string.h>

#include "damaged.h"

#include "exchange/import/customer-import.h"
#include "service/invoices/verify.h"

static FuzzShop shop;

static gboolean
import(const uint8_t *data, size_t size)
{
    g_autofree char *path = g_build_filename(shop.dir, "import.json", NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(CareCustomerImport) run = care_customer_import_new(shop.store);
    gboolean done;

    g_assert_true(g_file_set_contents_full(path, (const char *)data, (gssize)size, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
    care_customer_import_add(run, file, NULL);
    done = care_customer_import_is_ready(run, NULL) && care_customer_import_run(run, NULL, NULL)
           && care_customer_import_counts(run).new > 0;
    g_unlink(path);
    return done;
}

/* What an export says of documents, and what was entered before it was asked for more, is for verify to tell; nothing else
 * may be wrong. */
static void
check_shop(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareVerification) verification = care_verify(shop.store, &error);

    g_assert_no_error(error);
    for (guint i = 0; i < verification->problems->len; i++) {
        const CareProblem *problem = verification->problems->pdata[i];

        if (strcmp(problem->kind, "file") != 0 && strcmp(problem->kind, "altered") != 0
            && strcmp(problem->kind, "missing") != 0 && strcmp(problem->kind, "value") != 0
            && strcmp(problem->kind, "reordered") != 0)
            g_error("%s: %s", problem->kind, problem->what);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;

    fuzz_make_pristine(&shop);
    fuzz_write_database(&shop, pristine);
    shop.store = care_store_open(shop.dir, shop.clock, 0, &error);
    g_assert_no_error(error);
    if (import(data, size))
        check_shop();
    g_clear_object(&shop.store);
    return 0;
}
