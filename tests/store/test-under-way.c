/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a window may go, when what somebody asked for is done: not where it failed, but where it coped with a failure. */
#include "store/under-way.h"

static void
on_settled(GObject *source, GAsyncResult *result, gpointer answer)
{
    *(int *)answer = care_under_way_wait_finish(result);
}

static int
wait_for(GObject *store)
{
    int answer = -1;

    care_under_way_wait_async(store, on_settled, &answer);
    while (answer < 0)
        g_main_context_iteration(NULL, TRUE);
    return answer;
}

/* act: nullable, what the write is a step of. */
static void
on_written(GObject *source, GAsyncResult *result, gpointer act)
{
    g_autoptr(GTask) whole = act;

    if (whole)
        g_task_return_boolean(whole, TRUE);
}

static gboolean
fail(gpointer write)
{
    g_autoptr(GTask) task = write;

    g_task_return_new_error(task, G_IO_ERROR, G_IO_ERROR_FAILED, "Refused");
    return G_SOURCE_REMOVE;
}

static void
begin_write(GObject *store, GTask *act)
{
    GTask *write = g_task_new(store, NULL, on_written, act);

    if (act)
        care_under_way_begin_steps(store);
    care_under_way_add_write(store, write);
    if (act)
        care_under_way_end_steps(store);
    g_timeout_add(1, fail, write);
}

static void
test_failed(void)
{
    g_autoptr(GObject) store = g_object_new(G_TYPE_OBJECT, NULL);

    begin_write(store, NULL);
    g_assert_cmpint(wait_for(store), ==, FALSE);
    g_assert_cmpint(wait_for(store), ==, TRUE);
}

/* The act ends in the callback of its last write, before that is told to have ended. */
static void
test_coped(void)
{
    g_autoptr(GObject) store = g_object_new(G_TYPE_OBJECT, NULL);
    GTask *act = g_task_new(store, NULL, NULL, NULL);

    care_under_way_add(store, act);
    begin_write(store, act);
    g_assert_cmpint(wait_for(store), ==, TRUE);
}

/* A setting that is refused while an import goes on: that the import comes to a good end says nothing of it. */
static void
test_beside(void)
{
    g_autoptr(GObject) store = g_object_new(G_TYPE_OBJECT, NULL);

    care_under_way_begin(store);
    begin_write(store, NULL);
    care_under_way_end(store, FALSE);
    g_assert_cmpint(wait_for(store), ==, FALSE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/under-way/failed", test_failed);
    g_test_add_func("/under-way/coped", test_coped);
    g_test_add_func("/under-way/beside", test_beside);
    return g_test_run();
}
