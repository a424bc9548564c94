/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* One shop in the place of another, ended before each move or with a move that cannot be made: whoever opens the folder next
 * finds one of both, whole, and what was put away is whole as well. */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/errors.h"
#include "store/shop-folder.h"
#include "store/swap.h"
#include "store/swap-note.h"

#include "fixture.h"

#define MOVES_AT_MOST 20
#define OLD "old old old old"
#define NEW "new new new new"

static int end_at;  /* the program, at this move; 0: never */
static int fail_at; /* this move; 0: none */
static gboolean fail_all;

/* In the place of the system's. */
int
rename(const char *from, const char *to)
{
    int (*really)(const char *, const char *) = NULL;

    *(void **)&really = dlsym(RTLD_NEXT, "rename");
    if (end_at > 0 && --end_at == 0)
        raise(SIGKILL);
    if (fail_all || (fail_at > 0 && --fail_at == 0)) {
        errno = EXDEV;
        return -1;
    }
    return really(from, to);
}

static void
put_file(const char *dir, const char *folder, const char *name, const char *content)
{
    g_autofree char *place = g_build_filename(dir, folder, NULL);
    g_autofree char *path = g_build_filename(place, name, NULL);

    g_assert_cmpint(g_mkdir_with_parents(place, 0700), ==, 0);
    g_assert_true(
        g_file_set_contents_full(path, content, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL)); /* no move */
}

/* A shop in which everything bears that name. */
static void
make_shop(const char *dir, CareClock *clock, const char *name)
{
    g_autoptr(CareStore) store = care_store_open(dir, clock, 0, NULL);
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    g_assert_true(care_test_store_save(store, customer, NULL));
    care_store_close(store);
    put_file(dir, "files", name, "");
    put_file(dir, "issued", name, "");
    put_file(dir, "", "aftercare.head", name);
}

static char *
names_in(const char *dir, const char *folder)
{
    g_autofree char *place = g_build_filename(dir, folder, NULL);
    g_autoptr(GDir) names = g_dir_open(place, 0, NULL);
    g_autoptr(GString) all = g_string_new(NULL);
    const char *name;

    while (names != NULL && (name = g_dir_read_name(names)) != NULL)
        g_string_append(all, name);
    return g_strdup(all->str);
}

static char *
customers_in(const char *dir)
{
    g_autofree char *path = g_build_filename(dir, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_READ, NULL);
    g_autoptr(CareStatement) statement
        = connection != NULL
              ? care_connection_prepare(connection, "SELECT group_concat(name) FROM customer", NULL)
              : NULL;

    return statement != NULL && care_statement_step(statement, NULL)
               ? g_strdup(care_statement_text(statement, 0))
               : g_strdup("nobody");
}

static void
assert_shop(const char *dir, const char *wanted)
{
    g_autofree char *customers = customers_in(dir);
    g_autofree char *files = names_in(dir, "files");
    g_autofree char *issued = names_in(dir, "issued");
    g_autofree char *path = g_build_filename(dir, "aftercare.head", NULL);
    g_autofree char *head = NULL;
    g_autofree char *all = NULL;

    g_file_get_contents(path, &head, NULL, NULL);
    all = g_strjoin(" ", customers, files, issued, head, NULL);
    g_assert_cmpstr(all, ==, wanted);
}

/* One shop, and another staged in it. */
static char *
make_both(Shop *shop)
{
    char *dir = g_build_filename(shop->dir, "both", NULL);
    g_autofree char *staged = g_build_filename(dir, "backups", "restore-x", NULL);
    g_autofree char *backups = g_build_filename(staged, "backups", NULL);

    make_shop(dir, shop->clock, "old");
    make_shop(staged, shop->clock, "new");
    g_rmdir(backups);
    return dir;
}

static char *
copy_of(Shop *shop, const char *both)
{
    char *dir = g_build_filename(shop->dir, "one", NULL);
    const char *argv[] = { "cp", "-a", both, dir, NULL };

    if (g_file_test(dir, G_FILE_TEST_EXISTS))
        shop_delete_tree(dir);
    g_assert_true(
        g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
    return dir;
}

static gboolean
begin(const char *dir, GError **error)
{
    g_autoptr(CareSwap) swap = care_swap_hold(dir, error);

    return swap != NULL && care_swap_begin(swap, "restore-x", "before-restore-x", error);
}

static gboolean
finish(const char *dir, GError **error)
{
    return care_swap_finish(dir, error);
}

/* FALSE: it was done before its move of that number. */
static gboolean
end_program(gboolean (*act)(const char *, GError **), const char *dir, int move)
{
    pid_t child = fork();
    int status;

    g_assert_cmpint(child, >=, 0);
    if (child == 0) {
        end_at = move;
        _exit(act(dir, NULL) ? 0 : 1);
    }
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

static void
open_shop(Shop *shop, const char *dir)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStore) store = care_store_open(dir, shop->clock, 0, &error);

    g_assert_no_error(error);
    care_store_close(store);
}

