/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What two windows over one shop write down of the same thing are two drafts: neither sees or loses the other's while both are
 * there, and what one leaves is offered to the next. */
#include "drafts.h"

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

/* What goes for good takes along what anybody was writing about it. */
static void
test_forget_about(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) other = second(shop);

    keep(shop->store, "customer:12", "ours");
    keep(other, "customer:12", "theirs");
    keep(other, "customer:123", "of somebody else");
    write_now(shop->store, old_closure, NULL);
    write_now(shop->store, forget_about_closure, "12");
    assert_draft(shop->store, "customer:12", NULL);
    assert_draft(other, "customer:12", NULL);
    assert_draft(other, "customer:123", "of somebody else");
    write_now(shop->store, forget_about_closure, "123");
    assert_draft(other, "customer:123", NULL);
    assert_draft(shop->store, KEY, NULL);
    assert_keys(shop->store, "note:new-1234");
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
    g_test_add("/drafts/forget-about", Shop, NULL, shop_set_up, test_forget_about, shop_tear_down);
    return g_test_run();
}
