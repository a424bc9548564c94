/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions that make something, on top of those that only succeed or fail. */
#include "store/store.h"

typedef struct {
    CareRunFunc func;
    gpointer data;
    GDestroyNotify destroy;
    gpointer result; /* NULL once it is given away */
    GDestroyNotify free_result;
} Run;

static void
run_clear(Run *run)
{
    if (run->destroy != NULL)
        run->destroy(run->data);
    if (run->result != NULL && run->free_result != NULL)
        run->free_result(run->result);
}

static void
run_free(gpointer data)
{
    run_clear(data);
    g_free(data);
}

static gboolean
run_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Run *run = data;

    run->result = run->func(transaction, run->data, error);
    return run->result != NULL;
}

gpointer
care_store_run(CareStore *self, CareRunFunc func, gpointer data, GDestroyNotify free_result, GError **error)
{
    Run run = { .func = func, .data = data, .free_result = free_result };

    if (care_store_write(self, run_closure, &run, error))
        return run.result;
    run_clear(&run); /* made, but not kept */
    return NULL;
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Run *run = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (care_store_write_finish(CARE_STORE(source), result, &error))
        g_task_return_pointer(task, g_steal_pointer(&run->result), run->free_result);
    else
        g_task_return_error(task, g_steal_pointer(&error));
}

void
care_store_run_async(CareStore *self, CareRunFunc func, gpointer data, GDestroyNotify destroy,
                     GDestroyNotify free_result, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(self, NULL, callback, user_data);
    Run *run = g_new(Run, 1);

    *run = (Run){ func, data, destroy, NULL, free_result };
    g_task_set_source_tag(task, care_store_run_async);
    g_task_set_task_data(task, run, run_free);
    care_store_write_async(self, CARE_PRIORITY_INTERACTIVE, run_closure, run, NULL, NULL, on_written, task);
}

gpointer
care_store_run_finish(CareStore *self, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
