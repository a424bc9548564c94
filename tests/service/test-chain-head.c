/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of the chain, kept a second time: begun once, never again without anybody's asking, and never shorter than what
 * else is known. And papers of documents that there never were. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/errors.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/left-papers.h"

#include "billed-shop.h"

static char *
in_shop(Shop *shop, const char *name)
{
    return g_build_filename(shop->dir, name, NULL);
}

static void
put_file(Shop *shop, const char *name, const char *text)
{
    g_autofree char *path = in_shop(shop, name);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static gboolean
has_file(Shop *shop, const char *name)
{
    g_autofree char *path = in_shop(shop, name);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void
lose(Shop *shop, const char *name)
{
    g_autofree char *path = in_shop(shop, name);

    g_assert_cmpint(g_unlink(path), ==, 0);
}

static gint64
kept_order(Shop *shop)
{
    gboolean damaged;
    g_autoptr(CareChainHead) kept = care_chain_head_load(shop->dir, &damaged);

    return kept != NULL ? kept->order : -1;
}

static void
open_again(Shop *shop)
{
    g_autoptr(GError) error = NULL;

    care_chain_head_open(shop->store, &error);
    g_assert_no_error(error);
    care_left_papers_sweep(shop->store, &error);
    g_assert_no_error(error);
}

static gboolean
rebuild(CareTransaction *transaction, gpointer made, GError **error)
{
    return care_chain_head_rebuild(care_transaction_connection(transaction),
                                   care_transaction_data_dir(transaction), made, error);
}

static gboolean
is_rebuilt(Shop *shop)
{
    gboolean made = FALSE;
    g_autoptr(GError) error = NULL;

    care_store_write(shop->store, rebuild, &made, &error);
    g_assert_no_error(error);
    return made;
}

static void
assert_told(Shop *shop, const char *kind, const char *what)
{
    g_autoptr(CareVerification) verification = shop_verify(shop);

    g_assert_true(shop_tells(verification, kind, what));
}

static void
assert_well(Shop *shop)
{
    g_autoptr(CareVerification) verification = shop_verify(shop);

    g_assert_cmpuint(verification->problems->len, ==, 0);
}

static void
assert_issues_nothing(Shop *shop)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Ole Lind");
    g_autoptr(GError) error = NULL;

    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* The document that the setting names is the last one still: that is no reason to begin again. */
static void
test_lost_after_the_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) second = NULL;

    g_assert_cmpint(kept_order(shop), ==, 1);
    lose(shop, "aftercare.head");
    open_again(shop);
    g_assert_false(has_file(shop, "aftercare.head"));
    assert_told(shop, "missing", "rebuild");
    assert_issues_nothing(shop);
    g_assert_false(has_file(shop, "aftercare.head"));
    g_assert_true(is_rebuilt(shop));
    assert_well(shop);
    second = shop_issue(shop, "Jan Sand");
    g_assert_cmpint(kept_order(shop), ==, 2);
}

/* What is there and cannot be read is not gone. */
static void
test_unreadable(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autofree char *head = in_shop(shop, "aftercare.head");

    shop_tamper(shop, "DELETE FROM setting WHERE key = 'chain-head'");
    lose(shop, "aftercare.head");
    g_assert_cmpint(g_mkdir(head, 0700), ==, 0);
    assert_told(shop, "damaged", "aftercare.head");
    assert_issues_nothing(shop);
    g_assert_cmpint(g_rmdir(head), ==, 0);
}

/* A file of which a part came through is not believed for what it still says. */
static void
test_torn(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autofree char *head = in_shop(shop, "aftercare.head");
    g_autofree char *text = NULL;
    gsize length;

    g_assert_true(g_file_get_contents(head, &text, &length, NULL));
    for (gsize n = 0; n < length; n++) {
        g_autofree char *part = g_strndup(text, n);

        put_file(shop, "aftercare.head", part);
        g_assert_cmpint(kept_order(shop), ==, -1);
    }
    assert_told(shop, "damaged", "rebuild");
    assert_issues_nothing(shop);
    g_assert_true(is_rebuilt(shop));
    assert_well(shop);
    g_assert_cmpint(kept_order(shop), ==, 1);
}

