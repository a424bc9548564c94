/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program holds the shop for longer than a write waits: what is typed, continued, thrown away or saved meanwhile ends
 * as it would have without. */
#include "drafts.h"

#include "core/errors.h"
#include "store/draft-queue.h"

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

/* As an editor that opens over a draft of before, whose row is left. */
static void
leave_first(Shop *shop)
{
    g_autoptr(CareStore) before = second(shop);

    keep(before, KEY, "first");
    care_store_close(before);
}

/* One word is typed beside an earlier draft and thrown away, faster than the shop says no to the first. */
static void
test_thrown_away(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(shop->store, KEY, "first");
    holder = hold(shop);
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    care_draft_write(shop->store, KEY, NULL);
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    settle(shop->store);
    assert_draft(shop->store, KEY, "first");
}

/* The shop is free again when the first was refused and the second still waits. */
static void
test_thrown_away_between(Shop *shop, gconstpointer data)
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

/* Beside typed, changed places, and typed on: none of the two is lost. */
static void
test_changed_places(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    g_autofree char *next = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(shop->store, KEY, "first");
    holder = hold(shop);
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    care_draft_swap(shop->store, KEY, "second", aside, "first", next);
    care_draft_write_beside(shop->store, KEY, "first, gone on with", next, "second");
    care_draft_write_beside(shop->store, KEY, "first, gone on with, and on", next, "second");
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    assert_both(shop->store, "first, gone on with, and on", "second");
}

/* A save that comes through between two tries takes along what it was made of, and nothing else. */
static void
test_saved_beside(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(shop->store, KEY, "first");
    holder = hold(shop);
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    write_now(shop->store, forget_closure, KEY);
    settle(shop->store);
    assert_draft(shop->store, KEY, "first");
}

static void
test_saved_after_changing_places(Shop *shop, gconstpointer data)
{
    g_autofree char *aside = care_draft_aside(KEY);
    g_autofree char *next = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(shop->store, KEY, "first");
    care_draft_write_beside(shop->store, KEY, "second", aside, "first");
    settle(shop->store);
    holder = hold(shop);
    care_draft_swap(shop->store, KEY, "second", aside, "first", next);
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    write_now(shop->store, forget_closure, KEY);
    settle(shop->store);
    assert_draft(shop->store, KEY, "second");
    write_now(shop->store, forget_closure, KEY);
    assert_draft(shop->store, KEY, NULL);
}

/* A save that fails leaves what it would have taken along. */
static gboolean
fail_closure(CareTransaction *transaction, gpointer key, GError **error)
{
    g_assert_true(care_draft_forget(transaction, key, NULL));
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, "Not this.");
    return FALSE;
}

static void
test_not_saved(Shop *shop, gconstpointer data)
{
    sqlite3 *holder = hold(shop);

    care_draft_write(shop->store, KEY, "typed");
    wait_until_refused(shop->store);
    sqlite3_close(holder);
    g_assert_false(care_store_write(shop->store, fail_closure, (gpointer)KEY, NULL));
    settle(shop->store);
    assert_draft(shop->store, KEY, "typed");
}

/* What was left is continued and saved, or thrown away, before the shop knows whose it is: it is not offered once more. */
static void
test_taken_up(Shop *shop, gconstpointer saved)
{
    sqlite3 *holder;
    g_autofree char *left = NULL;

    leave_first(shop);
    holder = hold(shop);
    left = care_draft_read(shop->store, KEY);
    g_assert_cmpstr(left, ==, "first");
    care_draft_write(shop->store, "note:new-7", "typed"); /* what a refusal is told of */
    wait_until_refused(shop->store);
    if (!saved)
        care_draft_write(shop->store, KEY, NULL);
    g_clear_pointer(&left, g_free);
    left = care_draft_peek(shop->store, KEY);
    g_assert_cmpstr(left, ==, saved ? "first" : NULL);
    sqlite3_close(holder);
    if (saved)
        write_now(shop->store, forget_closure, KEY);
    settle(shop->store);
    assert_draft(shop->store, KEY, NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/drafts/held", Shop, NULL, shop_set_up, test_held, shop_tear_down);
    g_test_add("/drafts/saved-meanwhile", Shop, NULL, shop_set_up, test_saved_meanwhile, shop_tear_down);
    g_test_add("/drafts/thrown-away", Shop, NULL, shop_set_up, test_thrown_away, shop_tear_down);
    g_test_add("/drafts/thrown-away-between", Shop, NULL, shop_set_up, test_thrown_away_between,
               shop_tear_down);
    g_test_add("/drafts/changed-places", Shop, NULL, shop_set_up, test_changed_places, shop_tear_down);
    g_test_add("/drafts/saved-beside", Shop, NULL, shop_set_up, test_saved_beside, shop_tear_down);
    g_test_add("/drafts/saved-after-changing-places", Shop, NULL, shop_set_up,
               test_saved_after_changing_places, shop_tear_down);
    g_test_add("/drafts/not-saved", Shop, NULL, shop_set_up, test_not_saved, shop_tear_down);
    g_test_add("/drafts/taken-up-and-saved", Shop, "saved", shop_set_up, test_taken_up, shop_tear_down);
    g_test_add("/drafts/taken-up-and-thrown-away", Shop, NULL, shop_set_up, test_taken_up, shop_tear_down);
    return g_test_run();
}
