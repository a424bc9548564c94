/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/pause.h"

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
    self->func(self->data);
    return G_SOURCE_REMOVE;
}

void
care_pause_begin(CarePause *self)
{
    if (self->source == 0)
        self->source = g_timeout_add(self->ms, on_over, self);
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
}
