/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/under-way.h"

/* Owned by its store. */
typedef struct {
    guint acts;
    guint writes;
    guint stepping;  /* an act is beginning a step of its own */
    gboolean words;  /* typed, and not kept yet */
    gboolean failed; /* since somebody waits */
    GTask *waiting;  /* nullable */
    guint idle;
} UnderWay;

static void
answer(UnderWay *self, gboolean good)
{
    g_autoptr(GTask) waiting = g_steal_pointer(&self->waiting);

    if (waiting != NULL)
        g_task_return_boolean(waiting, good);
}

/* Nobody waits any more: who waits holds the store. */
static void
under_way_free(gpointer data)
{
    UnderWay *self = data;

    g_clear_handle_id(&self->idle, g_source_remove);
    g_free(self);
}

static UnderWay *
of(gpointer store)
{
    UnderWay *self = g_object_get_data(G_OBJECT(store), "care-under-way");

    if (self == NULL) {
        self = g_new0(UnderWay, 1);
        g_object_set_data_full(G_OBJECT(store), "care-under-way", self, under_way_free);
    }
    return self;
}

static gboolean
is_any(const UnderWay *self)
{
    return self->acts + self->writes > 0 || self->words;
}

/* Nobody leaves any more where something failed, whatever becomes of the words. */
static gboolean
is_over(const UnderWay *self)
{
    return self->acts + self->writes == 0 && (!self->words || self->failed);
}

static gboolean
on_idle(gpointer data)
{
    UnderWay *self = data;

    self->idle = 0;
    if (is_over(self))
        answer(self, !self->failed);
    return G_SOURCE_REMOVE;
}

/* Not at once: what was done may have been the first of two steps, and who asked for it begins the second now. */
static void
look(UnderWay *self)
{
    if (is_over(self) && self->waiting != NULL && self->idle == 0)
        self->idle = g_idle_add_full(G_PRIORITY_LOW, on_idle, self, NULL);
}

void
care_under_way_begin(gpointer store)
{
    of(store)->acts++;
}

void
care_under_way_end(gpointer store, gboolean failed)
{
    UnderWay *self = of(store);

    g_return_if_fail(self->acts > 0);
    self->acts--;
    self->failed = self->failed || failed;
    look(self);
}

static void
on_act_done(GTask *act, GParamSpec *pspec, gpointer store)
{
    care_under_way_end(store, g_task_had_error(act));
}

void
care_under_way_add(gpointer store, GTask *act)
{
    care_under_way_begin(store);
    g_signal_connect_object(act, "notify::completed", G_CALLBACK(on_act_done), store, 0);
}

void
care_under_way_begin_steps(gpointer store)
{
    of(store)->stepping++;
}

void
care_under_way_end_steps(gpointer store)
{
    UnderWay *self = of(store);

    g_return_if_fail(self->stepping > 0);
    self->stepping--;
}

static gboolean
is_step(GTask *write)
{
    return g_object_get_data(G_OBJECT(write), "care-step") != NULL;
}

static void
on_written(GTask *write, GParamSpec *pspec, gpointer store)
{
    UnderWay *self = of(store);

    self->writes--;
    self->failed = self->failed || (!is_step(write) && g_task_had_error(write));
    look(self);
}

void
care_under_way_add_write(gpointer store, GTask *write)
{
    UnderWay *self = of(store);

    self->writes++;
    g_object_set_data(G_OBJECT(write), "care-step", self->stepping > 0 ? write : NULL);
    g_signal_connect_object(write, "notify::completed", G_CALLBACK(on_written), store, 0);
}

void
care_under_way_set_words(gpointer store, gboolean words)
{
    UnderWay *self = of(store);

    self->words = words;
    look(self);
}

gboolean
care_under_way_any(gpointer store)
{
    return is_any(of(store));
}

void
care_under_way_wait_async(gpointer store, GAsyncReadyCallback callback, gpointer user_data)
{
    UnderWay *self = of(store);

    answer(self, FALSE);
    self->failed = FALSE;
    self->waiting = g_task_new(store, NULL, callback, user_data);
    g_task_set_source_tag(self->waiting, care_under_way_wait_async);
    look(self);
}

gboolean
care_under_way_wait_finish(GAsyncResult *result)
{
    return g_task_propagate_boolean(G_TASK(result), NULL);
}
