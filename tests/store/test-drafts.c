/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What two windows over one shop write down of the same thing are two drafts: neither sees or loses the other's while both are
 * there, and what one leaves is offered to the next. */
#include "fixture.h"

#include <sqlite3.h>

#include "core/errors.h"
#include "store/draft-owner.h"
#include "store/draft-queue.h"
#include "store/draft.h"
#include "store/under-way.h"

#define KEY "note:new-123"

static void
settle(CareStore *store)
{
    while (care_under_way_any(store))
        g_main_context_iteration(NULL, TRUE);
}

static void
keep(CareStore *store, const char *key, const char *text)
{
    care_draft_write(store, key, text);
    settle(store);
}

static CareStore *
second(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareStore *store = care_store_open(shop->dir, shop->clock, 0, &error);

    g_assert_no_error(error);
    return store;
}

static void
assert_draft(CareStore *store, const char *key, const char *text)
{
    g_autofree char *kept = care_draft_read(store, key);

    g_assert_cmpstr(kept, ==, text);
    settle(store);
}

static void
assert_keys(CareStore *store, const char *all)
{
    g_auto(GStrv) keys = care_draft_keys(store);
    g_autofree char *line = g_strjoinv(" ", keys);

    g_assert_cmpstr(line, ==, all);
}

static gboolean
forget_closure(CareTransaction *transaction, gpointer key, GError **error)
{
    return care_draft_forget(transaction, key, error);
}

static gboolean
forget_all_closure(CareTransaction *transaction, gpointer key, GError **error)
{
    return care_draft_forget_all(transaction, key, error);
}

static void
write_now(CareStore *store, CareTransactionFunc func, const char *key)
{
    g_autoptr(GError) error = NULL;

    care_store_write(store, func, (gpointer)key, &error);
    g_assert_no_error(error);
}

static void
test_two_windows(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) other = second(shop);

    keep(shop->store, KEY, "ours");
    assert_draft(other, KEY, NULL);
    assert_keys(other, "");
    keep(other, KEY, "theirs");
    assert_draft(shop->store, KEY, "ours");
    assert_draft(other, KEY, "theirs");
    write_now(other, forget_closure, KEY);
    assert_draft(shop->store, KEY, "ours");
    assert_keys(shop->store, KEY);
}

/* However a window ended, the next one goes on: and then it is that one's. */
static void
test_left_behind(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) first = second(shop);
    g_autoptr(CareStore) third = second(shop);

    keep(first, KEY, "left");
    care_store_close(first);
    assert_keys(shop->store, KEY);
    assert_keys(third, KEY);
    assert_draft(shop->store, KEY, "left");
    assert_keys(third, "");
    assert_draft(third, KEY, NULL);
    write_now(shop->store, forget_closure, KEY);
    assert_keys(shop->store, "");
}

/* Only showing what it is takes nothing away from anybody. */
static void
test_peek(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) first = second(shop);
    g_autoptr(CareStore) third = second(shop);
    g_autofree char *seen = NULL;

    keep(first, KEY, "left");
    care_store_close(first);
    seen = care_draft_peek(shop->store, KEY);
    g_assert_cmpstr(seen, ==, "left");
    settle(shop->store);
    assert_draft(third, KEY, "left");
}

static gboolean
old_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_connection_exec(care_transaction_connection(transaction),
                                "INSERT INTO draft (key, body, changed) VALUES ('" KEY "', 'old', 1),"
                                " ('note:new-1234', 'another', 2)",
                                error);
}

/* Of a program that knew no marks; its neighbour's key begins alike. */
static void
test_without_mark(Shop *shop, gconstpointer data)
{
    write_now(shop->store, old_closure, NULL);
    assert_keys(shop->store, "note:new-1234 " KEY);
    assert_draft(shop->store, KEY, "old");
    write_now(shop->store, forget_closure, KEY);
    assert_keys(shop->store, "note:new-1234");
}

static void
assert_both(CareStore *store, const char *own, const char *other)
{
    settle(store);
    assert_draft(store, KEY, own);
    write_now(store, forget_closure, KEY);
    assert_draft(store, KEY, other);
    write_now(store, forget_closure, KEY);
    assert_draft(store, KEY, NULL);
}

static void
test_beside(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    g_autofree char *next = care_draft_aside(KEY);

    keep(shop->store, KEY, "first");
    care_draft_write_beside(shop->store, KEY, "sec", aside, "first");
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    assert_both(shop->store, "second", "first");

    keep(shop->store, KEY, "first");
    care_draft_write_beside(shop->store, KEY, "sec", aside, "first");
    care_draft_swap(shop->store, KEY, "second", aside, "first", next);
    care_draft_write_beside(shop->store, KEY, "first, gone on with", next, "second");
    assert_both(shop->store, "first, gone on with", "second");
}

/* The shop is held by another program when the one gives way to the other, and again when they change places: what is written
 * next makes up for it. */
static void
test_beside_refused(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    g_autofree char *next = care_draft_aside(KEY);

    keep(shop->store, KEY, "first");
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    settle(shop->store);
    care_draft_write_beside(shop->store, KEY, "first, gone on with", next, "second"); /* without the swap */
    settle(shop->store);
    assert_keys(shop->store, KEY);
    assert_draft(shop->store, KEY, "first, gone on with");
    write_now(shop->store, forget_closure, KEY);
    assert_both(shop->store, "second", "first");
}

