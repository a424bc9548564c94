/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/new-day.h"

#define KEY "care-new-day"

/* How often it is looked, and so how long a new day may go unnoticed. */
#define TICK_SECONDS 30

typedef struct {
    GtkWidget *widget; /* which owns this */
    CareClock *clock;
    CareNewDayFunc func;
    CareDate day;
    guint tick;
} Watch;

static void
watch_free(gpointer data)
{
    Watch *watch = data;

    g_source_remove(watch->tick);
    g_object_unref(watch->clock);
    g_free(watch);
}

static gboolean
on_tick(gpointer data)
{
    Watch *watch = data;
    CareDate today = care_clock_today(watch->clock);

    if (care_date_compare(today, watch->day) != 0) {
        watch->day = today;
        watch->func(watch->widget);
    }
    return G_SOURCE_CONTINUE;
}

void
care_new_day_watch(GtkWidget *widget, CareClock *clock, CareNewDayFunc func)
{
    Watch *watch = g_new0(Watch, 1);

    watch->widget = widget;
    watch->clock = g_object_ref(clock);
    watch->func = func;
    watch->day = care_clock_today(clock);
    watch->tick = g_timeout_add_seconds(TICK_SECONDS, on_tick, watch);
    g_object_set_data_full(G_OBJECT(widget), KEY, watch, watch_free);
}

void
care_new_day_unwatch(GtkWidget *widget)
{
    g_object_set_data(G_OBJECT(widget), KEY, NULL);
}
