/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store-repeat.h"

typedef struct {
    CareStepFunc step;
    gpointer data;
    GDestroyNotify destroy;
    gboolean done;
} Repeat;

static void
repeat_free(gpointer data)
{
    Repeat *self = data;

    if (self->destroy != NULL)
        self->destroy(self->data);
    g_free(self);
}

static gboolean
step_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Repeat *self = data;

    return self->step(transaction, self->data, &self->done, error);
}

static void take_step(GTask *task);

static void
on_step(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    const Repeat *self = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        g_task_return_error(task, g_steal_pointer(&error));
    else if (self->done)
        g_task_return_boolean(task, TRUE);
    else
        take_step(g_steal_pointer(&task));
}

static void
take_step(GTask *task)
{
    care_store_write_async(g_task_get_source_object(task), CARE_PRIORITY_BACKGROUND, step_closure,
                           g_task_get_task_data(task), NULL, NULL, on_step, task);
}

void
care_store_repeat_async(CareStore *store, CareStepFunc step, gpointer data, GDestroyNotify destroy,
                        GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Repeat *self = g_new(Repeat, 1);

    *self = (Repeat){ step, data, destroy, FALSE };
    g_task_set_source_tag(task, care_store_repeat_async);
    g_task_set_task_data(task, self, repeat_free);
    take_step(task);
}

gboolean
care_store_repeat(CareStore *store, CareStepFunc step, gpointer data, GError **error)
{
    Repeat self = { step, data, NULL, FALSE };

    while (!self.done)
        if (!care_store_write(store, step_closure, &self, error))
            return FALSE;
    return TRUE;
}

gboolean
care_store_repeat_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