static void
assert_swapped(const char *dir)
{
    g_autofree char *kept = g_build_filename(dir, "backups", "before-restore-x", NULL);

    g_assert_false(care_swap_is_pending(dir));
    assert_shop(dir, NEW);
    assert_shop(kept, OLD);
}

/* As it was announced by a program that did not say onto what. */
static void
drop_third_line(const char *dir)
{
    g_autofree char *pending = g_build_filename(dir, "restore.pending", NULL);

    if (g_file_test(pending, G_FILE_TEST_EXISTS))
        put_file(dir, "", "restore.pending", "restore-x\nbefore-restore-x\n");
}

/* "made": the next one makes the folders that it misses before it looks further, as programs of before did. */
static void
test_ended(Shop *shop, gconstpointer how)
{
    g_autofree char *both = make_both(shop);
    int move;

    for (move = 1; move < MOVES_AT_MOST; move++) {
        g_autofree char *dir = copy_of(shop, both);

        if (!end_program(begin, dir, move))
            break;
        if (g_strcmp0(how, "made") == 0)
            g_assert_true(care_shop_folder_fill(dir, NULL));
        if (g_strcmp0(how, "two lines") == 0)
            drop_third_line(dir);
        open_shop(shop, dir);
        if (move == 1) /* by which it is announced */
            assert_shop(dir, OLD);
        else
            assert_swapped(dir);
    }
    g_assert_cmpint(move, >, 8);
    g_assert_cmpint(move, <, MOVES_AT_MOST);
}

/* Where there was no shop nothing is kept by which to tell that the new one has come. */
static void
test_ended_onto_nothing(Shop *shop, gconstpointer how)
{
    g_autofree char *dir = NULL;
    int move = 1;

    for (gboolean ended = TRUE; ended; move++) {
        g_autofree char *staged = NULL;

        g_assert_cmpint(move, <, MOVES_AT_MOST);
        g_clear_pointer(&dir, g_free);
        dir = g_build_filename(shop->dir, "one", NULL);
        staged = g_build_filename(dir, "backups", "restore-x", NULL);
        if (g_file_test(dir, G_FILE_TEST_EXISTS))
            shop_delete_tree(dir);
        make_shop(staged, shop->clock, "new");
        ended = end_program(begin, dir, move);
        if (how != NULL)
            drop_third_line(dir);
        open_shop(shop, dir);
        g_assert_false(care_swap_is_pending(dir));
        if (move > 1)
            assert_shop(dir, NEW);
        g_assert_null(care_swap_note_read(dir));
    }
    g_assert_cmpint(move, >, 4);
}

static void
test_ended_twice(Shop *shop, gconstpointer data)
{
    g_autofree char *both = make_both(shop);

    for (int move = 2; move < MOVES_AT_MOST; move++)
        for (int then = 1; then < MOVES_AT_MOST; then++) {
            g_autofree char *dir = copy_of(shop, both);

            if (!end_program(begin, dir, move))
                return;
            if (!end_program(finish, dir, then))
                break;
            open_shop(shop, dir);
            assert_swapped(dir);
        }
}

/* A program that knew nothing of it made a database where there was none for a moment. */
static void
test_came_between(Shop *shop, gconstpointer data)
{
    g_autofree char *both = make_both(shop);
    g_autofree char *database = g_build_filename(both, "aftercare.db", NULL);
    g_autofree char *later = g_build_filename(both, "backups", "before-restore-x", "later-1", NULL);
    g_autofree char *other = g_build_filename(shop->dir, "other", NULL);
    g_autofree char *theirs = g_build_filename(other, "aftercare.db", NULL);
    g_autofree char *customers = NULL;

    make_shop(other, shop->clock, "later");
    g_assert_true(end_program(begin, both, 3));
    g_assert_false(g_file_test(database, G_FILE_TEST_EXISTS));
    g_assert_cmpint(g_rename(theirs, database), ==, 0);
    open_shop(shop, both);
    assert_shop(both, NEW);
    customers = customers_in(later);
    g_assert_cmpstr(customers, ==, "later");
}

