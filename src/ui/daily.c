/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/daily.h"

#include "exchange/backup/backup.h"
#include "ui/context.h"
#include "ui/housekeeping.h"
#include "ui/kit/new-day.h"
#include "ui/kit/toast.h"

static void
on_written(GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr(GtkWidget) window = user_data;
    g_autoptr(GError) error = NULL;

    care_backup_daily_finish(CARE_STORE(source), result, &error);
    if (error && gtk_window_get_application(GTK_WINDOW(window)))
        care_toast_error(window, error);
}

static CareStore *
store_of(GtkWidget *window)
{
    return care_context_get_store(care_window_get_context(CARE_WINDOW(window)));
}

static void
back_up(GtkWidget *window)
{
    if (store_of(window))
        care_backup_daily_async(store_of(window), on_written, g_object_ref(window));
}

static void
on_day(GtkWidget *window)
{
    if (store_of(window))
        care_housekeeping_purge(store_of(window));
}

static void
on_day_with_backup(GtkWidget *window)
{
    back_up(window);
    on_day(window);
}

void
care_daily_begin(CareWindow *window, gboolean keeps_backups)
{
    CareClock *clock = care_context_get_clock(care_window_get_context(window));

    if (keeps_backups)
        back_up(GTK_WIDGET(window));
    care_new_day_watch(GTK_WIDGET(window), clock, keeps_backups ? on_day_with_backup : on_day);
    g_signal_connect(window, "destroy", G_CALLBACK(care_new_day_unwatch), NULL);
}
