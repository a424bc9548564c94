/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever lies where when a swap is looked at again, it is known what became of it, and nothing is lost: each way in which it
 * may have been announced, with the database and the papers waiting, in their place and put away. */
#include <glib/gstdio.h>

#include "store/swap-moves.h"

#define DATABASE "aftercare.db"

/* Where something may lie, one bit for each. */
enum { STAGED = 1, PLACE = 2, KEPT = 4, ANYWHERE = 8 };

typedef struct {
    char *dir;
    CareSwapMoves moves;
} Lie;

static const char *
folder_of(const Lie *lie, int where)
{
    return where == STAGED ? lie->moves.staged : where == KEPT ? lie->moves.kept : lie->dir;
}

static char *
path_of(const Lie *lie, int where, const char *name)
{
    gboolean folder = !g_str_equal(name, DATABASE);

    return g_build_filename(folder_of(lie, where), name, folder ? "paper" : NULL, NULL);
}

static void
put(const Lie *lie, int where, const char *name)
{
    g_autofree char *path = path_of(lie, where, name);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *content = g_strdup_printf("%d", where);

    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, content, -1, NULL));
}

static void
put_wherever(const Lie *lie, int bits, const char *name)
{
    for (int where = STAGED; where < ANYWHERE; where *= 2)
        if (bits & where)
            put(lie, where, name);
}

/* Which one lies there, by where it was put at first; 0: none. */
static int
lies_at(const Lie *lie, int where, const char *name)
{
    g_autofree char *path = path_of(lie, where, name);
    g_autofree char *content = NULL;

    return g_file_get_contents(path, &content, NULL, NULL) ? content[0] - '0' : 0;
}

/* By what is known of the order: the old database goes first and comes back last. */
static CareSwapState
wanted(CareSwapOnto onto, int database)
{
    if (database & STAGED)
        return CARE_SWAP_STAGED;
    if (!(database & PLACE))
        return CARE_SWAP_LOST;
    return onto == CARE_SWAP_ONTO_SHOP && !(database & KEPT) ? CARE_SWAP_LOST : CARE_SWAP_COME;
}

static void
begin(Lie *lie, CareSwapOnto onto)
{
    lie->dir = g_dir_make_tmp("aftercare-moves-XXXXXX", NULL);
    lie->moves = (CareSwapMoves){ .data_dir = lie->dir,
                                  .staged = g_build_filename(lie->dir, "backups", "staged", NULL),
                                  .kept = g_build_filename(lie->dir, "backups", "kept", NULL),
                                  .onto = onto };
    g_assert_nonnull(lie->dir);
}

static void
end(Lie *lie)
{
    const char *argv[] = { "rm", "-r", lie->dir, NULL };

    g_assert_true(
        g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
    care_swap_moves_clear(&lie->moves);
    g_free(lie->dir);
}

/* The new one is where it belongs, or stays there; what was kept is kept. */
static void
assert_made(Lie *lie, int bits, const char *name)
{
    g_assert_cmpint(lies_at(lie, PLACE, name), ==, bits & STAGED ? STAGED : bits & PLACE);
    if (bits & KEPT)
        g_assert_cmpint(lies_at(lie, KEPT, name), ==, KEPT);
    else if ((bits & STAGED) && (bits & PLACE))
        g_assert_cmpint(lies_at(lie, KEPT, name), ==, PLACE);
}

/* The old one, unless there is one that came between. */
static void
assert_taken_back(Lie *lie, int bits, const char *name)
{
    g_assert_cmpint(lies_at(lie, PLACE, name), ==, bits & PLACE ? PLACE : bits & KEPT ? KEPT : 0);
    g_assert_cmpint(lies_at(lie, STAGED, name), ==, bits & STAGED);
}

static void
look(CareSwapOnto onto, int database, int papers)
{
    Lie lie;
    CareSwapState state;

    begin(&lie, onto);
    put_wherever(&lie, database, DATABASE);
    put_wherever(&lie, papers, "files");
    state = care_swap_moves_state(&lie.moves);
    g_assert_cmpint(state, ==, wanted(onto, database));
    if (state == CARE_SWAP_LOST) {
        if (care_swap_moves_take_back(&lie.moves)) {
            assert_taken_back(&lie, database, DATABASE);
            assert_taken_back(&lie, papers, "files");
        }
    } else {
        g_assert_cmpint(state == CARE_SWAP_COME && care_swap_moves_take_back(&lie.moves), ==, FALSE);
        g_assert_true(care_swap_moves_make(&lie.moves, NULL));
        if (onto != CARE_SWAP_ONTO_SHOP
            || (database & (PLACE | KEPT))) /* a shop that is gone puts nothing away */
            g_assert_cmpint(care_swap_moves_state(&lie.moves), ==, CARE_SWAP_COME);
        assert_made(&lie, database, DATABASE);
        assert_made(&lie, papers, "files");
    }
    end(&lie);
}

static void
test_every_state(gconstpointer onto)
{
    for (int database = 0; database < ANYWHERE; database++)
        for (int papers = 0; papers < ANYWHERE; papers++)
            look(GPOINTER_TO_INT(onto), database, papers);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/swap-moves/not-said", GINT_TO_POINTER(CARE_SWAP_ONTO_ANYTHING), test_every_state);
    g_test_add_data_func("/swap-moves/onto-nothing", GINT_TO_POINTER(CARE_SWAP_ONTO_NOTHING),
                         test_every_state);
    g_test_add_data_func("/swap-moves/onto-shop", GINT_TO_POINTER(CARE_SWAP_ONTO_SHOP), test_every_state);
    return g_test_run();
}