/* A shop of before there were heads gets one at its next start, and then keeps it like any other. */
static void
test_headless(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");

    shop_tamper(shop, "DELETE FROM setting WHERE key = 'chain-head'");
    lose(shop, "aftercare.head");
    open_again(shop);
    g_assert_cmpint(kept_order(shop), ==, 1);
    lose(shop, "aftercare.head");
    open_again(shop);
    g_assert_cmpint(kept_order(shop), ==, -1);
    assert_told(shop, "missing", "rebuild");
}

/* Ended between the commit of the first document and its head: it is there, from before any document. */
static void
test_ended_behind_the_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareChainHead) none = care_chain_head_new();
    g_autofree char *text = care_chain_head_to_text(none);
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");

    put_file(shop, "aftercare.head", text);
    open_again(shop);
    g_assert_cmpint(kept_order(shop), ==, 1);
    assert_well(shop);
}

static gboolean
move_and_fail(CareTransaction *transaction, gpointer data, GError **error)
{
    g_assert_true(care_chain_head_will_move(transaction, 1, error));
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, "ended here");
    return FALSE;
}

static void
test_begun_before_the_commit(Shop *shop, gconstpointer data)
{
    g_assert_false(care_store_write(shop->store, move_and_fail, NULL, NULL));
    g_assert_cmpint(kept_order(shop), ==, 0);
    assert_well(shop);
}

static void
test_nothing_to_rebuild(Shop *shop, gconstpointer data)
{
    g_assert_false(is_rebuilt(shop));
    g_assert_false(has_file(shop, "aftercare.head"));
    put_file(shop, "aftercare.head", "spoilt");
    assert_told(shop, "damaged", "rebuild");
    g_assert_true(is_rebuilt(shop));
    g_assert_false(has_file(shop, "aftercare.head"));
    assert_well(shop);
}

#define CUT_LAST                                                                                             \
    "INSERT INTO guard VALUES ('x');"                                                                        \
    "DELETE FROM invoice_line WHERE owner IN (SELECT id FROM invoice WHERE sequence = 2);"                   \
    "DELETE FROM invoice_vat WHERE owner IN (SELECT id FROM invoice WHERE sequence = 2);"                    \
    "DELETE FROM search_words WHERE rowid IN (SELECT id FROM invoice WHERE sequence = 2);"                   \
    "DELETE FROM search_codes WHERE rowid IN (SELECT id FROM invoice WHERE sequence = 2);"                   \
    "DELETE FROM search_doc WHERE id IN (SELECT id FROM invoice WHERE sequence = 2);"                        \
    "DELETE FROM invoice WHERE sequence = 2; DELETE FROM guard;"

/* Each alone knows of the document that is gone: then rebuild makes no head, and verify does not promise one. */
static void
test_declined(Shop *shop, gconstpointer knows)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) second = shop_issue(shop, "Ole Lind");
    gboolean counter = strcmp(knows, "counter") == 0, paper = strcmp(knows, "paper") == 0;
    g_autoptr(CareVerification) verification = NULL;

    shop_tamper(shop, CUT_LAST);
    if (!counter)
        shop_tamper(shop, "UPDATE counter SET last = 1 WHERE series = 'invoice-2026'");
    if (!counter && !paper)
        shop_tamper(shop, "UPDATE setting SET value = '2' WHERE key = 'chain-head'");
    if (!paper)
        lose(shop, "issued/2026-0002.pdf");
    lose(shop, "aftercare.head");
    g_assert_false(is_rebuilt(shop));
    g_assert_false(has_file(shop, "aftercare.head"));
    verification = shop_verify(shop);
    g_assert_true(shop_tells(verification, "missing", "restore the newest backup"));
    g_assert_false(shop_tells(verification, "missing", "rebuild"));
}

/* A disk that takes no more is said. */
static void
test_not_written(Shop *shop, gconstpointer data)
{
    g_autoptr(CareChainHead) none = care_chain_head_new();
    g_autofree char *text = care_chain_head_to_text(none);
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    struct rlimit before, full = { 0 };
    g_autoptr(GError) error = NULL;

    put_file(shop, "aftercare.head", text);
    signal(SIGXFSZ, SIG_IGN);
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
    full.rlim_max = before.rlim_max;
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &full), ==, 0);
    g_assert_false(care_chain_head_follow(care_store_reader(shop->store), shop->dir, &error));
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
    g_assert_error(error, CARE_ERROR, CARE_ERROR_FULL);
    g_assert_cmpint(kept_order(shop), ==, 0);
}

