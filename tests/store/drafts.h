/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of drafts, asked of a shop. */
#pragma once

#include "fixture.h"

#include <sqlite3.h>

#include "store/draft-about.h"
#include "store/draft.h"
#include "store/under-way.h"

#define KEY "note:new-123"

static inline void
settle(CareStore *store)
{
    while (care_under_way_any(store))
        g_main_context_iteration(NULL, TRUE);
}

static inline void
keep(CareStore *store, const char *key, const char *text)
{
    care_draft_write(store, key, text);
    settle(store);
}

static inline CareStore *
second(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareStore *store = care_store_open(shop->dir, shop->clock, 0, &error);

    g_assert_no_error(error);
    return store;
}

/* By another program, which takes its time. */
static inline sqlite3 *
hold(Shop *shop)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    sqlite3 *other = NULL;

    g_assert_cmpint(sqlite3_open(path, &other), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
    return other;
}

static inline void
assert_draft(CareStore *store, const char *key, const char *text)
{
    g_autofree char *kept = care_draft_read(store, key);

    g_assert_cmpstr(kept, ==, text);
    settle(store);
}

static inline void
assert_keys(CareStore *store, const char *all)
{
    g_auto(GStrv) keys = care_draft_keys(store);
    g_autofree char *line = g_strjoinv(" ", keys);

    g_assert_cmpstr(line, ==, all);
}

static inline gboolean
forget_closure(CareTransaction *transaction, gpointer key, GError **error)
{
    return care_draft_forget(transaction, key, error);
}

static inline gboolean
forget_about_closure(CareTransaction *transaction, gpointer id, GError **error)
{
    CareId customer = 0;

    g_assert_true(care_id_parse(id, &customer));
    return care_draft_forget_about(transaction, "customer", customer, error);
}

static inline void
write_now(CareStore *store, CareTransactionFunc func, const char *key)
{
    g_autoptr(GError) error = NULL;

    care_store_write(store, func, (gpointer)key, &error);
    g_assert_no_error(error);
}

static inline void
assert_both(CareStore *store, const char *own, const char *other)
{
    settle(store);
    assert_draft(store, KEY, own);
    write_now(store, forget_closure, KEY);
    assert_draft(store, KEY, other);
    write_now(store, forget_closure, KEY);
    assert_draft(store, KEY, NULL);
}
