/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A session ends while another program holds the shop: what its window asked for of drafts is done by whoever opens the shop
 * next, as it would have been. */
#include "drafts.h"

#include <sys/stat.h>

#include "core/errors.h"
#include "store/draft-left.h"
#include "store/draft-queue.h"

#define OLD_FILE "aftercare.words-0123456789abcdef"

static void
leave(CareStore *window)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(care_drafts_leave(window, &error));
    g_assert_no_error(error);
}

/* Its program is ended before the shop is free. */
static void
end(CareStore *window, sqlite3 *holder)
{
    leave(window);
    care_drafts_give_up(window);
    sqlite3_close(holder);
    care_store_close(window);
}

static void
take_left(Shop *shop)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(care_drafts_are_left(shop->store));
    g_assert_true(care_drafts_take_left(shop->store, &error));
    g_assert_no_error(error);
    g_assert_false(care_drafts_are_left(shop->store));
}

static void
assert_count(Shop *shop, int count)
{
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store), "SELECT count(*) FROM draft", -1), ==,
                    count);
}

static void
test_words(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) window = second(shop);
    sqlite3 *holder;

    keep(window, KEY, "typ");
    holder = hold(shop);
    care_draft_write(window, KEY, "typed");
    end(window, holder);
    take_left(shop);
    assert_draft(shop->store, KEY, "typed");
    assert_count(shop, 1);
}

/* Typed on beside an earlier draft, whose row it may have by now, or may not. */
static void
test_beside(Shop *shop, gconstpointer begun)
{
    g_autoptr(CareStore) window = second(shop);
    g_autofree char *aside = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(window, KEY, "first");
    if (begun) {
        care_draft_write_beside(window, KEY, "second", aside, "first");
        settle(window);
    }
    holder = hold(shop);
    care_draft_write_beside(window, KEY, "second, and on", aside, "first");
    end(window, holder);
    take_left(shop);
    assert_both(shop->store, "second, and on", "first");
}

static void
test_thrown_away(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) window = second(shop);
    g_autofree char *aside = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(window, KEY, "first");
    keep(window, "note:new-7", "to be thrown away, too");
    holder = hold(shop);
    care_draft_write_beside(window, KEY, "second", aside, "first");
    care_draft_write(window, KEY, NULL);
    care_draft_write(window, "note:new-7", NULL);
    end(window, holder);
    take_left(shop);
    assert_count(shop, 1);
    assert_draft(shop->store, KEY, "first");
}

/* What was left by one before is taken up and thrown away. */
static void
test_taken_up(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) before = second(shop);
    g_autoptr(CareStore) window = second(shop);
    g_autofree char *left = NULL;
    sqlite3 *holder;

    keep(before, KEY, "first");
    care_store_close(before);
    holder = hold(shop);
    left = care_draft_read(window, KEY);
    g_assert_cmpstr(left, ==, "first");
    care_draft_write(window, KEY, NULL);
    end(window, holder);
    take_left(shop);
    assert_count(shop, 0);
}

/* Changed places, and typed on. The shop is free in the last moment: it is written down beside, and comes through as well.
 * */
static void
test_changed_places(Shop *shop, gconstpointer written)
{
    g_autoptr(CareStore) window = second(shop);
    g_autofree char *aside = care_draft_aside(KEY);
    g_autofree char *next = care_draft_aside(KEY);
    sqlite3 *holder;

    keep(window, KEY, "first");
    holder = hold(shop);
    care_draft_write_beside(window, KEY, "second", aside, "first");
    care_draft_swap(window, KEY, "second", aside, "first", next);
    if (written) {
        leave(window);
        sqlite3_close(holder);
        settle(window);
        care_store_close(window);
    } else {
        care_draft_write_beside(window, KEY, "first, gone on with", next, "second");
        end(window, holder);
    }
    take_left(shop);
    assert_count(shop, 2);
    assert_both(shop->store, "second", written ? "first" : "first, gone on with");
}