/* A counter that no shop has makes the good head no bad one. */
static void
test_odd_counter(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    gint64 order = kept_order(shop);

    shop_tamper(
        shop,
        "INSERT INTO counter (series, last) VALUES ('invoice-2027', -1), ('invoice-20' || char(10), 3)");
    open_again(shop);
    g_assert_cmpint(order, >, 0);
    g_assert_cmpint(kept_order(shop), ==, order);
}

static guint
count_aside(Shop *shop)
{
    g_autofree char *folder = in_shop(shop, "backups/papers");
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint n = 0;

    while (dir != NULL && g_dir_read_name(dir) != NULL)
        n++;
    return n;
}

static void
leave_papers(Shop *shop)
{
    put_file(shop, "issued/2026-0006.pdf", "six");
    put_file(shop, "issued/2026-0007.pdf", "seven");
    put_file(shop, "issued/2026-0009.pdf", "nine");
    put_file(shop, "issued/2025-0001.pdf", "one of a year that came along");
    put_file(shop, "issued/.new-2026-0010.pdf.AbCdEf", "half");
    put_file(shop, ".new-aftercare.head.AbCdEf", "half");
}

/* An archive that was ended half way leaves many. Nothing was given out, and nothing is lost. */
static void
test_left_papers(Shop *shop, gconstpointer data)
{
    shop_bill(shop);
    leave_papers(shop);
    assert_well(shop);
    open_again(shop);
    assert_well(shop);
    g_assert_cmpuint(count_aside(shop), ==, 4);
    g_assert_true(has_file(shop, "issued/2026-0005.pdf"));
    g_assert_false(has_file(shop, "issued/2026-0006.pdf"));
    g_assert_false(has_file(shop, "issued/.new-2026-0010.pdf.AbCdEf"));
    g_assert_false(has_file(shop, ".new-aftercare.head.AbCdEf"));
}

/* A number that the head alone knows was given out, and without the head nobody knows: these stay and are told. */
static void
test_given_papers(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) second = shop_issue(shop, "Ole Lind");

    shop_tamper(shop, CUT_LAST "UPDATE counter SET last = 1 WHERE series = 'invoice-2026'");
    for (int with_head = 1; with_head >= 0; with_head--) {
        open_again(shop);
        g_assert_true(has_file(shop, "issued/2026-0002.pdf"));
        assert_told(shop, "file", "issued/2026-0002.pdf");
        if (with_head)
            lose(shop, "aftercare.head");
    }
    g_assert_cmpuint(count_aside(shop), ==, 0);
}

/* Somebody writes: the papers may be of what is on its way. */
static void
test_papers_on_their_way(Shop *shop, gconstpointer data)
{
    g_autofree char *path = in_shop(shop, "aftercare.db");
    sqlite3 *other = NULL;

    shop_bill(shop);
    put_file(shop, "issued/2026-0006.pdf", "six");
    g_assert_cmpint(sqlite3_open(path, &other), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
    open_again(shop);
    g_assert_true(has_file(shop, "issued/2026-0006.pdf"));
    sqlite3_close(other);
    open_again(shop);
    g_assert_false(has_file(shop, "issued/2026-0006.pdf"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD_OF(name, of, func)                                                                               \
    g_test_add("/chain-head/" name, Shop, of, shop_set_up_seller, func, shop_tear_down)
#define ADD(name, func) ADD_OF(name, NULL, func)
    ADD("lost-after-the-first", test_lost_after_the_first);
    ADD("unreadable", test_unreadable);
    ADD("torn", test_torn);
    ADD("headless", test_headless);
    ADD("ended-behind-the-first", test_ended_behind_the_first);
    ADD("begun-before-the-commit", test_begun_before_the_commit);
    ADD("nothing-to-rebuild", test_nothing_to_rebuild);
    ADD_OF("declined/setting", "setting", test_declined);
    ADD_OF("declined/counter", "counter", test_declined);
    ADD_OF("declined/paper", "paper", test_declined);
    ADD("not-written", test_not_written);
    ADD("odd-counter", test_odd_counter);
    ADD("left-papers", test_left_papers);
    ADD("given-papers", test_given_papers);
    ADD("papers-on-their-way", test_papers_on_their_way);
    return g_test_run();
}