/* The next open has the one or the other. */
static void
test_failed(Shop *shop, gconstpointer data)
{
    g_autofree char *both = make_both(shop);
    int move;

    for (move = 2; move < MOVES_AT_MOST; move++) {
        g_autofree char *dir = copy_of(shop, both);
        g_autofree char *staged = g_build_filename(dir, "backups", "restore-x", NULL);
        g_autofree char *kept = g_build_filename(dir, "backups", "before-restore-x", NULL);
        g_autoptr(GError) error = NULL;

        fail_at = move;
        if (begin(dir, &error))
            break;
        g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
        if (care_swap_is_pending(dir)) { /* the new one had begun to come */
            open_shop(shop, dir);
            assert_swapped(dir);
            continue;
        }
        assert_shop(dir, OLD);
        assert_shop(staged, NEW);
        g_assert_false(g_file_test(kept, G_FILE_TEST_EXISTS));
        open_shop(shop, dir);
    }
    fail_at = 0;
    g_assert_cmpint(move, >, 8);
    g_assert_cmpint(move, <, MOVES_AT_MOST);
}

static void
assert_noted(const char *dir, gboolean wanted)
{
    g_autoptr(CareSwapNote) note = care_swap_note_read(dir);

    g_assert_cmpint(note != NULL, ==, wanted);
    if (note != NULL) {
        g_assert_cmpstr(note->taken, ==, "2026-11-20T16:00:00Z");
        g_assert_nonnull(strstr(note->why, "another"));
    }
}

static void
say_when_taken(const char *both)
{
    g_autofree char *path = g_build_filename(both, "backups", "restore-x", "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_WRITE, NULL);

    g_assert_true(care_setting_write(connection, CARE_SETTING_LAST_BACKUP, "2026-11-20T16:00:00Z", NULL));
}

/* Ended in the middle, and taken back by whoever opens it next: a note says so, until a restore is carried out. */
static void
test_noted(Shop *shop, gconstpointer data)
{
    g_autofree char *both = make_both(shop);

    say_when_taken(both);
    g_assert_true(end_program(begin, both, 3));
    fail_at = 1;
    open_shop(shop, both);
    assert_shop(both, OLD);
    assert_noted(both, TRUE);
    open_shop(shop, both);
    assert_noted(both, TRUE);
    g_assert_true(begin(both, NULL));
    assert_noted(both, FALSE);
}

/* Who asks for it is told at once. */
static void
test_not_noted(Shop *shop, gconstpointer data)
{
    g_autofree char *both = make_both(shop);
    g_autoptr(GError) error = NULL;

    fail_at = 2;
    g_assert_false(begin(both, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    assert_noted(both, FALSE);
}

/* Announced by a program that asked nothing, where nothing can be moved. */
static void
test_never_to_be(Shop *shop, gconstpointer data)
{
    g_autofree char *both = make_both(shop);

    put_file(both, "", "restore.pending", "restore-x\nbefore-restore-x\n");
    fail_all = TRUE;
    open_shop(shop, both);
    fail_all = FALSE;
    g_assert_false(care_swap_is_pending(both));
    assert_shop(both, OLD);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/swap/ended", Shop, NULL, shop_set_up, test_ended, shop_tear_down);
    g_test_add("/swap/ended-and-folders-made", Shop, "made", shop_set_up, test_ended, shop_tear_down);
    g_test_add("/swap/ended-two-lines", Shop, "two lines", shop_set_up, test_ended, shop_tear_down);
    g_test_add("/swap/ended-onto-nothing", Shop, NULL, shop_set_up, test_ended_onto_nothing, shop_tear_down);
    g_test_add("/swap/ended-onto-nothing-two-lines", Shop, "two lines", shop_set_up, test_ended_onto_nothing,
               shop_tear_down);
    g_test_add("/swap/ended-twice", Shop, NULL, shop_set_up, test_ended_twice, shop_tear_down);
    g_test_add("/swap/came-between", Shop, NULL, shop_set_up, test_came_between, shop_tear_down);
    g_test_add("/swap/failed", Shop, NULL, shop_set_up, test_failed, shop_tear_down);
    g_test_add("/swap/never-to-be", Shop, NULL, shop_set_up, test_never_to_be, shop_tear_down);
    g_test_add("/swap/noted", Shop, NULL, shop_set_up, test_noted, shop_tear_down);
    g_test_add("/swap/not-noted", Shop, NULL, shop_set_up, test_not_noted, shop_tear_down);
    return g_test_run();
}