/* What goes for good takes along what anybody was writing about it. */
static void
test_forget_all(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) other = second(shop);

    keep(shop->store, "customer:12", "ours");
    keep(other, "customer:12", "theirs");
    keep(other, "customer:123", "of somebody else");
    write_now(shop->store, old_closure, NULL);
    write_now(shop->store, forget_all_closure, "customer:12");
    write_now(shop->store, forget_all_closure, KEY);
    assert_draft(shop->store, "customer:12", NULL);
    assert_draft(other, "customer:12", NULL);
    assert_draft(other, "customer:123", "of somebody else");
    assert_keys(shop->store, "note:new-1234");
}

/* By another program, which takes its time. */
static sqlite3 *
hold(Shop *shop)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    sqlite3 *other = NULL;

    g_assert_cmpint(sqlite3_open(path, &other), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
    return other;
}

static void
wait_until_refused(CareStore *store)
{
    while (care_drafts_refusal(store) == NULL)
        g_main_context_iteration(NULL, TRUE);
    g_assert_error(care_drafts_refusal(store), CARE_ERROR, CARE_ERROR_BUSY);
}

/* What is under way of it is not told to have failed: nobody leaves before it is written. */
static void
test_held(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) other = second(shop);
    sqlite3 *holder = hold(shop);
    g_autofree char *kept = NULL;

    care_draft_write(shop->store, KEY, "typed");
    care_draft_write(shop->store, "note:new-7", "typed, too");
    wait_until_refused(shop->store);
    g_assert_true(care_under_way_any(shop->store));
    kept = care_draft_peek(shop->store, KEY);
    g_assert_cmpstr(kept, ==, "typed");
    care_draft_write(shop->store, "note:new-7", NULL);
    sqlite3_close(holder);
    settle(shop->store);
    g_assert_null(care_drafts_refusal(shop->store));
    care_store_close(shop->store);
    assert_keys(other, KEY);
    assert_draft(other, KEY, "typed");
}

/* The record itself was saved as soon as the shop was free: nothing is offered of it afterwards. */
static void
test_saved_meanwhile(Shop *shop, gconstpointer data)
{
    sqlite3 *holder = hold(shop);

    care_draft_write(shop->store, KEY, "typed");
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    write_now(shop->store, forget_closure, KEY);
    assert_draft(shop->store, KEY, NULL);
    care_drafts_write_again(shop->store);
    settle(shop->store);
    assert_draft(shop->store, KEY, NULL);
    keep(shop->store, KEY, "typed since");
    assert_draft(shop->store, KEY, "typed since");
}

static gboolean
remembers(CareStore *store, const char *key)
{
    CareDraftOwner *owner = care_store_draft_owner(store);
    g_autofree char *row = g_strconcat(key, "@", care_draft_owner_mark(owner), NULL);

    return care_draft_owner_has_forgotten(owner, row, 0);
}

/* Whoever saves all day long makes no list of it that grows: it is for words that wait alone. */
static void
test_remembered_while_needed(Shop *shop, gconstpointer data)
{
    sqlite3 *holder;

    write_now(shop->store, forget_closure, KEY);
    g_assert_false(remembers(shop->store, KEY));

    holder = hold(shop);
    care_draft_write(shop->store, KEY, "typed");
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    write_now(shop->store, forget_closure, KEY);
    g_assert_true(remembers(shop->store, KEY));
    care_drafts_write_again(shop->store);
    settle(shop->store);
    g_assert_false(remembers(shop->store, KEY));
}

/* Two drafts of one thing, of which the second is thrown away while neither is written. */
static void
test_beside_held(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(shop->store, KEY, "first");
    holder = hold(shop);
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    wait_until_refused(shop->store);
    care_draft_write(shop->store, KEY, NULL);
    sqlite3_close(holder);
    settle(shop->store);
    assert_draft(shop->store, KEY, "first");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/drafts/two-windows", Shop, NULL, shop_set_up, test_two_windows, shop_tear_down);
    g_test_add("/drafts/left-behind", Shop, NULL, shop_set_up, test_left_behind, shop_tear_down);
    g_test_add("/drafts/peek", Shop, NULL, shop_set_up, test_peek, shop_tear_down);
    g_test_add("/drafts/without-mark", Shop, NULL, shop_set_up, test_without_mark, shop_tear_down);
    g_test_add("/drafts/beside", Shop, NULL, shop_set_up, test_beside, shop_tear_down);
    g_test_add("/drafts/beside-refused", Shop, NULL, shop_set_up, test_beside_refused, shop_tear_down);
    g_test_add("/drafts/forget-all", Shop, NULL, shop_set_up, test_forget_all, shop_tear_down);
    g_test_add("/drafts/held", Shop, NULL, shop_set_up, test_held, shop_tear_down);
    g_test_add("/drafts/saved-meanwhile", Shop, NULL, shop_set_up, test_saved_meanwhile, shop_tear_down);
    g_test_add("/drafts/remembered-while-needed", Shop, NULL, shop_set_up, test_remembered_while_needed,
               shop_tear_down);
    g_test_add("/drafts/beside-held", Shop, NULL, shop_set_up, test_beside_held, shop_tear_down);
    return g_test_run();
}
