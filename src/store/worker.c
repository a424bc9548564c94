/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/worker.h"

struct _CareWorker {
    GThread *thread;
    GAsyncQueue *queue;
    gint serial; /* atomic */
};

typedef struct {
    int priority;
    int serial;
    CareWorkerFunc func; /* NULL ends the thread */
    gpointer data;
} Item;

static int
compare(gconstpointer a, gconstpointer b, gpointer data)
{
    const Item *x = a, *y = b;

    return x->priority != y->priority ? x->priority - y->priority : x->serial - y->serial;
}

static gpointer
run(gpointer data)
{
    GAsyncQueue *queue = data;

    for (;;) {
        g_autofree Item *item = g_async_queue_pop(queue);

        if (item->func == NULL)
            break;
        item->func(item->data);
    }
    g_async_queue_unref(queue);
    return NULL;
}

CareWorker *
care_worker_new(const char *name)
{
    CareWorker *self = g_new0(CareWorker, 1);

    self->queue = g_async_queue_new();
    self->thread = g_thread_new(name, run, g_async_queue_ref(self->queue));
    return self;
}

static void
push(CareWorker *self, int priority, CareWorkerFunc func, gpointer data)
{
    Item *item = g_new(Item, 1);

    *item = (Item){ priority, g_atomic_int_add(&self->serial, 1), func, data };
    g_async_queue_push_sorted(self->queue, item, compare, NULL);
}

void
care_worker_push(CareWorker *self, CarePriority priority, CareWorkerFunc func, gpointer data)
{
    push(self, (int)priority, func, data);
}

typedef struct {
    CareWorkerFunc func;
    gpointer data;
    GMutex lock;
    GCond cond;
    gboolean done;
} Call;

static void
run_call(gpointer data)
{
    Call *call = data;

    call->func(call->data);
    g_mutex_lock(&call->lock);
    call->done = TRUE;
    g_cond_signal(&call->cond);
    g_mutex_unlock(&call->lock);
}

void
care_worker_call(CareWorker *self, CareWorkerFunc func, gpointer data)
{
    Call call = { .func = func, .data = data };

    g_assert(!care_worker_is_current(self));
    g_mutex_init(&call.lock);
    g_cond_init(&call.cond);
    care_worker_push(self, CARE_PRIORITY_INTERACTIVE, run_call, &call);
    g_mutex_lock(&call.lock);
    while (!call.done)
        g_cond_wait(&call.cond, &call.lock);
    g_mutex_unlock(&call.lock);
    g_mutex_clear(&call.lock);
    g_cond_clear(&call.cond);
}

/* Shared by who waits and the thread: the last of the two frees it. */
typedef struct {
    gatomicrefcount references;
    GMutex lock;
    GCond cond;
    gboolean done;
} Mark;

static void
mark_unref(Mark *mark)
{
    if (!g_atomic_ref_count_dec(&mark->references))
        return;
    g_mutex_clear(&mark->lock);
    g_cond_clear(&mark->cond);
    g_free(mark);
}

static void
reach_mark(gpointer data)
{
    Mark *mark = data;

    g_mutex_lock(&mark->lock);
    mark->done = TRUE;
    g_cond_signal(&mark->cond);
    g_mutex_unlock(&mark->lock);
    mark_unref(mark);
}

gboolean
care_worker_wait(CareWorker *self, int milliseconds)
{
    gint64 end = g_get_monotonic_time() + milliseconds * G_TIME_SPAN_MILLISECOND;
    Mark *mark = g_new0(Mark, 1);
    gboolean done;

    g_assert(!care_worker_is_current(self));
    g_atomic_ref_count_init(&mark->references);
    g_atomic_ref_count_inc(&mark->references);
    g_mutex_init(&mark->lock);
    g_cond_init(&mark->cond);
    care_worker_push(self, CARE_PRIORITY_INTERACTIVE, reach_mark, mark);
    g_mutex_lock(&mark->lock);
    while (!mark->done && g_cond_wait_until(&mark->cond, &mark->lock, end))
        ;
    done = mark->done;
    g_mutex_unlock(&mark->lock);
    mark_unref(mark);
    return done;
}

gboolean
care_worker_is_current(CareWorker *self)
{
    return g_thread_self() == self->thread;
}

void
care_worker_finish(CareWorker *self, CareWorkerFunc func, gpointer data)
{
    if (func != NULL)
        push(self, G_MAXINT - 1, func, data);
    push(self, G_MAXINT, NULL, NULL);
    g_thread_join(self->thread);
    g_async_queue_unref(self->queue);
    g_free(self);
}
