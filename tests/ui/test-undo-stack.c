/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys come faster than the shop answers: each of them is about what the one before it left. */
#include "ui/kit/undo-stack.h"

typedef struct {
    GObject *owner;
    GString *log;     /* "-a": a was taken back; "+a": and done again */
    CareUndo *held;   /* the act under way */
    const char *name; /* of it */
    CareUndoStack of;
} Desk;

static Desk desk;

static void
begin_act(CareUndoStack of, const char *name)
{
    g_assert_null(desk.held);
    desk.held = care_undo_hold();
    desk.of = of;
    desk.name = name;
}

static void
take_back(gpointer name)
{
    begin_act(CARE_UNDO, name);
}

static void
do_again(gpointer name)
{
    begin_act(CARE_REDO, name);
}

/* As care_taking_back_end() and care_done_again() do. */
static void
answer(CareUndoEnd how)
{
    CareUndo *held = g_steal_pointer(&desk.held);

    g_assert_nonnull(held);
    care_undo_let_go(held, how);
    if (how != CARE_UNDO_DONE)
        return;
    g_string_append_printf(desk.log, "%c%s", desk.of == CARE_UNDO ? '-' : '+', desk.name);
    care_undo_push(desk.owner, desk.of == CARE_UNDO ? CARE_REDO : CARE_UNDO,
                   desk.of == CARE_UNDO ? do_again : take_back, (gpointer)desk.name, NULL);
}

static void
answer_all(void)
{
    while (desk.held != NULL || g_main_context_pending(NULL)) {
        if (desk.held != NULL)
            answer(CARE_UNDO_DONE);
        g_main_context_iteration(NULL, FALSE);
    }
}

static void
set_up(int *fixture, gconstpointer data)
{
    desk = (Desk){ .owner = g_object_new(G_TYPE_OBJECT, NULL), .log = g_string_new(NULL) };
    care_undo_push(desk.owner, CARE_UNDO, take_back, (gpointer) "a", NULL);
    care_undo_push(desk.owner, CARE_UNDO, take_back, (gpointer) "b", NULL);
}

static void
tear_down(int *fixture, gconstpointer data)
{
    g_clear_object(&desk.owner);
    g_string_free(desk.log, TRUE);
}

/* Undo and Redo in turns end where they began, and never reach what was done before. */
static void
test_in_turns(int *fixture, gconstpointer data)
{
    for (int i = 0; i < 4; i++) {
        g_assert_true(care_undo_run_last(desk.owner, CARE_UNDO));
        g_assert_true(care_undo_run_last(desk.owner, CARE_REDO));
    }
    answer_all();
    g_assert_cmpstr(desk.log->str, ==, "-b+b-b+b-b+b-b+b");
}

/* Two of a kind are about two acts, one after the other. */
static void
test_twice(int *fixture, gconstpointer data)
{
    care_undo_run_last(desk.owner, CARE_UNDO);
    care_undo_run_last(desk.owner, CARE_UNDO);
    care_undo_run_last(desk.owner, CARE_REDO);
    answer_all();
    g_assert_cmpstr(desk.log->str, ==, "-b-a+a");
}

/* Where one is refused, nothing is done in its place. */
static void
test_refused(int *fixture, gconstpointer data)
{
    care_undo_run_last(desk.owner, CARE_UNDO);
    care_undo_run_last(desk.owner, CARE_UNDO);
    answer(CARE_UNDO_LATER);
    answer_all();
    g_assert_cmpstr(desk.log->str, ==, "");
    care_undo_run_last(desk.owner, CARE_UNDO);
    answer_all();
    g_assert_cmpstr(desk.log->str, ==, "-b");
}

/* The window goes while keys wait. */
static void
test_owner_gone(int *fixture, gconstpointer data)
{
    care_undo_run_last(desk.owner, CARE_UNDO);
    care_undo_run_last(desk.owner, CARE_UNDO);
    g_clear_object(&desk.owner);
    care_undo_let_go(g_steal_pointer(&desk.held), CARE_UNDO_DONE);
    answer_all();
}

#define ADD(path, function) g_test_add(path, int, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/ui/undo-stack/in-turns", test_in_turns);
    ADD("/ui/undo-stack/twice", test_twice);
    ADD("/ui/undo-stack/refused", test_refused);
    ADD("/ui/undo-stack/owner-gone", test_owner_gone);
    return g_test_run();
}