static gboolean
earlier_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_connection_exec(
        care_transaction_connection(transaction),
        "INSERT INTO draft (key, body, changed) VALUES ('" KEY "@fedcba9876543210', 'first', 1)", error);
}

/* A program before this one wrote down rows and words. */
static void
test_old_file(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_build_filename(shop->dir, OLD_FILE, NULL);
    g_autoptr(GVariant) words
        = g_variant_ref_sink(g_variant_new_parsed("[(%s, 'second')]", KEY "@fedcba9876543210"));

    write_now(shop->store, earlier_closure, NULL);
    g_assert_true(
        g_file_set_contents(path, g_variant_get_data(words), (gssize)g_variant_get_size(words), NULL));
    take_left(shop);
    assert_both(shop->store, "second", "first");
}

static char *
make_file(Shop *shop, const char *name, const char *content)
{
    char *path = g_build_filename(shop->dir, name, NULL);

    if (content != NULL)
        g_assert_true(g_file_set_contents(path, content, -1, NULL));
    else
        g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    return path;
}

/* Somebody holds the shop still: who only looks something up does not wait for them. */
static void
test_held(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) window = second(shop);
    sqlite3 *holder = hold(shop);
    gint64 start;
    g_autoptr(GError) error = NULL;

    care_draft_write(window, KEY, "typed");
    end(window, holder);
    holder = hold(shop);
    start = g_get_monotonic_time();
    g_assert_false(care_drafts_take_left(shop->store, &error));
    g_assert_cmpint(g_get_monotonic_time() - start, <, G_USEC_PER_SEC);
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    sqlite3_close(holder);
    take_left(shop);
    assert_draft(shop->store, KEY, "typed");
}

/* What has such a name and is none is neither waited for nor removed. */
static void
test_none_of_ours(Shop *shop, gconstpointer data)
{
    g_autoptr(CareStore) window = second(shop);
    g_autofree char *pipe = make_file(shop, "aftercare.drafts-4444444444444444", NULL);
    g_autofree char *old_pipe = make_file(shop, OLD_FILE, NULL);
    g_autofree char *other = make_file(shop, "aftercare.drafts-5555555555555555", "Dear Ms Koch,\n");
    sqlite3 *holder = hold(shop);
    g_autoptr(GError) error = NULL;

    care_draft_write(window, KEY, "typed");
    end(window, holder);
    g_assert_true(care_drafts_take_left(shop->store, &error));
    g_assert_no_error(error);
    assert_draft(shop->store, KEY, "typed");
    assert_count(shop, 1);
    g_assert_true(g_file_test(pipe, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(old_pipe, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(other, G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/drafts-left/words", Shop, NULL, shop_set_up, test_words, shop_tear_down);
    g_test_add("/drafts-left/beside", Shop, NULL, shop_set_up, test_beside, shop_tear_down);
    g_test_add("/drafts-left/beside-begun", Shop, "begun", shop_set_up, test_beside, shop_tear_down);
    g_test_add("/drafts-left/thrown-away", Shop, NULL, shop_set_up, test_thrown_away, shop_tear_down);
    g_test_add("/drafts-left/taken-up", Shop, NULL, shop_set_up, test_taken_up, shop_tear_down);
    g_test_add("/drafts-left/changed-places", Shop, NULL, shop_set_up, test_changed_places, shop_tear_down);
    g_test_add("/drafts-left/changed-places-and-written", Shop, "written", shop_set_up, test_changed_places,
               shop_tear_down);
    g_test_add("/drafts-left/old-file", Shop, NULL, shop_set_up, test_old_file, shop_tear_down);
    g_test_add("/drafts-left/held", Shop, NULL, shop_set_up, test_held, shop_tear_down);
    g_test_add("/drafts-left/none-of-ours", Shop, NULL, shop_set_up, test_none_of_ours, shop_tear_down);
    return g_test_run();
}
