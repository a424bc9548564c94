/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop some days after something was deleted there, and what purges it. */
#pragma once

#include "exchange/purge/purge.h"

#include <string.h>
#include <utime.h>

#include "model/document.h"
#include "model/plan.h"
#include "store/file-store.h"
#include "store/setting.h"

#include "shop-acts.h"

#define DELETED ((CareDate){ 2026, 11, 24 })

/* The same shop, so many days after the deletion. */
static inline void
come_back(Shop *shop, int days)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(care_date_add_days(DELETED, days));
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

/* As if it had been looked through on the day before: on the day on which a shop came here nothing goes. */
static inline void
forget_purge(CareStore *store)
{
    CareDate today = care_clock_today(care_store_clock(store));
    g_autofree char *yesterday = care_date_to_string(care_date_add_days(today, -1));

    g_assert_true(care_store_set_setting(store, CARE_SETTING_LAST_PURGE, yesterday, NULL));
}

/* Somebody was at work on the day before, or it would be a clock to wonder about. What they did is nobody's. */
static inline void
be_at_work(CareStore *store)
{
    CareDate today = care_clock_today(care_store_clock(store));
    g_autoptr(CareClock) clock = care_clock_new_fixed(care_date_add_days(today, -1));
    g_autoptr(CareStore) beside = NULL;
    g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());
    g_autoptr(GError) error = NULL;

    beside = care_store_open(care_store_data_dir(store), clock, 0, &error);
    g_assert_no_error(error);
    care_record_set_text(plan, CARE_PLAN_NAME, "Spring Service");
    care_flow_save_now(beside, plan, NULL, &error);
    g_assert_no_error(error);
    care_store_close(beside);
    forget_purge(store);
}

/* As on any later day. */
static inline gboolean
purge_now(CareStore *store, GError **error)
{
    g_autoptr(GAsyncResult) result = NULL;

    forget_purge(store);
    care_purge_async(store, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    return care_purge_finish(store, result, error);
}

/* By a clock that may be wrong. */
static inline void
purge_on(Shop *shop, int days)
{
    g_autoptr(GError) error = NULL;

    come_back(shop, days);
    purge_now(shop->store, &error);
    g_assert_no_error(error);
}

static inline void
purge_after(Shop *shop, int days)
{
    g_autoptr(GError) error = NULL;

    come_back(shop, days);
    be_at_work(shop->store);
    purge_now(shop->store, &error);
    g_assert_no_error(error);
}

static inline void
discard(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_now(shop->store, care_record_kind(record), care_record_id(record), &error);
    g_assert_no_error(error);
}

static inline gboolean
is_there(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) found
        = care_store_get(shop->store, care_record_kind(record), care_record_id(record), NULL);

    return found != NULL;
}

static inline gint64
number(Shop *shop, const char *sql)
{
    return care_connection_int(care_store_reader(shop->store), sql, -1);
}

static inline void
assert_whole(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareVerification) verification = care_verify(shop->store, &error);

    g_assert_no_error(error);
    for (guint i = 0; i < verification->problems->len; i++)
        g_test_message("%s", ((CareProblem *)verification->problems->pdata[i])->what);
    g_assert_cmpuint(verification->problems->len, ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM guard"), ==, 0);
}

/* A record of a kind, of a customer and (0: none) of a job; the words are pairs of field and text, -1 at the end. */
static inline CareRecord *
add(Shop *shop, const CareKind *kind, CareRecord *customer, CareRecord *job, ...)
{
    CareRecord *record = care_record_new(kind);
    int of_customer = care_kind_find_field(kind, "customer"), of_job = care_kind_find_field(kind, "job");
    va_list words;
    int field;

    if (customer != NULL)
        care_record_set_int(record, of_customer, care_record_id(customer));
    if (job != NULL)
        care_record_set_int(record, of_job, care_record_id(job));
    va_start(words, job);
    while ((field = va_arg(words, int)) >= 0) {
        g_autoptr(GError) error = NULL;

        care_record_field_parse(record, field, va_arg(words, const char *), "EUR", &error);
        g_assert_no_error(error);
    }
    va_end(words);
    shop_save(shop, record);
    return record;
}

static inline char *
keep_bytes(Shop *shop, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    char *hash = care_file_store_put(shop->dir, bytes, &error);

    g_assert_no_error(error);
    return hash;
}

static inline void
make_old(const char *path)
{
    struct utimbuf old = { .actime = 1000000000, .modtime = 1000000000 };

    g_assert_cmpint(utime(path, &old), ==, 0);
}

static inline gboolean
has_file(Shop *shop, const char *hash)
{
    g_autofree char *path = care_file_store_path(shop->dir, hash);

    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

static inline CareRecord *
add_document(Shop *shop, CareRecord *customer, CareRecord *job, const char *text)
{
    g_autofree char *hash = keep_bytes(shop, text);
    g_autofree char *path = care_file_store_path(shop->dir, hash);

    make_old(path);
    return add(shop, &care_document_kind, customer, job, CARE_DOCUMENT_NAME, "photo.txt", CARE_DOCUMENT_MIME,
               "text/plain", CARE_DOCUMENT_SIZE, "3", CARE_DOCUMENT_SHA256, hash, CARE_DOCUMENT_AT,
               "2026-11-20T10:00:00Z", -1);
}

static inline void
add_test(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up_seller, func, shop_tear_down);
}
