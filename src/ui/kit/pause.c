/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/pause.h"

static GQueue on = G_QUEUE_INIT; /* CarePause, not owned */

void
care_pause_init(CarePause *self, guint ms, CarePauseFunc func, gpointer user_data)
{
    *self = (CarePause){ ms, func, user_data, 0 };
}

static gboolean
on_over(gpointer data)
{
    CarePause *self = data;

    self->source = 0;
    g_queue_remove(&on, self);
    self->func(self->data);
    return G_SOURCE_REMOVE;
}

void
care_pause_begin(CarePause *self)
{
    if (self->source != 0)
        return;
    self->source = g_timeout_add(self->ms, on_over, self);
    g_queue_push_tail(&on, self);
}

void
care_pause_begin_anew(CarePause *self)
{
    care_pause_clear(self);
    care_pause_begin(self);
}

gboolean
care_pause_is_on(const CarePause *self)
{
    return self->source != 0;
}

void
care_pause_end(CarePause *self)
{
    if (self->source == 0)
        return;
    care_pause_clear(self);
    self->func(self->data);
}

void
care_pause_clear(CarePause *self)
{
    g_clear_handle_id(&self->source, g_source_remove);
    g_queue_remove(&on, self);
}

/* What one does may end another, or begin it again. */
void
care_pauses_end(void)
{
    g_autoptr(GList) all = g_list_copy(on.head);

    for (GList *l = all; l; l = l->next)
        if (g_queue_find(&on, l->data))
            care_pause_end(l->data);
}
